import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createOAuth } from './create-oauth.ts';
import { OAuthConfigurationError } from './oauth-configuration-error.ts';
import type { OAuthOptions, Tokens } from './oauth-options.ts';
import { OAuthRevokedError } from './oauth-revoked-error.ts';
import { OAuthStoreError } from './oauth-store-error.ts';
import { OAuthUnavailableError } from './oauth-unavailable-error.ts';

const minute = 60_000;
const client = { clientId: 'client', clientSecret: 'client-secret' };

type Answer = Response | Error | undefined;

/** A token endpoint that gives a1, a2, … for half an hour each, unless `answers` say otherwise. */
function endpoint(...answers: (Answer | Promise<Answer>)[]) {
  const sent: (string | null)[] = [];
  const fetch = async (_url: string, { body }: RequestInit) => {
    sent.push(new URLSearchParams(body as string).get('refresh_token'));
    const answer = await answers.shift();
    if (answer instanceof Error) throw answer;
    return answer ?? tokens(`a${sent.length}`);
  };
  return { sent, fetch };
}

const tokens = (access_token: string, more: object = {}) =>
  Response.json({ access_token, expires_in: 1800, token_type: 'bearer', ...more });
const revoked = () =>
  Response.json({ error: 'invalid_grant', status: 'BAD_REFRESH_TOKEN' }, { status: 400 });
const failed = (status: number, headers: Record<string, string> = {}) =>
  Response.json({}, { status, headers });

function oauth(options: Partial<OAuthOptions> & Pick<OAuthOptions, 'fetch'>) {
  return createOAuth({ ...client, refreshToken: 'r1', save: () => {}, ...options });
}

/** Rejections that are expected while time is moved by hand. */
async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  const outcome = promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  await vi.advanceTimersByTimeAsync(20_000);
  return outcome;
}

/** Lets what is under way come to its end, without time passing. */
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('calls share one request, and its token while that lives', async () => {
  const { sent, fetch } = endpoint();
  const accessToken = oauth({ fetch });
  expect(await Promise.all([accessToken(), accessToken(), accessToken()])).toEqual(
    Array(3).fill('a1'),
  );
  vi.advanceTimersByTime(24 * minute);
  expect(await accessToken()).toBe('a1');
  expect(sent).toEqual(['r1']);
});

test('nothing happens before the first call, and no timer is left after it', async () => {
  const { sent, fetch } = endpoint();
  const load = vi.fn(() => 'r1');
  const accessToken = oauth({ fetch, refreshToken: load });
  await settle();
  expect([sent.length, load.mock.calls.length]).toEqual([0, 0]);
  await accessToken();
  expect(vi.getTimerCount()).toBe(0);
});

test('a call near the end gets the old token at once, and later ones the new one', async () => {
  const { sent, fetch } = endpoint();
  const accessToken = oauth({ fetch });
  await accessToken();
  vi.advanceTimersByTime(28 * minute);
  expect(await Promise.all([accessToken(), accessToken()])).toEqual(['a1', 'a1']);
  await settle();
  expect(await accessToken()).toBe('a2');
  expect(sent.length).toBe(2);
});

test('processes renew at different times', async () => {
  const renewedAfter = async (random: number) => {
    vi.spyOn(Math, 'random').mockReturnValue(random);
    const { sent, fetch } = endpoint();
    const accessToken = oauth({ fetch });
    const start = Date.now();
    await accessToken();
    while (sent.length < 2) {
      vi.advanceTimersByTime(minute / 2);
      await accessToken();
      await settle();
    }
    return (Date.now() - start) / minute;
  };
  expect(await renewedAfter(0)).toBe(25);
  expect(await renewedAfter(0.999)).toBe(27.5);
});

