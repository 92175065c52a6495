import { createApp } from './app.ts';
import type { Credentials } from './authentication.ts';
import { openInbox } from './inbox.ts';
import type { Inbox } from './inbox.ts';
import { Store } from './store.ts';
import type { Sources } from './store.ts';

/** What a sandbox lets in, and where its times and identifiers come from. */
export interface SandboxOptions extends Credentials, Sources {}

/** The Custom Channels API in memory: every version over one store. */
export interface Sandbox extends Inbox {
  /** Answers a request to any host, as the API would. */
  fetch(request: Request): Promise<Response>;
  /** Forgets everything that was stored; ids start over. */
  reset(): void;
}

/** Creates an empty sandbox that needs no socket. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const store = new Store(options);
  const app = createApp(store, options);
  return {
    ...openInbox(store),
    fetch: async (request) => app.fetch(request),
    reset: () => store.reset(),
  };
}
