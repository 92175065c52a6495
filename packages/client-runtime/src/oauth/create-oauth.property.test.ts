import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createOAuth } from './create-oauth.ts';
import type { Tokens } from './oauth-options.ts';

/** How the next token request, save and load go: each takes some ms, and may fail or see an old value. */
interface Weather {
  readonly delays: readonly number[];
  readonly answers: readonly ('tokens' | 'rotated tokens' | 'busy' | 'bad gateway')[];
  readonly saves: readonly boolean[];
  readonly loads: readonly ('newest' | 'one behind' | 'fails')[];
}

const delay = fc.oneof(fc.constant(0), fc.nat(3_000));
/** Calls come in, or time passes, in ms. */
const step = fc.oneof(
  fc.record({ calls: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ pass: fc.oneof(fc.nat(5_000), fc.nat(90_000)) }),
);
const weather: fc.Arbitrary<Weather> = fc.record({
  delays: fc.array(delay, { minLength: 1, maxLength: 12 }),
  answers: fc.array(
    fc.constantFrom('tokens', 'rotated tokens', 'rotated tokens', 'busy', 'bad gateway'),
    { minLength: 1, maxLength: 12 },
  ),
  saves: fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }),
  loads: fc.array(fc.constantFrom('newest', 'newest', 'one behind', 'fails'), {
    minLength: 1,
    maxLength: 6,
  }),
});

/** Gives the values in turn for ever. */
function inTurn<Value>(values: readonly Value[]): () => Value {
  let index = 0;
  return () => values[index++ % values.length]!;
}

/** A token endpoint that takes only the newest refresh token, and a store, in such a weather. */
function createWorld({ delays, answers, saves, loads }: Weather) {
  const [nextDelay, nextAnswer, nextSave, nextLoad] = [delays, answers, saves, loads].map(
    (values) => inTurn<unknown>(values),
  ) as [() => number, () => Weather['answers'][number], () => boolean, () => string];
  const wait = () => new Promise((resolve) => setTimeout(resolve, nextDelay()));
  const world = {
    refreshToken: 'r0',
    /** The end of each access token that was given out. */
    ends: new Map<string, number>(),
    history: [{ refreshToken: 'r0' }] as Tokens[],
    violations: [] as string[],
    inFlight: 0,
    isClear: false,
  };
  let count = 0;

  async function fetch(_: string, { body }: RequestInit): Promise<Response> {
    world.inFlight += 1;
    if (world.inFlight > 1) world.violations.push('two requests at once');
    await wait();
    world.inFlight -= 1;
    const sent = new URLSearchParams(body as string).get('refresh_token');
    if (sent !== world.refreshToken) {
      world.violations.push(`${sent} was sent, though replaced by ${world.refreshToken}`);
    }
    const answer = world.isClear ? 'tokens' : nextAnswer();
    if (answer === 'busy')
      return Response.json({}, { status: 429, headers: { 'retry-after': '3' } });
    if (answer === 'bad gateway') return new Response('<html>', { status: 502 });
    count += 1;
    world.ends.set(`a${count}`, Date.now() + 60_000);
    const tokens = { access_token: `a${count}`, expires_in: 60 };
    if (answer === 'tokens') return Response.json(tokens);
    world.refreshToken = `r${count}`;
    return Response.json({ ...tokens, refresh_token: world.refreshToken });
  }

  const accessToken = createOAuth({
    clientId: 'client',
    clientSecret: 'secret',
    fetch,
    async refreshToken() {
      await wait();
      const load = world.isClear ? 'newest' : nextLoad();
      if (load === 'fails') throw new Error('store');
      return world.history.at(load === 'newest' ? -1 : -2) ?? world.history[0]!;
    },
    async save(tokens) {
      await wait();
      if (!world.isClear && !nextSave()) throw new Error('store');
      world.history.push(tokens);
    },
  });

  async function call(): Promise<string | undefined> {
    try {
      const token = await accessToken();
      if (!(Date.now() < world.ends.get(token)!)) world.violations.push(`${token} had ended`);
      if (!world.history.some((tokens) => tokens.accessToken === token)) {
        world.violations.push(`${token} was used before it was saved`);
      }
      return token;
    } catch (error) {
      const { kind } = error as { kind?: string };
      if (kind !== 'oauth-store' && kind !== 'oauth-unavailable') throw error;
      return undefined;
    }
  }

  return { world, call };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('one request at a time, no replaced token is sent, no ended or unsaved one used, none is lost', async () => {
  await fc.assert(
    fc.asyncProperty(weather, fc.array(step, { maxLength: 25 }), async (sky, steps) => {
      const { world, call } = createWorld(sky);
      const calls: Promise<unknown>[] = [];
      for (const step of steps) {
        if ('pass' in step) await vi.advanceTimersByTimeAsync(step.pass);
        else for (let index = 0; index < step.calls; index += 1) calls.push(call());
      }
      await vi.advanceTimersByTimeAsync(120_000);
      await Promise.all(calls);

      // When everything works again, so does the next call, and the store has what the server has.
      world.isClear = true;
      const last = call();
      await vi.advanceTimersByTimeAsync(20_000);
      expect(await last).toBeDefined();
      expect(world.violations).toEqual([]);
      expect(world.history.at(-1)?.refreshToken).toBe(world.refreshToken);
      expect(vi.getTimerCount()).toBe(0);
    }),
    { numRuns: 200 },
  );
});