test('a token that the API refuses is replaced by the next call, stored or not', async () => {
  const { sent, fetch } = endpoint();
  const stored: Tokens = {
    refreshToken: 'r1',
    accessToken: 'dead',
    expiresAt: Date.now() + 30 * minute,
  };
  const accessToken = oauth({ fetch, refreshToken: () => stored });
  expect(await accessToken()).toBe('dead');
  vi.advanceTimersByTime(minute);
  accessToken.invalidate();
  expect(await Promise.all([accessToken(), accessToken()])).toEqual(['a1', 'a1']);
  expect(sent).toEqual(['r1']);
});

test('a token that is new is not taken for the one that was refused', async () => {
  const { sent, fetch } = endpoint();
  const accessToken = oauth({ fetch });
  accessToken.invalidate();
  await accessToken();
  vi.advanceTimersByTime(9_999);
  accessToken.invalidate();
  expect(await accessToken()).toBe('a1');
  vi.advanceTimersByTime(1);
  accessToken.invalidate();
  accessToken.invalidate();
  expect(await accessToken()).toBe('a2');
  expect(sent).toHaveLength(2);
});

test('a call after the end waits for the new token', async () => {
  const { fetch } = endpoint();
  const accessToken = oauth({ fetch });
  await accessToken();
  vi.advanceTimersByTime(29.6 * minute);
  expect(await accessToken()).toBe('a2');
});

test('a clock that is set back does not lengthen the life of a token', async () => {
  const { fetch } = endpoint();
  const accessToken = oauth({ fetch });
  await accessToken();
  vi.advanceTimersByTime(15 * minute);
  vi.setSystemTime(0);
  vi.advanceTimersByTime(15 * minute);
  expect(await accessToken()).toBe('a2');
});

test('a machine that slept asks for a new token once', async () => {
  const { sent, fetch } = endpoint();
  const accessToken = oauth({ fetch });
  await accessToken();
  // The monotonic clock stands still.
  vi.setSystemTime(Date.now() + 600 * minute);
  expect(await accessToken()).toBe('a2');
  vi.advanceTimersByTime(20 * minute);
  expect(await accessToken()).toBe('a2');
  expect(sent.length).toBe(2);
});

test('a known access token is used until its end', async () => {
  const { fetch } = endpoint();
  const known = { accessToken: 'a0', expiresAt: Date.now() + 10 * minute };
  const accessToken = oauth({ fetch, ...known });
  expect(await accessToken()).toBe('a0');
  vi.advanceTimersByTime(10 * minute);
  expect(await accessToken()).toBe('a1');
});

test.each([undefined, NaN, 0, Date.parse('2020-01-01')])(
  'an access token that ends at %s is not used',
  async (expiresAt) => {
    const { fetch } = endpoint();
    expect(await oauth({ fetch, accessToken: 'a0', expiresAt })()).toBe('a1');
  },
);

test('a new refresh token is saved before its access token is used, and sent from then on', async () => {
  const { sent, fetch } = endpoint(tokens('a1', { refresh_token: 'r2' }));
  const saved = Promise.withResolvers<void>();
  const save = vi.fn<OAuthOptions['save']>(() => saved.promise);
  const accessToken = oauth({ fetch, save });
  let isUsed = false;
  const first = accessToken().then((token) => {
    isUsed = true;
    return token;
  });
  await vi.advanceTimersByTimeAsync(minute);
  expect(isUsed).toBe(false);
  const expiresAt = Date.now() + 29 * minute;
  expect(save.mock.calls).toEqual([[{ refreshToken: 'r2', accessToken: 'a1', expiresAt }]]);
  saved.resolve();
  expect(await first).toBe('a1');
  vi.advanceTimersByTime(30 * minute);
  expect(await accessToken()).toBe('a2');
  expect(sent).toEqual(['r1', 'r2']);
});

