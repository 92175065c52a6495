import type { HeaderRecord } from './headers.ts';

/**
 * Adds a secret to a request that is about to be sent.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object
 */
export type AddSecret = (request: { url: string; headers: HeaderRecord }, secret: string) => void;

/** An API key that travels in the query. */
export function inQuery(name: string): AddSecret {
  return (request, key) => {
    request.url += `${request.url.includes('?') ? '&' : '?'}${pair(name, key)}`;
  };
}

/** An API key that travels in a header. */
export function inHeader(name: string): AddSecret {
  return ({ headers }, key) => {
    headers[name.toLowerCase()] = key;
  };
}

/** An API key that travels in a cookie. */
export function inCookie(name: string): AddSecret {
  return ({ headers }, key) => {
    const others = headers['cookie'] === undefined ? '' : `${headers['cookie']}; `;
    headers['cookie'] = others + pair(name, key);
  };
}

function pair(name: string, key: string): string {
  return `${encodeURIComponent(name)}=${encodeURIComponent(key)}`;
}
