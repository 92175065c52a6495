import { applyMapping } from './apply-mapping.ts';
import { InvalidRequestBodyError } from './errors/invalid-request-body-error.ts';
import { parseExact, stringifyExact } from './exact-json.ts';
import type { JsonValue } from './exact-json.ts';
import type { LossContext, OnLoss } from './loss.ts';
import type { ErasedMapping } from './mapping.ts';
import type { RequestPlan } from './plan.ts';

/** Where a request goes, and how it is mapped on the way. */
export interface RequestMapping extends Omit<LossContext, 'part'> {
  readonly method: string;
  /** The URL in the upstream version, with the caller's query. */
  readonly url: URL;
  readonly plan: RequestPlan;
  readonly onLoss: OnLoss;
}

/**
 * Maps a request to the upstream version. Headers, the abort signal and other settings stay.
 *
 * @throws InvalidRequestBodyError when the body has to be mapped and is not JSON.
 * @throws UnmappableValueError when the upstream version cannot hold a value.
 */
export async function mapRequest(request: Request, mapping: RequestMapping): Promise<Request> {
  const { method, plan } = mapping;
  const url = plan.query === undefined ? mapping.url : mapQuery(mapping.url, plan.query, mapping);
  const body = await mapBody(request, mapping);
  const headers = new Headers(request.headers);
  if (body !== request.body) headers.delete('content-length');
  const { signal, redirect, credentials, cache, mode, integrity, keepalive } = request;
  const settings = { signal, redirect, credentials, cache, mode, integrity, keepalive };
  // `fetch` insists on `duplex` where the body is a stream.
  const init = { ...settings, method, headers, body, duplex: 'half' };
  return new Request(url, init);
}

function mapQuery(
  url: URL,
  query: ErasedMapping,
  { operationId, direction, onLoss }: RequestMapping,
): URL {
  const before = queryOf(url.searchParams);
  const after = applyMapping(query, before, { operationId, direction, part: 'query' }, onLoss);
  // Writing an equal query again could still change how it is encoded.
  if (after === before) return url;
  const mapped = new URL(url);
  mapped.search = new URLSearchParams(parameterPairs(after as Query)).toString();
  return mapped;
}

type Query = Record<string, string[]>;

function queryOf(parameters: URLSearchParams): Query {
  // Without a prototype, a parameter may be called `__proto__`.
  const query: Query = Object.create(null);
  for (const [name, value] of parameters) (query[name] ??= []).push(value);
  return query;
}

function parameterPairs(query: Query): string[][] {
  return Object.entries(query).flatMap(([name, values]) => values.map((value) => [name, value]));
}

async function mapBody(
  request: Request,
  { operationId, direction, plan, onLoss }: RequestMapping,
): Promise<BodyInit | null> {
  if (request.body === null) return null;
  // A stream of unknown length would be sent in chunks, which not every server takes.
  if (plan.body === undefined && request.headers.has('content-length')) return request.body;
  const bytes = await request.arrayBuffer();
  if (plan.body === undefined) return bytes;

  const before = parseBody(bytes, operationId);
  const context = { operationId, direction, part: 'request body' } as const;
  const after = applyMapping(plan.body, before, context, onLoss);
  return after === before ? bytes : stringifyExact(after);
}

function parseBody(bytes: ArrayBuffer, operationId: string): JsonValue {
  try {
    return parseExact(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new InvalidRequestBodyError(operationId, { cause });
  }
}
