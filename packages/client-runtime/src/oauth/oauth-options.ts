import type { OAuthError } from './oauth-error.ts';

/** What is to be kept of a grant. */
export interface Tokens {
  readonly refreshToken: string;
  /** Used until `expiresAt`. */
  readonly accessToken?: string | undefined;
  /** In ms since 1970, by the clock of the process that got the token. */
  readonly expiresAt?: number | undefined;
}

/** What {@link createOAuth} can be told. */
export interface OAuthOptions {
  readonly clientId: string;
  /** The secret, or a function that supplies it, asked before each token request. */
  readonly clientSecret: string | (() => string | Promise<string>);
  /**
   * The refresh token, or a function that loads it. The function is asked before each token request, so that a process
   * sees what another one has saved. Where it gives all that was saved, with an access token that lives on, this is used
   * and no token requested.
   */
  readonly refreshToken: string | (() => string | Tokens | Promise<string | Tokens>);
  /**
   * Keeps the tokens. It is awaited after each token request, before the new access token is used, since the answer may
   * bring a new refresh token and end the old one. It must not resolve before the tokens are safe. What it throws is
   * reported as an {@link OAuthStoreError}, and the same tokens are given to it again before the next use.
   */
  readonly save: (tokens: Tokens) => void | Promise<void>;
  /** An access token that is known from before. It needs `expiresAt`. */
  readonly accessToken?: string | undefined;
  /** When `accessToken` ends, in ms since 1970. */
  readonly expiresAt?: number | undefined;
  /** @defaultValue 'https://api.hubapi.com/oauth/2026-03/token' */
  readonly tokenUrl?: string | undefined;
  /** @defaultValue the global `fetch`, looked up at each request */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /**
   * How long a token request may take, in ms: from sending it to the last byte of the answer. There are at most three in
   * a row. 0 or Infinity sets no limit.
   *
   * @defaultValue 10000
   */
  readonly attemptTimeout?: number | undefined;
  /**
   * Told why a token could not be renewed while the one in use still works. Calls fail with such an error only once that
   * has ended.
   */
  readonly onBackgroundError?: ((error: OAuthError) => void) | undefined;
}
