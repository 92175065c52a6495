import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { OperationCall } from '../errors/client-error.ts';
import {
  ValidationError,
  type Finding,
  type ValidationSubject,
} from '../errors/validation-error.ts';
import { ownProperty } from '../own-property.ts';
import type { CallValidation } from './call-validation.ts';
import { createDriftReporter } from './drift.ts';
import { groupArguments } from './group-arguments.ts';
import type {
  OperationValidator,
  OperationValidators,
  ResponseValidator,
} from './operation-validators.ts';
import type { ValidationAction, ValidationPolicy } from './validation-policy.ts';

/**
 * Checks calls with the `operations` of a validator package: those of its entry point `/drift` let through what newer
 * versions of the API add to responses, all others accept exactly what the API's description says.
 *
 * Nothing waits where the validators do not.
 *
 * @throws TypeError if `sample` is not a share, or if `onDrift` could never be called
 */
export function validateWith(
  operations: OperationValidators,
  policy: ValidationPolicy = {},
): CallValidation {
  const { request = 'throw', response = 'warn', sample = 1 } = policy;
  if (!(sample >= 0 && sample <= 1)) {
    throw new TypeError(`sample: expected a number from 0 to 1, got ${sample}`);
  }
  const { onInvalid = createWarner(), onDrift } = policy;
  if (onDrift && !tellsDrift(operations)) {
    throw new TypeError("onDrift: expected the operations of a validator package's `/drift`");
  }
  const reportDrift = onDrift && createDriftReporter((drift) => safely(() => onDrift(drift)));

  const isLookedAt = (action: ValidationAction): boolean =>
    action === 'throw' || (action === 'warn' && Math.random() < sample);

  /** Acts on a finding; whether the value was valid. */
  function act(call: OperationCall, subject: ValidationSubject, finding: Finding): boolean {
    if (finding.issues.length === 0) return true;
    const error = new ValidationError(call, subject, finding);
    if ((subject.direction === 'request' ? request : response) === 'throw') throw error;
    safely(() => onInvalid(error));
    return false;
  }

  return {
    request(call, { spec, body, ...given }) {
      const validator = ownProperty(operations, spec.id ?? call.operation);
      if (validator === undefined || !isLookedAt(request)) return;
      const checked = check(validator.parameters, groupArguments(spec, given), (finding) => {
        act(call, { direction: 'request', part: 'parameters' }, finding);
      });
      const checkBody = (): void | Promise<void> =>
        check(validator.requestBody, body, (finding) => {
          act(call, { direction: 'request', part: 'body' }, finding);
        });
      return checked ? checked.then(checkBody) : checkBody();
    },
    response(call, { spec, status, body }) {
      const { responses } = ownProperty(operations, spec.id ?? call.operation) ?? {};
      const validator = responseValidator(responses, status);
      if (validator === undefined || !isLookedAt(response)) return;
      return check(validator, body, (finding) => {
        const isValid = act(call, { direction: 'response', part: 'body' }, finding);
        if (isValid && reportDrift) {
          safely(() => reportDrift(call.operation, status, validator.driftOf?.(body) ?? []));
        }
      });
    },
  };
}

function tellsDrift(operations: OperationValidators): boolean {
  return Object.values(operations).some(({ responses = {} }) =>
    Object.values(responses).some(({ driftOf }) => driftOf !== undefined),
  );
}

function responseValidator(
  responses: OperationValidator['responses'],
  status: number,
): ResponseValidator | undefined {
  return (
    ownProperty(responses, `${status}`) ??
    ownProperty(responses, `${Math.floor(status / 100)}XX`) ??
    ownProperty(responses, 'default')
  );
}

/** Hands on what a validator finds: at once, unless it takes its time. */
function check(
  schema: StandardSchemaV1 | undefined,
  value: unknown,
  act: (finding: Finding) => void,
): void | Promise<void> {
  if (schema === undefined) return;
  // A validator that fails must not lose a call that is only to be warned of.
  const failed = (cause: unknown): Finding => ({
    value,
    issues: [{ message: 'the validator failed, see the cause' }],
    cause,
  });
  const found = ({ issues = [] }: StandardSchemaV1.Result<unknown>): Finding => ({ value, issues });
  let result;
  try {
    result = schema['~standard'].validate(value);
  } catch (error) {
    return act(failed(error));
  }
  return result instanceof Promise ? result.then(found, failed).then(act) : act(found(result));
}

function createWarner(): (error: ValidationError) => void {
  const warned = new Set<string>();
  return ({ operation, direction, part, message }) => {
    const key = `${operation} ${direction} ${part}`;
    if (warned.has(key)) return;
    warned.add(key);
    console.warn(message);
  };
}

/** What a callback throws, at once or later, breaks no call. */
function safely(callback: () => unknown): void {
  (async () => callback())().catch(() => {});
}
