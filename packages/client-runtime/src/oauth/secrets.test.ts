import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createOAuth } from './create-oauth.ts';
import type { OAuthOptions } from './oauth-options.ts';

const clientSecret = '5f3c~client/secret+&=!';
const refreshToken = 'na1-7b1c~refresh/token+&=!';
const accessToken = 'CKx~access/token+&=!';
const newRefreshToken = 'na1-8c2d~refresh/token+&=!';
const secrets = [clientSecret, refreshToken, accessToken, newRefreshToken];

/** Everything of a value that may end up in a log. */
function everythingShown(value: unknown): string {
  const shown = inspect(value, { depth: Infinity, showHidden: true, getters: true });
  const { stack, message } = Object(value) as Error;
  return [shown, JSON.stringify(value), String(value), stack, message].join('\n');
}

function expectNoSecret(text: string): void {
  for (const secret of secrets) {
    expect(text).not.toContain(secret);
    expect(text).not.toContain(encodeURIComponent(secret));
    expect(text).not.toContain(new URLSearchParams({ s: secret }).toString().slice(2));
  }
}

/** Repetitions wait for seconds. */
async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  const outcome = promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  await vi.advanceTimersByTimeAsync(20_000);
  return outcome;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const tokens = { access_token: accessToken, refresh_token: newRefreshToken, expires_in: 1800 };
const options = {
  clientId: 'client',
  clientSecret,
  refreshToken,
  save: () => {},
  attemptTimeout: 20,
  fetch: async () => Response.json(tokens),
};

type Fetch = NonNullable<OAuthOptions['fetch']>;
const echo =
  (status: number, describe: (body: string) => unknown): Fetch =>
  async (_, { body }) =>
    Response.json(describe(String(body)), { status });

const databaseError = (values: unknown) =>
  Object.assign(new Error(`UPDATE grants SET tokens = '${JSON.stringify(values)}'`), { values });

const failures: Record<string, Partial<OAuthOptions>> = {
  'a fetch that shows its request': {
    fetch: async (url, init) => {
      const cause = Object.assign(new Error(String(init.body)), { init });
      throw Object.assign(new TypeError(`${url} ${String(init.body)}`, { cause }), { init });
    },
  },
  'a fetch that never ends': { fetch: () => new Promise(() => {}) },
  'a refusal that repeats the form': {
    fetch: echo(400, (body) => ({ error: body, message: body, correlationId: body })),
  },
  'a refusal that repeats the decoded form': {
    fetch: echo(401, (body) => ({ error_description: decodeURIComponent(body) })),
  },
  'a revocation that names the token': {
    fetch: echo(400, () => ({ error: 'invalid_grant', error_description: `no ${refreshToken}` })),
  },
  'a failure whose header repeats the form': {
    fetch: async (_, { body }) =>
      new Response(null, { status: 503, headers: { 'x-hubspot-correlation-id': String(body) } }),
  },
  'a success that cannot be used': {
    fetch: echo(200, () => ({ ...tokens, access_token: `${accessToken}\n` })),
  },
  'a store that shows what it was to save': {
    save: async (saved) => {
      throw databaseError(saved);
    },
  },
  'a store that throws no error': {
    save: async (saved) => {
      throw JSON.stringify(saved);
    },
  },
  'a refresh token with a line break': { refreshToken: () => `${refreshToken}\n` },
  'a client secret with a line break': { clientSecret: () => `${clientSecret}\n` },
};

test.each(Object.entries(failures))('no secret shows after %s', async (_, failure) => {
  const provider = createOAuth({ ...options, ...failure });
  const error = await rejectionOf(provider());
  expect(error).toMatchObject({ kind: expect.stringMatching(/^oauth-/) });
  expectNoSecret(everythingShown(error));
  expectNoSecret(everythingShown(provider));
});

test('no secret shows where the store fails to load what was saved', async () => {
  const reads = [refreshToken];
  const provider = createOAuth({
    ...options,
    fetch: async () => Response.json({ ...tokens, expires_in: 1e-3 }),
    refreshToken: async () => {
      const read = reads.shift();
      if (read === undefined) throw databaseError(tokens);
      return read;
    },
  });
  await provider();
  expectNoSecret(everythingShown(provider));
  vi.advanceTimersByTime(1000);
  const error = await rejectionOf(provider());
  expect(error).toMatchObject({ kind: 'oauth-store', option: 'refreshToken' });
  expectNoSecret(everythingShown(error));
});
