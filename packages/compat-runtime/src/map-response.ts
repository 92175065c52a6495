import { parseExactBytes, stringifyExact } from './exact-json.ts';
import type { JsonValue } from './exact-json.ts';
import { mapExchangePart, mapExchangeValue } from './map-exchange-part.ts';
import type { ExchangeContext } from './map-exchange-part.ts';
import { mapHeaders } from './map-headers.ts';
import { mapLink } from './map-link.ts';
import { mapPart } from './map-parts.ts';
import type { ResponsePlan } from './plan.ts';
import type { BodyChecks } from './validation.ts';

/** How a response is mapped on the way back. */
export interface ResponseMapping extends ExchangeContext {
  readonly plan: ResponsePlan;
  readonly checks: BodyChecks;
}

/**
 * Maps a response to the caller's version. The status stays, and `Location` leads to where the caller's version has
 * what it leads to.
 *
 * A body that is not JSON is not what the plan describes: it is left for the caller to read.
 *
 * @throws UnmappableValueError when the caller's version cannot hold a value.
 * @throws InvalidResponseError when the body is not valid in the upstream version.
 */
export async function mapResponse(response: Response, mapping: ResponseMapping): Promise<Response> {
  const { plan, checks } = mapping;
  const located = mapLocation(response.headers, mapping);
  const headers = mapHeaders(located, 'response headers', plan.headers, mapping);
  const isRead =
    plan.body !== undefined || checks.arrived !== undefined || checks.mapped !== undefined;
  if (response.body === null && isRead) await mapBody(undefined, mapping);
  if (response.body !== null && isRead && isJson(headers)) {
    // Servers write bytes at once; an ArrayBuffer may take the way of a stream, which takes a fifth of an exchange.
    const bytes = new Uint8Array(await response.arrayBuffer());
    return withBody(response, headers, await mapBytes(bytes, mapping));
  }
  return headers === response.headers ? response : withBody(response, headers, response.body);
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.2 */
function mapLocation(headers: Headers, mapping: ResponseMapping): Headers {
  const location = headers.get('location');
  if (location === null) return headers;
  const mapped = mapExchangePart(
    'response headers',
    (context) => mapPart('/location', location, mapLink, context) as string,
    mapping,
  );
  if (mapped === location) return headers;
  const copy = new Headers(headers);
  copy.set('location', mapped);
  return copy;
}

function isJson(headers: Headers): boolean {
  return /^application\/(?:[^;]*\+)?json\s*(?:;|$)/i.test(headers.get('content-type') ?? '');
}

/** The same answer with another body, which `fetch` has already decoded. */
function withBody(response: Response, headers: Headers, body: BodyInit | null): Response {
  const copy = new Headers(headers);
  copy.delete('content-encoding');
  copy.delete('content-length');
  const { status, statusText } = response;
  return new Response(body, { status, statusText, headers: copy });
}

async function mapBytes(
  bytes: Uint8Array<ArrayBuffer>,
  mapping: ResponseMapping,
): Promise<Uint8Array<ArrayBuffer> | string> {
  const before = parseBody(bytes);
  if (before === undefined) return bytes;
  const after = await mapBody(before, mapping);
  return after === before || after === undefined ? bytes : stringifyExact(after);
}

function parseBody(bytes: Uint8Array<ArrayBuffer>): JsonValue | undefined {
  try {
    return parseExactBytes(bytes);
  } catch {
    return undefined;
  }
}

async function mapBody(
  before: JsonValue | undefined,
  mapping: ResponseMapping,
): Promise<JsonValue | undefined> {
  const { plan, checks, direction } = mapping;
  await checks.arrived?.(before);
  const map = before === undefined ? undefined : plan.body?.[direction];
  const after =
    map === undefined ? before : mapExchangeValue('response body', before, map, mapping);
  await checks.mapped?.(after);
  return after;
}
