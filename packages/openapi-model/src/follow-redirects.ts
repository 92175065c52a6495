import { BlockList, isIPv6 } from 'node:net';

import { UnreadableSourceError } from './unreadable-source-error.ts';

const MAX_REDIRECTS = 5;

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** An answer that is no redirect, and the URL that finally gave it. */
export interface FinalResponse {
  readonly response: Response;
  readonly url: URL;
}

/**
 * Requests a document and follows redirects, each no less trusted than the URL before it: over HTTPS, or over HTTP from
 * this machine, and never from the public network to a private one. Names are judged as they stand, not resolved.
 *
 * @param request - Sends one request, and follows no redirect itself.
 * @throws UnreadableSourceError where a URL is refused; its message has no query string and no credentials.
 * @throws whatever `request` does.
 */
export async function followRedirects(
  start: URL,
  request: (url: URL) => Promise<Response>,
): Promise<FinalResponse> {
  let url = start;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    refuseInsecure(url);
    refuseCredentials(url);
    const response = await request(url);
    const location = response.headers.get('location');
    if (!REDIRECTS.has(response.status) || location === null) return { response, url };
    await response.body?.cancel();
    const next = resolveLocation(location, url);
    refuseDowngrade(url, next);
    refusePrivate(url, next);
    url = next;
  }
  throw new UnreadableSourceError(
    'cannot-read',
    `more than ${MAX_REDIRECTS} redirects; give the URL they lead to`,
  );
}

function resolveLocation(location: string, base: URL): URL {
  const url = URL.parse(location, base);
  if (url !== null) return url;
  throw new UnreadableSourceError(
    'cannot-read',
    `${base.host} redirects to something that is no URL; give the URL it should lead to`,
  );
}

function refuseInsecure(url: URL): void {
  if (url.protocol === 'https:') return;
  if (url.protocol === 'http:' && isLoopback(url.hostname)) return;
  throw new UnreadableSourceError(
    'network-refused',
    `${url.protocol}//${url.host} is not read: anyone on the way could change it; use https`,
  );
}

/** They would end up in messages, logs and files, and `fetch` refuses them anyway. */
function refuseCredentials(url: URL): void {
  if (url.username === '' && url.password === '') return;
  throw new UnreadableSourceError(
    'network-refused',
    `the URL at ${url.host} has credentials in it; download the file and give its path`,
  );
}

function refuseDowngrade(from: URL, to: URL): void {
  if (from.protocol === to.protocol || to.protocol === 'https:') return;
  throw new UnreadableSourceError(
    'network-refused',
    `${from.host} redirects from https to ${to.protocol}//${to.host}; give a URL that stays on https`,
  );
}

/** A server elsewhere must not be able to name what only this machine or its network can reach. */
function refusePrivate(from: URL, to: URL): void {
  if (!isPrivate(to.hostname) || isPrivate(from.hostname)) return;
  throw new UnreadableSourceError(
    'network-refused',
    `${from.host} redirects to ${to.host}, which is in a private network; give that URL if you trust it`,
  );
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

/**
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const PRIVATE_ADDRESSES = new BlockList();
PRIVATE_ADDRESSES.addSubnet('0.0.0.0', 8);
PRIVATE_ADDRESSES.addSubnet('10.0.0.0', 8);
PRIVATE_ADDRESSES.addSubnet('100.64.0.0', 10);
PRIVATE_ADDRESSES.addSubnet('127.0.0.0', 8);
PRIVATE_ADDRESSES.addSubnet('169.254.0.0', 16);
PRIVATE_ADDRESSES.addSubnet('172.16.0.0', 12);
PRIVATE_ADDRESSES.addSubnet('192.168.0.0', 16);
PRIVATE_ADDRESSES.addSubnet('::', 127, 'ipv6');
PRIVATE_ADDRESSES.addSubnet('fc00::', 7, 'ipv6');
PRIVATE_ADDRESSES.addSubnet('fe80::', 10, 'ipv6');

/** Whether a name or address, as `URL` writes it, is one of this machine or of a private network. */
function isPrivate(hostname: string): boolean {
  if (/(^|\.)localhost\.?$/.test(hostname)) return true;
  const address = hostname.replace(/^\[(.*)\]$/, '$1');
  return PRIVATE_ADDRESSES.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
