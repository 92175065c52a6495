import { readText, type ByteBudget } from './read-bytes.ts';
import { UnreadableSourceError } from './unreadable-source-error.ts';

const MAX_REDIRECTS = 5;

/** A document from the network, and the URL that finally gave it. */
export interface FetchedText {
  readonly text: string;
  readonly href: string;
}

/**
 * Gets a document over HTTPS, or over HTTP from this machine.
 *
 * @param timeout - For the whole exchange with its redirects, in ms.
 * @throws UnreadableSourceError
 */
export async function readUrl(
  href: string,
  budget: ByteBudget,
  timeout: number,
): Promise<FetchedText> {
  const signal = AbortSignal.timeout(timeout);
  try {
    return await follow(new URL(href), budget, signal);
  } catch (error) {
    if (error instanceof UnreadableSourceError) throw error;
    const reason = signal.aborted ? `no answer within ${timeout} ms` : messageOf(error);
    throw new UnreadableSourceError('cannot-read', `${reason}; check the URL and the network`);
  }
}

async function follow(start: URL, budget: ByteBudget, signal: AbortSignal): Promise<FetchedText> {
  let url = start;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    refuseInsecure(url);
    const response = await fetch(url, { redirect: 'manual', signal });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) {
      return { text: await readBody(response, budget), href: url.href };
    }
    await response.body?.cancel();
    const next = new URL(location, url);
    refuseDowngrade(url, next);
    url = next;
  }
  throw new UnreadableSourceError(
    'cannot-read',
    `more than ${MAX_REDIRECTS} redirects; give the URL they lead to`,
  );
}

async function readBody(response: Response, budget: ByteBudget): Promise<string> {
  if (!response.ok) {
    await response.body?.cancel();
    throw new UnreadableSourceError(
      'cannot-read',
      `the server answered ${response.status}; check the URL`,
    );
  }
  return response.body === null ? '' : readText(response.body, budget);
}

function refuseInsecure(url: URL): void {
  if (url.protocol === 'https:') return;
  if (url.protocol === 'http:' && isLoopback(url.hostname)) return;
  throw new UnreadableSourceError(
    'network-refused',
    `${url.protocol}//${url.host} is not read: anyone on the way could change it; use https`,
  );
}

/** A server elsewhere must not be able to name what only this machine can reach. */
function refuseDowngrade(from: URL, to: URL): void {
  if (from.protocol === to.protocol || to.protocol === 'https:') return;
  throw new UnreadableSourceError(
    'network-refused',
    `${from.host} redirects from https to ${to.protocol}//${to.host}; give a URL that stays on https`,
  );
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

/** `fetch` says "fetch failed" and keeps the reason in `cause`. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== ''
    ? error.cause.message
    : error.message;
}
