import { runProcess, type ProcessOptions } from '../run-process.ts';

/** Runs a process of the rehearsal, as `runProcess` does. */
export type Run = (
  command: string,
  args: readonly string[],
  options: ProcessOptions,
) => Promise<string>;

/** Has processes end with the rehearsal, and leave their temporary files in its folder. */
export function createRun(signal: AbortSignal, temporary: string): Run {
  return (command, args, options) =>
    runProcess(command, args, {
      ...options,
      env: { TMPDIR: temporary, ...options.env },
      signal: options.signal === undefined ? signal : AbortSignal.any([signal, options.signal]),
    });
}