test('tokens that could not be saved are reported, kept, and saved before the next use', async () => {
  const { sent, fetch } = endpoint(tokens('a1', { refresh_token: 'r2' }));
  const save = vi.fn<OAuthOptions['save']>().mockRejectedValueOnce(new Error('disk full'));
  const accessToken = oauth({ fetch, save });
  const error = await rejectionOf(accessToken());
  expect(error).toBeInstanceOf(OAuthStoreError);
  expect(error).toMatchObject({
    kind: 'oauth-store',
    option: 'save',
    message: 'OAuth: save() failed: disk full; look at what it calls',
  });
  expect(await accessToken()).toBe('a1');
  expect(sent).toEqual(['r1']);
  expect(save.mock.calls[1]).toEqual(save.mock.calls[0]);
});

test('while the old token lives, a failure to save is told to onBackgroundError', async () => {
  const { sent, fetch } = endpoint(tokens('a1'), tokens('a2', { refresh_token: 'r2' }));
  const save = vi
    .fn<OAuthOptions['save']>()
    .mockResolvedValueOnce()
    .mockRejectedValueOnce(new Error('disk full'));
  const onBackgroundError = vi.fn(() => {
    throw new Error('not even this works');
  });
  const accessToken = oauth({ fetch, save, onBackgroundError });
  await accessToken();
  vi.advanceTimersByTime(28 * minute);
  expect(await accessToken()).toBe('a1');
  await settle();
  expect(await accessToken()).toBe('a1');
  expect(onBackgroundError.mock.calls).toEqual([[expect.any(OAuthStoreError)]]);
  // It rests for a second.
  expect(save).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1000);
  await accessToken();
  await settle();
  expect(await accessToken()).toBe('a2');
  expect(sent).toEqual(['r1', 'r1']);
});

test('a store that is behind does not bring a replaced token back', async () => {
  const { sent, fetch } = endpoint(
    tokens('a1', { refresh_token: 'r2' }),
    tokens('a2', { refresh_token: 'r3' }),
  );
  const stored = ['r1', 'r1', 'r2'];
  const accessToken = oauth({ fetch, refreshToken: async () => stored.shift() ?? 'r3' });
  for (const token of ['a1', 'a2', 'a3', 'a4']) {
    expect(await accessToken()).toBe(token);
    vi.advanceTimersByTime(30 * minute);
  }
  expect(sent).toEqual(['r1', 'r2', 'r3', 'r3']);
});

test('what another process has saved is used, without a request while that lives', async () => {
  const { sent, fetch } = endpoint();
  let stored: string | Tokens = 'r1';
  const accessToken = oauth({ fetch, refreshToken: async () => stored });
  await accessToken();
  vi.advanceTimersByTime(30 * minute);
  stored = { refreshToken: 'r7', accessToken: 'a7', expiresAt: Date.now() + 20 * minute };
  expect(await accessToken()).toBe('a7');
  vi.advanceTimersByTime(20 * minute);
  expect(await accessToken()).toBe('a2');
  expect(sent).toEqual(['r1', 'r7']);
});

test('a token that is due is renewed, although the store still has it', async () => {
  const { sent, fetch } = endpoint();
  let stored: Tokens = { refreshToken: 'r1' };
  const save = async (saved: Tokens) => void (stored = saved);
  const accessToken = oauth({ fetch, refreshToken: async () => stored, save });
  await accessToken();
  vi.advanceTimersByTime(28 * minute);
  await accessToken();
  await settle();
  expect(await accessToken()).toBe('a2');
  expect(sent.length).toBe(2);
});

test('processes that share a store share their tokens', async () => {
  const { sent, fetch } = endpoint();
  let stored: Tokens = { refreshToken: 'r1' };
  const shared = {
    fetch,
    refreshToken: async () => stored,
    save: async (saved: Tokens) => void (stored = saved),
  };
  const [one, other] = [oauth(shared), oauth(shared)];
  const used = new Set([await one(), await other()]);
  vi.advanceTimersByTime(30 * minute);
  used.add(await other()).add(await one());
  expect([...used]).toEqual(['a1', 'a2']);
  expect(sent.length).toBe(2);
});

