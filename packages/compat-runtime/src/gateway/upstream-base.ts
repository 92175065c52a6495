import { CompatConfigurationError } from '../errors/compat-configuration-error.ts';
import { ProblemError } from './problem.ts';

/**
 * The origin and base path that a gateway sends requests to, without a slash at the end.
 *
 * @throws CompatConfigurationError when tokens would travel in the clear, that is anywhere but on
 * this machine without TLS; or when the URL has more than an origin and a path.
 */
export function upstreamBaseOf(upstreamUrl: string | URL): string {
  const url = URL.parse(upstreamUrl);
  const base = url && url.origin + url.pathname;
  // What else the URL holds may be a secret, so the message does not repeat it.
  if (base === null || base !== url?.href || !/^https?:/.test(base)) {
    throw new CompatConfigurationError(
      'upstreamUrl: not an HTTP origin and path alone; give it as https://host/path',
    );
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new CompatConfigurationError(
      `upstreamUrl: ${url.origin} would be sent access tokens in the clear; give it as https://`,
    );
  }
  return base.replace(/\/+$/, '');
}

/** Whether a host, as URLs have it, is this machine. */
function isLoopback(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

/**
 * Makes sure that a request stays at the upstream, whatever is in its path.
 *
 * Parsing a URL resolves dot segments, but not those that a server finds only once it has decoded
 * slashes, or cut off what some call path parameters: `..%2F`, `..;`.
 *
 * @throws ProblemError when the URL is not below `base`.
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-5.2.4
 */
export function requireBelow(base: string, url: string): void {
  const end = url.indexOf('?');
  const path = end === -1 ? url : url.slice(0, end);
  if (path.startsWith(`${base}/`) && !hidesDotSegment(path.slice(base.length))) return;
  throw new ProblemError({
    kind: 'ambiguous-path',
    detail: 'A path segment reads as "." or ".." once it is decoded. Nothing was sent.',
  });
}

function hidesDotSegment(path: string): boolean {
  const decoded = path
    .replaceAll(/%2e/gi, '.')
    .replaceAll(/%(?:2f|5c)|\\/gi, '/')
    .replaceAll(/%3b/gi, ';');
  return /\/\.{1,2}(?:;[^/]*)?(?:\/|$)/.test(decoded);
}
