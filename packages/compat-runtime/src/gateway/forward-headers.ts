/** @see https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1 */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-7.6.3 */
const via = '1.1 apipin';

/** The headers of a request as a gateway sends them on. */
export function forwardRequestHeaders(received: Headers): Headers {
  const headers = new Headers(received);
  keepEndToEnd(headers);
  // `fetch` names the upstream itself, and has no notion of waiting for a 100 (Continue).
  headers.delete('host');
  headers.delete('expect');
  // The one compression that every `fetch` undoes. The caller's wish is about our answer to it.
  headers.set('accept-encoding', 'gzip');
  return headers;
}

/**
 * Turns the headers of a response that `fetch` received, and whose body it has decoded, into those
 * that a gateway sends on. It changes them in place, since copying headers costs as much as all of
 * this.
 */
export function cleanResponseHeaders(headers: Headers): void {
  keepEndToEnd(headers);
  // Says where else the upstream's origin is to be had, which says nothing about ours.
  headers.delete('alt-svc');
  if (isDecoded(headers.get('content-encoding'))) {
    headers.delete('content-encoding');
    headers.delete('content-length');
  }
}

/** Whether a body is sure to have no more than `maxBytes`: HTTP ends it where its length says. */
export function isAnnounced(headers: Headers, maxBytes: number): boolean {
  const length = headers.get('content-length');
  return length !== null && Number(length) <= maxBytes && !headers.has('content-encoding');
}

function keepEndToEnd(headers: Headers): void {
  const connection = headers.get('connection');
  if (connection !== null) {
    for (const [name] of connection.matchAll(/[\w!#$%&'*+.^`|~-]+/g)) headers.delete(name);
  }
  for (const name of hopByHop) headers.delete(name);
  headers.append('via', via);
}

/** @see https://fetch.spec.whatwg.org/#handle-content-codings */
function isDecoded(contentEncoding: string | null): boolean {
  return contentEncoding !== null && /^(?:(?:x-)?gzip|deflate|br)$/i.test(contentEncoding.trim());
}
