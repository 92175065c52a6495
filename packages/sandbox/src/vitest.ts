import { afterAll, beforeAll, beforeEach } from 'vitest';
import { listen } from './listen.ts';
import type { Listening } from './listen.ts';
import { createSandbox } from './sandbox.ts';
import type { Sandbox, SandboxOptions } from './sandbox.ts';

/** A sandbox that lives as long as the tests around it. */
export interface TestSandbox extends Sandbox {
  /**
   * Base URL, without a slash at its end, for what cannot be given a `fetch`.
   *
   * @throws Error outside of tests and hooks, when nothing listens.
   */
  readonly url: string;
}

/**
 * Gives the tests of a file, or of a `describe`, a sandbox: it listens before the first of them, is empty before
 * each, and is closed after the last. Its `fetch` needs no socket, and works at once.
 *
 * ```ts
 * const api = sandbox();
 * const client = createClient({ accessToken: 'any', fetch: api.fetch });
 * ```
 */
export function sandbox(options: SandboxOptions = {}): TestSandbox {
  const created = createSandbox(options);
  let listening: Listening | undefined;
  beforeAll(async () => {
    listening = await listen(created, 0);
  });
  beforeEach(() => created.reset());
  afterAll(async () => {
    await listening?.close();
    listening = undefined;
  });
  return {
    ...created,
    get url() {
      if (listening === undefined) {
        throw new Error(
          'sandbox().url: nothing listens; read it in a test or in a hook after this one',
        );
      }
      return listening.url;
    },
  };
}
