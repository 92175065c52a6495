import { sleep } from '../retry/sleep.ts';
import type { AccessToken } from './access-token.ts';
import { askCaller } from './ask-caller.ts';
import { checkOptions } from './check-options.ts';
import { openGrant } from './grant.ts';
import type { OAuthError } from './oauth-error.ts';
import type { OAuthOptions } from './oauth-options.ts';
import { OAuthRevokedError } from './oauth-revoked-error.ts';
import { requestTokens } from './request-tokens.ts';
import { delayBeforeRetry, pauseAfter } from './retry-renewal.ts';
import { checkSecret } from './secret.ts';
import { startStopwatch } from './stopwatch.ts';

/** Why the last renewal failed, and until when it need not be tried again. */
interface Failure {
  readonly refreshToken: string;
  readonly error: OAuthError;
  isStanding(): boolean;
}

/** Gives the access token, for the `accessToken` of a client. */
export interface OAuthAccessToken {
  (): Promise<string>;
  /**
   * Takes no more of the token in use, which the API has refused. One that is younger than 10 seconds stays: calls that ran
   * at the same time tell of the one before it.
   */
  invalidate(): void;
}

/** A token that is younger is not taken for one that was refused, in ms. */
const youngest = 10_000;

/**
 * Keeps an access token fresh, for the `accessToken` of a client. All calls share one token request at a time, whoever
 * of them is aborted. A token is renewed some minutes before its end, by the first call from then on, which does not
 * wait for it; no timer runs.
 *
 * **Rotation.** An answer may bring a new refresh token and end the old one. The new one goes to `save` first, and stays
 * in memory until that has worked.
 *
 * **Lost answers.** When a connection breaks, the server may have ended the old refresh token in an answer that never
 * came. The request is repeated all the same: the old token is all there is, and servers that forgive its reuse do so for
 * seconds. One that does not calls the grant revoked, and the user connects again, as would be so without the retry.
 *
 * **Several processes** may share a grant if `refreshToken` is a function. When the token endpoint calls a refresh token
 * revoked, the function is asked once more a second later, in case another process has renewed the grant meanwhile. Let
 * the function give all that was saved, and most processes never send a request.
 *
 * **Workers** drop what a request leaves behind, so call this once for each request there, rather than once for all.
 *
 * **Refused tokens.** An API may end a token before its time, which nobody says but a 401: call `invalidate` then, and the
 * next call gets another one.
 *
 * @returns A function that gives the access token. It rejects with an {@link OAuthRevokedError}, which is remembered for
 *   as long as the refresh token is the same, an {@link OAuthConfigurationError}, an {@link OAuthUnavailableError} or an
 *   {@link OAuthStoreError}.
 * @throws OAuthConfigurationError if an option cannot be used
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-6
 * @see https://www.rfc-editor.org/rfc/rfc9700#section-4.14
 *
 * @example
 * ```ts
 * const accessToken = createOAuth({
 *   clientId,
 *   clientSecret,
 *   refreshToken: () => store.read(accountId),
 *   save: (tokens) => store.write(accountId, tokens),
 * });
 * const client = createClient({ accessToken });
 * ```
 */
export function createOAuth(options: OAuthOptions): OAuthAccessToken {
  checkOptions(options);
  const grant = openGrant(options);
  const canReload = typeof options.refreshToken === 'function';
  let inUse: AccessToken | undefined;
  let ageOfInUse = startStopwatch();
  let refused: string | undefined;
  let renewal: Promise<string> | undefined;
  let failure: Failure | undefined;
  let isResting = () => false;

  async function renew(): Promise<string> {
    for (let attempt = 1; ; attempt += 1) {
      const { refreshToken, accessToken } = await grant.load();
      if (accessToken !== undefined && accessToken.value !== refused && !accessToken.isDue()) {
        return use(accessToken);
      }
      if (failure?.refreshToken === refreshToken && failure.isStanding()) throw failure.error;

      const clientSecret = await askCaller('clientSecret', options.clientSecret, []);
      const answer = await requestTokens(options, {
        clientSecret: checkSecret('clientSecret', clientSecret),
        refreshToken,
      });
      if (answer.accessToken !== undefined || answer.refreshToken !== refreshToken) {
        await grant.replace(answer);
      }
      if (answer.accessToken !== undefined) return use(answer.accessToken);

      const { error } = answer;
      const delay = delayBeforeRetry(error, attempt, canReload);
      if (delay === undefined || error instanceof OAuthRevokedError) {
        failure = { refreshToken, error, isStanding: startTimer(pauseAfter(error)) };
      }
      if (delay === undefined) throw error;
      await sleep(delay);
    }
  }

  function use(accessToken: AccessToken): string {
    inUse = accessToken;
    ageOfInUse = startStopwatch();
    isResting = () => false;
    return accessToken.value;
  }

  function startRenewal(): Promise<string> {
    const isInBackground = inUse !== undefined && !inUse.isOver();
    const started = renew().finally(() => {
      renewal = undefined;
    });
    // Handled here in any case, as nobody may be waiting for it.
    started.catch((error: OAuthError) => {
      isResting = startTimer(pauseAfter(error));
      if (isInBackground) report(error, options);
    });
    return started;
  }

  async function accessToken(): Promise<string> {
    if (inUse === undefined || inUse.isOver()) return (renewal ??= startRenewal());
    if (inUse.isDue() && !isResting()) renewal ??= startRenewal();
    return inUse.value;
  }

  function invalidate(): void {
    if (inUse === undefined || ageOfInUse() < youngest) return;
    refused = inUse.value;
    inUse = undefined;
  }

  return Object.assign(accessToken, { invalidate });
}

/** Tells whether some ms have not passed yet. */
function startTimer(duration: number): () => boolean {
  const age = startStopwatch();
  return () => age() < duration;
}

function report(error: OAuthError, { onBackgroundError }: OAuthOptions): void {
  try {
    onBackgroundError?.(error);
  } catch {
    // Nobody could handle it, and it would end the program.
  }
}
