import {
  createApiClient,
  inQuery,
  type ApiClientOptions,
  type ApiPromise,
  type CallOptions,
  type OperationSpec,
} from '../src/index.ts';

/** The method of an operation that is described in a test. */
export type Call = (
  input?: Readonly<Record<string, unknown>>,
  options?: CallOptions,
) => ApiPromise<unknown>;

/** A client's only method: of an operation named `call`, a GET that may be repeated unless `spec` says otherwise. */
export function createOne(
  options: ApiClientOptions<'key'>,
  spec: Partial<OperationSpec> = {},
): Call {
  return createApiClient<{ call: Call }>(
    { baseUrl: 'https://api.example.com' },
    {
      call: {
        method: 'GET',
        path: '/',
        apiKeys: { key: inQuery('hapikey') },
        ...(spec.method === undefined && { repeatable: true }),
        ...spec,
      },
    },
    options,
  ).call;
}

/** A `fetch` that gives the outcomes in turn, and the last one from then on; `times` says when, in ms of the epoch. */
export function fetchInTurn(
  ...outcomes: ((url: string, init: RequestInit) => Promise<Response>)[]
) {
  const times: number[] = [];
  const fetch = (url: string, init: RequestInit): Promise<Response> => {
    times.push(Date.now());
    return outcomes[Math.min(times.length, outcomes.length) - 1]!(url, init);
  };
  return { times, fetch };
}

/** An answer with a status, as an outcome. */
export function answer(
  status: number,
  headers: Record<string, string> = {},
  body = '{}',
): () => Promise<Response> {
  return async () => new Response(status === 204 ? null : body, { status, headers });
}

/** What a `fetch` of Node rejects with. */
export async function disconnect(code = 'ECONNRESET', message = `read ${code}`): Promise<never> {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });
}

export const never = (): Promise<never> => new Promise<never>(() => {});
