import { InvalidMappingError } from './errors/invalid-mapping-error.ts';
import { InvalidRequestError } from './errors/invalid-request-error.ts';
import { InvalidResponseError } from './errors/invalid-response-error.ts';
import { stringifyExact } from './exact-json.ts';
import type { JsonValue } from './exact-json.ts';
import { findParameterIssues } from './find-parameter-issues.ts';
import type { UrlParameter } from './find-parameter-issues.ts';
import { responsePlanOf } from './plan.ts';
import { findIssues } from './standard-schema.ts';
import type { Issue, Validator } from './standard-schema.ts';

/**
 * The validators of one version's operations, as generated zod packages export them: by operationId, and for responses
 * by status code, range or `default`.
 */
export type OperationValidators = Readonly<Record<string, OperationValidator>>;

/** The validators of one operation. */
export interface OperationValidator {
  /** Of an object that holds an object for each location, such as `query`. */
  readonly parameters?: Validator;
  readonly requestBody?: Validator;
  readonly responses?: Readonly<Record<string, Validator>>;
}

/** What is checked before and after a part of an exchange is mapped. */
export interface Checks<Value> {
  readonly arrived: Check<Value> | undefined;
  readonly mapped: Check<Value> | undefined;
}
type Check<Value> = (value: Value) => Promise<void>;

/** Checks of a JSON body; `undefined` stands for no body. */
export type BodyChecks = Checks<JsonValue | undefined>;

/** The two versions of an exchange, each with its name and validators. */
export interface ExchangeVersions {
  readonly operationId: string;
  readonly served: VersionValidators;
  readonly upstream: VersionValidators;
}

interface VersionValidators {
  readonly version: string;
  /** Left out where nothing is validated. */
  readonly validators: OperationValidators | undefined;
}

/** Checks that a URL is one of the served version, and that mapping made it one of the upstream version. */
export function parameterChecks({
  operationId,
  served,
  upstream,
}: ExchangeVersions): Checks<readonly UrlParameter[]> {
  const part = 'parameters';
  return {
    arrived: checkWith(
      served.validators?.[operationId]?.parameters,
      findParameterIssues,
      (issues) => new InvalidRequestError({ operationId, part, version: served.version, issues }),
    ),
    mapped: checkWith(
      upstream.validators?.[operationId]?.parameters,
      findParameterIssues,
      (issues) => new InvalidMappingError({ operationId, part, version: upstream.version, issues }),
    ),
  };
}

/** Checks that a request is one of the served version, and that mapping made it one of the upstream version. */
export function requestChecks({ operationId, served, upstream }: ExchangeVersions): BodyChecks {
  const part = 'request body';
  return {
    arrived: checkWith(
      served.validators?.[operationId]?.requestBody,
      findBodyIssues,
      (issues) => new InvalidRequestError({ operationId, part, version: served.version, issues }),
    ),
    mapped: checkWith(
      upstream.validators?.[operationId]?.requestBody,
      findBodyIssues,
      (issues) => new InvalidMappingError({ operationId, part, version: upstream.version, issues }),
    ),
  };
}

/** Checks that a response is one of the upstream version, and that mapping made it one of the served version. */
export function responseChecks(
  { operationId, served, upstream }: ExchangeVersions,
  status: number,
): BodyChecks {
  const part = 'response body';
  const validatorOf = ({ validators }: VersionValidators) =>
    responsePlanOf(validators?.[operationId]?.responses, status);
  return {
    arrived: checkWith(
      validatorOf(upstream),
      findBodyIssues,
      (issues) => new InvalidResponseError({ operationId, version: upstream.version, issues }),
    ),
    mapped: checkWith(
      validatorOf(served),
      findBodyIssues,
      (issues) => new InvalidMappingError({ operationId, part, version: served.version, issues }),
    ),
  };
}

function checkWith<Value>(
  validator: Validator | undefined,
  find: (validator: Validator, value: Value) => Promise<Issue[]>,
  createError: (issues: readonly Issue[]) => Error,
): Check<Value> | undefined {
  if (validator === undefined) return undefined;
  return async (value) => {
    const issues = await find(validator, value);
    if (issues.length > 0) throw createError(issues);
  };
}

/** Validators know nothing of bigints: they see what any other client would have parsed. */
function findBodyIssues(validator: Validator, body: JsonValue | undefined): Promise<Issue[]> {
  const plain: unknown = body === undefined ? undefined : JSON.parse(stringifyExact(body));
  return findIssues(validator, plain);
}
