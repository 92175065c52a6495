import { listen } from './listen.ts';
import type { Listening } from './listen.ts';
import { createSandbox } from './sandbox.ts';
import type { Sandbox, SandboxOptions } from './sandbox.ts';

/** Options of {@link startSandbox}. */
export interface StartSandboxOptions extends SandboxOptions {
  /** TCP port; 0 takes a free one. @defaultValue 0 */
  readonly port?: number;
}

/** A sandbox that listens. */
export interface RunningSandbox extends Sandbox, Listening {}

/**
 * Serves a new sandbox over HTTP on the loopback interface.
 *
 * @throws Error with the system's `code`, such as `EADDRINUSE`, when it cannot listen on `port`.
 */
export async function startSandbox({
  port = 0,
  ...options
}: StartSandboxOptions = {}): Promise<RunningSandbox> {
  const sandbox = createSandbox(options);
  return { ...sandbox, ...(await listen(sandbox, port)) };
}
