import { describeConnectionFailure } from './connection-failure.ts';
import { followRedirects } from './follow-redirects.ts';
import { readText, type ByteBudget } from './read-bytes.ts';
import { UnreadableSourceError } from './unreadable-source-error.ts';

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
    const { response, url } = await followRedirects(new URL(href), (at) =>
      fetch(at, { redirect: 'manual', signal }),
    );
    return { text: await readBody(response, budget), href: url.href };
  } catch (error) {
    if (error instanceof UnreadableSourceError) throw error;
    const reason = signal.aborted
      ? `no answer within ${timeout} ms`
      : describeConnectionFailure(error);
    throw new UnreadableSourceError('cannot-read', `${reason}; check the URL and the network`);
  }
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
