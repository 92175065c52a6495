import { InvalidRequestBodyError } from './errors/invalid-request-body-error.ts';
import { parseExactBytes, stringifyExact } from './exact-json.ts';
import type { JsonValue } from './exact-json.ts';
import { mapExchangePart, mapExchangeValue } from './map-exchange-part.ts';
import type { ExchangeContext } from './map-exchange-part.ts';
import { mapHeaders } from './map-headers.ts';
import { mapQuery } from './map-query.ts';
import type { RequestPlan } from './plan.ts';
import type { BodyChecks } from './validation.ts';

/** The parts of a request of the served version that are mapped. */
export interface ServedRequest {
  /** Nobody else's: mapping may change them in place. */
  readonly headers: Headers;
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>> | null;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A request as it is sent to the upstream version. */
export interface UpstreamRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: BodyInit | null;
}

/** Where a request goes, and how it is mapped on the way. */
export interface RequestMapping extends ExchangeContext {
  readonly method: string;
  /** The URL in the upstream version, with the caller's query. */
  readonly url: URL;
  readonly plan: RequestPlan;
  readonly checks: BodyChecks;
}

/**
 * Maps a request to the upstream version.
 *
 * @throws InvalidRequestBodyError when the body has to be mapped and is not JSON.
 * @throws InvalidRequestError when the body is not valid in the served version.
 * @throws UnmappableValueError when the upstream version cannot hold a value.
 */
export async function mapRequest(
  request: ServedRequest,
  mapping: RequestMapping,
): Promise<UpstreamRequest> {
  const { method, plan, direction } = mapping;
  const url = new URL(mapping.url);
  const mapUrl = plan.query?.[direction];
  if (mapUrl !== undefined) {
    mapExchangePart('query', (context) => mapQuery(url, mapUrl, context), mapping);
  }
  const headers = mapHeaders(request.headers, 'request headers', plan.headers, mapping);
  const body = await mapBody(request, mapping);
  if (body !== request.body) headers.delete('content-length');
  return { method, url, headers, body };
}

async function mapBody(request: ServedRequest, mapping: RequestMapping): Promise<BodyInit | null> {
  const { operationId, direction, plan, checks } = mapping;
  const map = plan.body?.[direction];
  const isRead = map !== undefined || checks.arrived !== undefined || checks.mapped !== undefined;
  // A stream of unknown length would be sent in chunks, which not every server takes.
  if (!isRead && (request.body === null || request.headers.has('content-length'))) {
    return request.body;
  }
  const bytes = request.body === null ? null : await request.arrayBuffer();
  if (!isRead) return bytes;

  const before = bytes === null ? undefined : parseBody(bytes, operationId);
  await checks.arrived?.(before);
  const after = map === undefined ? before : mapExchangeValue('request body', before, map, mapping);
  await checks.mapped?.(after);
  if (after === before) return bytes;
  return after === undefined ? null : stringifyExact(after);
}

function parseBody(bytes: ArrayBuffer, operationId: string): JsonValue {
  try {
    return parseExactBytes(bytes);
  } catch (cause) {
    throw new InvalidRequestBodyError(operationId, { cause });
  }
}
