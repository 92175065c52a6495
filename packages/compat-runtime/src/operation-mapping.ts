import type { Finding } from './finding.ts';
import { mapPresent } from './map-parts.ts';
import type { Direction, Mapped, MapValue } from './mapping.ts';
import { responsePlanOf } from './plan.ts';
import type { OperationPlan } from './plan.ts';
import { settleFindings } from './settle-findings.ts';

/** The parts of a request that can be mapped by themselves. */
export type RequestParts<Body> = BodyPart<Body> & {
  /** An array of strings for each parameter, as a URL has them. */
  readonly query?: Readonly<Record<string, readonly string[]>>;
};

/** The parts of a response that can be mapped by themselves. */
export type ResponseParts<Body> = BodyPart<Body> & {
  /** Decides which of the operation's responses it is. */
  readonly status: number;
};

type BodyPart<Body> = undefined extends Body ? { readonly body?: Body } : { readonly body: Body };

/** What an operation sends and answers in one version, as the generated client declares it. */
interface OperationTypes {
  readonly requestBody?: unknown;
  readonly responses: object;
}

type JsonOf<Content> = Content extends {
  readonly content: { readonly 'application/json': infer Body };
}
  ? Body
  : undefined;

type RequestOf<Types extends OperationTypes> = RequestParts<JsonOf<Types['requestBody']>>;

type ResponseOf<Types extends OperationTypes> = ResponseParts<
  JsonOf<Types['responses'][keyof Types['responses']]>
>;

/**
 * An operation of both versions, whose queries and bodies can be mapped without a request being made.
 *
 * Each function throws an `UnmappableValueError` when the other version cannot hold a value. Links are kept, since
 * nobody says which server they are to lead to.
 */
export interface OperationMapping<
  Old extends OperationTypes = OperationTypes,
  Current extends OperationTypes = OperationTypes,
  ChangeId extends string = string,
> extends OperationPlan {
  upgradeRequest(request: RequestOf<Old>): Mapped<RequestOf<Current>, ChangeId>;
  downgradeRequest(request: RequestOf<Current>): Mapped<RequestOf<Old>, ChangeId>;
  upgradeResponse(response: ResponseOf<Old>): Mapped<ResponseOf<Current>, ChangeId>;
  downgradeResponse(response: ResponseOf<Current>): Mapped<ResponseOf<Old>, ChangeId>;
}

/** Makes the functions of a generated plan callable by people. */
export function operationMapping<
  Old extends OperationTypes,
  Current extends OperationTypes,
  ChangeId extends string,
>(plan: OperationPlan): OperationMapping<Old, Current, ChangeId> {
  const mapping: OperationMapping<AnyTypes, AnyTypes> = {
    ...plan,
    upgradeRequest: (request) => mapRequestParts(request, plan, 'upgrade'),
    downgradeRequest: (request) => mapRequestParts(request, plan, 'downgrade'),
    upgradeResponse: (response) => mapResponseParts(response, plan, 'upgrade'),
    downgradeResponse: (response) => mapResponseParts(response, plan, 'downgrade'),
  };
  return mapping as unknown as OperationMapping<Old, Current, ChangeId>;
}

interface AnyTypes {
  readonly requestBody: { readonly content: { readonly 'application/json': unknown } };
  readonly responses: {
    readonly default: { readonly content: { readonly 'application/json': unknown } };
  };
}

function mapRequestParts(
  request: RequestParts<unknown>,
  { request: plan }: OperationPlan,
  direction: Direction,
): Mapped<RequestParts<unknown>> {
  return mapParts(request, direction, {
    query: plan?.query?.[direction],
    body: plan?.body?.[direction],
  });
}

function mapResponseParts(
  response: ResponseParts<unknown>,
  { responses }: OperationPlan,
  direction: Direction,
): Mapped<ResponseParts<unknown>> {
  const plan = responsePlanOf(responses, response.status);
  return mapParts(response, direction, { body: plan?.body?.[direction] });
}

function mapParts<Parts extends object>(
  parts: Parts,
  direction: Direction,
  maps: { readonly [Name in keyof Parts]?: MapValue | undefined },
): Mapped<Parts> {
  const findings: Finding[] = [];
  const context = { findings, mapLink: (link: string) => link };
  const changed = Object.entries<MapValue | undefined>(maps).flatMap(([name, map]) => {
    const part = parts[name as keyof Parts];
    const mapped = map === undefined ? part : mapPresent(`/${name}`, part, map, context);
    return mapped === part ? [] : [[name, mapped]];
  });
  const losses = settleFindings(findings, { direction });
  if (changed.length === 0) return { value: parts, losses };
  return { value: { ...parts, ...Object.fromEntries(changed) } as Parts, losses };
}
