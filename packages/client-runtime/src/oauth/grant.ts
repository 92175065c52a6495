import { holdAccessToken, type AccessToken } from './access-token.ts';
import { askCaller } from './ask-caller.ts';
import type { OAuthOptions, Tokens } from './oauth-options.ts';
import { checkSecret, isSecret } from './secret.ts';

/** The newest tokens that are known. */
export interface GrantedTokens {
  readonly refreshToken: string;
  readonly accessToken?: AccessToken | undefined;
}

/** What a user has granted, held in the caller's store and, where that is behind, in memory. */
export interface Grant {
  /**
   * Reads the newest tokens, once what could not be saved before is saved.
   *
   * @throws OAuthStoreError if `save` or `refreshToken` fails
   * @throws OAuthConfigurationError if there is no refresh token that could be sent
   */
  load(): Promise<GrantedTokens>;
  /**
   * Takes new tokens, and resolves once they are saved.
   *
   * @throws OAuthStoreError if `save` fails; the tokens are kept, and saved by the next {@link load}
   */
  replace(tokens: GrantedTokens): Promise<void>;
}

/** Opens the grant that the options lead to; nothing is read yet. */
export function openGrant(options: OAuthOptions): Grant {
  let newest: GrantedTokens | undefined;
  /** What we have replaced, in case the store is behind. */
  const replaced = new Set<string>();
  let unsaved: Tokens | undefined;

  async function saveNewest(): Promise<void> {
    if (unsaved === undefined) return;
    const tokens = unsaved;
    await askCaller('save', () => options.save(tokens), secretsOf(newest));
    unsaved = undefined;
  }

  return {
    async load() {
      await saveNewest();
      const stored = await askCaller('refreshToken', options.refreshToken, secretsOf(newest));
      const { accessToken, expiresAt } = options;
      const tokens: Tokens =
        typeof stored === 'object' ? stored : { refreshToken: stored, accessToken, expiresAt };
      const refreshToken = checkSecret('refreshToken', (tokens as Tokens | null)?.refreshToken);
      newest = {
        refreshToken:
          newest !== undefined && replaced.has(refreshToken) ? newest.refreshToken : refreshToken,
        accessToken: readAccessToken(tokens, newest?.accessToken),
      };
      return newest;
    },
    async replace(tokens) {
      if (newest !== undefined) replaced.add(newest.refreshToken);
      replaced.delete(tokens.refreshToken);
      newest = tokens;
      unsaved = describe(tokens);
      await saveNewest();
    },
  };
}

/** Prefers the stored access token where another process has put it there, and it lives on. */
function readAccessToken(
  { accessToken, expiresAt }: Tokens,
  known: AccessToken | undefined,
): AccessToken | undefined {
  if (!isSecret(accessToken) || accessToken === known?.value) return known;
  const stored = holdAccessToken(accessToken, Number(expiresAt) - Date.now());
  return stored.isDue() ? known : stored;
}

function describe({ refreshToken, accessToken }: GrantedTokens): Tokens {
  return accessToken === undefined
    ? { refreshToken }
    : { refreshToken, accessToken: accessToken.value, expiresAt: accessToken.expiresAt };
}

function secretsOf(tokens: GrantedTokens | undefined): string[] {
  return [tokens?.refreshToken, tokens?.accessToken?.value].filter((token) => token !== undefined);
}
