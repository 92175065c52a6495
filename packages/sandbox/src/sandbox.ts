import { createApp } from './app.ts';
import type { Credentials } from './authentication.ts';
import { Faults } from './faults.ts';
import type { Failure } from './faults.ts';
import { openInbox } from './inbox.ts';
import type { Inbox } from './inbox.ts';
import { Store } from './store.ts';
import type { Sources } from './store.ts';

/** What a sandbox lets in, and where its times and identifiers come from. */
export interface SandboxOptions extends Credentials, Sources {}

/** The Custom Channels API in memory: every version over one store. */
export interface Sandbox extends Inbox {
  /** Answers a request to any host, as the API would. It takes what the platform's `fetch` takes. */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /**
   * Lets the next requests fail that reach an operation, before anything is done or checked.
   *
   * @throws RangeError when `status` is no status of a failure.
   */
  failNext(failure: Failure): void;
  /** Forgets everything that was stored, and every failure that is still to come; ids start over. */
  reset(): void;
}

/** Creates an empty sandbox that needs no socket. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const store = new Store(options);
  const faults = new Faults(store.uuid);
  const app = createApp(store, options, faults);
  return {
    ...openInbox(store),
    fetch: async (input, init) => app.request(input, init),
    failNext: (failure) => faults.add(failure),
    reset: () => {
      store.reset();
      faults.reset();
    },
  };
}