test('a token that another process has used up gives way to what that saves', async () => {
  const { sent, fetch } = endpoint(revoked());
  let stored = 'r1';
  const accessToken = oauth({ fetch, refreshToken: () => stored });
  const token = accessToken();
  await vi.advanceTimersByTimeAsync(500);
  stored = 'r2';
  await vi.advanceTimersByTimeAsync(500);
  expect(await token).toBe('a2');
  expect(sent).toEqual(['r1', 'r2']);
});

test('a revoked grant is not asked for again until the user connects again', async () => {
  const { sent, fetch } = endpoint(revoked());
  let stored = 'r1';
  const accessToken = oauth({ fetch, refreshToken: () => stored });
  expect(await rejectionOf(accessToken())).toBeInstanceOf(OAuthRevokedError);
  vi.advanceTimersByTime(600 * minute);
  await expect(accessToken()).rejects.toBeInstanceOf(OAuthRevokedError);
  expect(sent).toEqual(['r1']);
  stored = 'r2';
  expect(await accessToken()).toBe('a2');
});

test('a revoked grant does not end a token that still lives', async () => {
  const { sent, fetch } = endpoint(tokens('a1'), revoked());
  const onBackgroundError = vi.fn();
  const accessToken = oauth({ fetch, onBackgroundError });
  await accessToken();
  vi.advanceTimersByTime(28 * minute);
  for (let call = 0; call < 3; call += 1) {
    expect(await accessToken()).toBe('a1');
    await vi.advanceTimersByTimeAsync(10_000);
  }
  expect(onBackgroundError.mock.calls).toEqual([[expect.any(OAuthRevokedError)]]);
  vi.advanceTimersByTime(2 * minute);
  await expect(accessToken()).rejects.toBeInstanceOf(OAuthRevokedError);
  expect(sent.length).toBe(2);
});

test('a user who connects again has tokens renewed ahead of time again', async () => {
  const { sent, fetch } = endpoint(tokens('a1'), revoked());
  let stored = 'r1';
  const accessToken = oauth({ fetch, refreshToken: () => stored });
  await accessToken();
  vi.advanceTimersByTime(28 * minute);
  await accessToken();
  await vi.advanceTimersByTimeAsync(2 * minute);
  stored = 'r2';
  expect(await accessToken()).toBe('a3');
  vi.advanceTimersByTime(28 * minute);
  expect(await accessToken()).toBe('a3');
  await settle();
  expect(await accessToken()).toBe('a4');
  expect(sent).toEqual(['r1', 'r1', 'r2', 'r2']);
});

test.each<[string, () => Answer]>([
  ['a lost answer', () => new TypeError('fetch failed')],
  ['a failing server', () => failed(503)],
  ['a page instead of a token', () => new Response('<html>')],
  ['a 429 that asks for patience', () => failed(429, { 'retry-after': '2' })],
])('%s is repeated with the same refresh token', async (_, answer) => {
  const { sent, fetch } = endpoint(answer(), answer());
  const token = oauth({ fetch })();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await token).toBe('a3');
  expect(sent).toEqual(['r1', 'r1', 'r1']);
});

test('a new refresh token is saved and sent although its answer has no access token', async () => {
  const { sent, fetch } = endpoint(Response.json({ refresh_token: 'r2' }));
  const save = vi.fn();
  const token = oauth({ fetch, save })();
  await vi.advanceTimersByTimeAsync(1000);
  expect(await token).toBe('a2');
  expect(sent).toEqual(['r1', 'r2']);
  expect(save.mock.calls[0]).toEqual([{ refreshToken: 'r2' }]);
});

test('three attempts fail the calls, and the next one may try after a second', async () => {
  const { sent, fetch } = endpoint(failed(502), failed(502), failed(502));
  const accessToken = oauth({ fetch });
  const call = accessToken().catch((error: unknown) => error);
  while (sent.length < 3) await vi.advanceTimersByTimeAsync(100);
  expect(await call).toBeInstanceOf(OAuthUnavailableError);
  await expect(accessToken()).rejects.toBeInstanceOf(OAuthUnavailableError);
  expect(sent.length).toBe(3);
  vi.advanceTimersByTime(1000);
  expect(await accessToken()).toBe('a4');
});

