/** One request and its answer, as they were on the wire. */
export interface Exchange {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly requestBody: unknown;
  readonly status: number;
  readonly location: string | null;
  readonly responseBody: unknown;
}

export type Fetch = typeof globalThis.fetch;

/** A `fetch` that adds each exchange to `exchanges`. */
export function recordingFetch(exchanges: Exchange[], send: Fetch = fetch): Fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const requestBody = parseBody(await request.clone().text());
    const response = await send(request);
    exchanges.push({
      method: request.method,
      path: pathname + search,
      requestBody,
      status: response.status,
      location: response.headers.get('location'),
      responseBody: parseBody(await response.clone().text()),
    });
    return response;
  };
}

function parseBody(text: string): unknown {
  return text === '' ? undefined : JSON.parse(text);
}
