import { InvalidRequestBodyError } from './errors/invalid-request-body-error.ts';
import { parseExact, stringifyExact } from './exact-json.ts';
import type { JsonValue } from './exact-json.ts';
import { mapExchangePart, mapExchangeValue } from './map-exchange-part.ts';
import type { ExchangeContext } from './map-exchange-part.ts';
import { mapHeaders } from './map-headers.ts';
import { mapQuery } from './map-query.ts';
import type { RequestPlan } from './plan.ts';
import type { BodyChecks } from './validation.ts';

/** Where a request goes, and how it is mapped on the way. */
export interface RequestMapping extends ExchangeContext {
  readonly method: string;
  /** The URL in the upstream version, with the caller's query. */
  readonly url: URL;
  readonly plan: RequestPlan;
  readonly checks: BodyChecks;
}

/**
 * Maps a request to the upstream version. The abort signal and other settings stay.
 *
 * @throws InvalidRequestBodyError when the body has to be mapped and is not JSON.
 * @throws InvalidRequestError when the body is not valid in the served version.
 * @throws UnmappableValueError when the upstream version cannot hold a value.
 */
export async function mapRequest(request: Request, mapping: RequestMapping): Promise<Request> {
  const { method, plan, direction } = mapping;
  const url = new URL(mapping.url);
  const mapUrl = plan.query?.[direction];
  if (mapUrl !== undefined) {
    mapExchangePart('query', (context) => mapQuery(url, mapUrl, context), mapping);
  }
  const headers = mapHeaders(request.headers, 'request headers', plan.headers, mapping);
  const body = await mapBody(request, mapping);
  if (body !== request.body) headers.delete('content-length');
  const { signal, redirect, credentials, cache, mode, integrity, keepalive } = request;
  const settings = { signal, redirect, credentials, cache, mode, integrity, keepalive };
  // `fetch` insists on `duplex` where the body is a stream.
  const init = { ...settings, method, headers, body, duplex: 'half' };
  return new Request(url, init);
}

async function mapBody(request: Request, mapping: RequestMapping): Promise<BodyInit | null> {
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
    return parseExact(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new InvalidRequestBodyError(operationId, { cause });
  }
}