test('Retry-After is kept to by all calls, for an hour at most', async () => {
  const { sent, fetch } = endpoint(
    failed(429, { 'retry-after': '30' }),
    failed(477, { 'retry-after': '9'.repeat(400) }),
  );
  const accessToken = oauth({ fetch });
  await expect(accessToken()).rejects.toMatchObject({ retryAfter: 30_000 });
  vi.advanceTimersByTime(29_000);
  await expect(accessToken()).rejects.toMatchObject({ status: 429 });
  vi.advanceTimersByTime(1000);
  await expect(accessToken()).rejects.toMatchObject({ status: 477 });
  vi.advanceTimersByTime(60 * minute);
  expect(await accessToken()).toBe('a3');
  expect(sent.length).toBe(3);
});

test('wrong settings are asked about once a second at most', async () => {
  const { sent, fetch } = endpoint(failed(401), failed(401), failed(401));
  const accessToken = oauth({ fetch });
  for (let call = 0; call < 10; call += 1) {
    await expect(accessToken()).rejects.toBeInstanceOf(OAuthConfigurationError);
    vi.advanceTimersByTime(200);
  }
  expect(sent.length).toBe(2);
});

test('the client secret is read for each request, and what that throws is reported', async () => {
  const { fetch } = endpoint();
  const clientSecret = vi.fn(async () => 'secret-1').mockRejectedValueOnce(new Error('sealed'));
  const accessToken = oauth({ fetch, clientSecret });
  await expect(accessToken()).rejects.toMatchObject({
    kind: 'oauth-store',
    option: 'clientSecret',
    cause: { message: 'sealed' },
  });
  expect(await accessToken()).toBe('a1');
});

test('a refresh token that cannot be loaded is reported, and loaded by the next call', async () => {
  const { fetch } = endpoint();
  const refreshToken = vi.fn(async () => 'r1').mockRejectedValueOnce('no connection');
  const accessToken = oauth({ fetch, refreshToken });
  await expect(accessToken()).rejects.toMatchObject({
    kind: 'oauth-store',
    option: 'refreshToken',
  });
  expect(await accessToken()).toBe('a1');
});

test.each<[string, object]>([
  ['clientId', { clientId: undefined }],
  ['clientSecret', { clientSecret: 'secret\n' }],
  ['refreshToken', { refreshToken: '' }],
  ['tokenUrl', { tokenUrl: '/oauth/2026-03/token' }],
  ['tokenUrl', { tokenUrl: 'https://user:password@api.example/token' }],
  ['tokenUrl', { tokenUrl: 'file:///etc/passwd' }],
  ['attemptTimeout', { attemptTimeout: -1 }],
])('an unusable %s is refused at once, by name: %j', (name, options) => {
  const { fetch } = endpoint();
  const create = () => oauth({ fetch, ...options });
  expect(create).toThrow(OAuthConfigurationError);
  expect(create).toThrow(`OAuth: ${name}: expected`);
  expect(create).not.toThrow(/secret|password@|passwd/);
});

test.each<[string, object]>([
  ['clientSecret', { clientSecret: () => undefined }],
  ['refreshToken', { refreshToken: async () => null }],
  ['refreshToken', { refreshToken: async () => ({ refreshToken: 'r1\n' }) }],
])('a function for %s that gives no usable value is a wrong setting', async (name, options) => {
  const { sent, fetch } = endpoint();
  const error = await rejectionOf(oauth({ fetch, ...options })());
  expect(error).toBeInstanceOf(OAuthConfigurationError);
  expect(error).toMatchObject({ message: expect.stringContaining(`${name}: expected`) });
  expect(sent.length).toBe(0);
});
