import { applyMapping } from './apply-mapping.ts';
import { parseExact, stringifyExact } from './exact-json.ts';
import type { JsonValue } from './exact-json.ts';
import { tokensOf } from './json-pointer.ts';
import type { LossContext, OnLoss } from './loss.ts';
import { mapChildren } from './map-children.ts';
import { keep } from './mapping.ts';
import type { ResponsePlan } from './plan.ts';

/** How a response is mapped on the way back. */
export interface ResponseMapping extends Omit<LossContext, 'part'> {
  readonly plan: ResponsePlan;
  /** Maps a URL of the upstream version to the caller's version. */
  readonly mapLink: (link: string) => string;
  readonly onLoss: OnLoss;
}

/**
 * Maps a response to the caller's version. The status and all headers but `Location` stay.
 *
 * A body that is not JSON is not what the plan describes: it is left for the caller to read.
 *
 * @throws UnmappableValueError when the caller's version cannot hold a value.
 */
export async function mapResponse(response: Response, mapping: ResponseMapping): Promise<Response> {
  const headers = new Headers(response.headers);
  const location = headers.get('location');
  const mappedLocation = location === null ? null : mapping.mapLink(location);
  if (mappedLocation !== null) headers.set('location', mappedLocation);

  if (needsMapping(mapping.plan) && isJson(headers)) {
    return withBody(response, headers, mapBody(await response.arrayBuffer(), mapping));
  }
  return location === mappedLocation ? response : withBody(response, headers, response.body);
}

function needsMapping({ body, links = [] }: ResponsePlan): boolean {
  return body !== undefined || links.length > 0;
}

function isJson(headers: Headers): boolean {
  return /^application\/(?:[^;]*\+)?json\s*(?:;|$)/i.test(headers.get('content-type') ?? '');
}

/** The same answer with another body, which `fetch` has already decoded. */
function withBody(response: Response, headers: Headers, body: BodyInit | null): Response {
  headers.delete('content-encoding');
  headers.delete('content-length');
  const { status, statusText } = response;
  return new Response(body, { status, statusText, headers });
}

function mapBody(bytes: ArrayBuffer, mapping: ResponseMapping): ArrayBuffer | string {
  const before = parseBody(bytes);
  if (before === undefined) return bytes;
  const after = mapLinks(mapValue(before, mapping), mapping);
  return after === before ? bytes : stringifyExact(after);
}

function parseBody(bytes: ArrayBuffer): JsonValue | undefined {
  try {
    return parseExact(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function mapValue(value: JsonValue, mapping: ResponseMapping): JsonValue {
  const { operationId, direction, plan, onLoss } = mapping;
  if (plan.body === undefined) return value;
  return applyMapping(plan.body, value, { operationId, direction, part: 'response body' }, onLoss);
}

function mapLinks(value: JsonValue, { plan, mapLink }: ResponseMapping): JsonValue {
  return (plan.links ?? []).reduce<JsonValue>(
    (mapped, pointer) => mapLinkAt(mapped, tokensOf(pointer), mapLink),
    value,
  );
}

function mapLinkAt(
  value: JsonValue,
  [token, ...rest]: readonly string[],
  mapLink: (link: string) => string,
): JsonValue {
  if (token === undefined) return typeof value === 'string' ? mapLink(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  const mapChild = (child: unknown) => keep(mapLinkAt(child as JsonValue, rest, mapLink));
  return mapChildren(value, [[token, mapChild]]).value as JsonValue;
}
