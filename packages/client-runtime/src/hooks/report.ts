import type { Hooks } from './hooks.ts';

/** Tells every hook of an event, at once and in order. */
export function report<Name extends keyof Hooks>(
  hooks: Hooks | readonly Hooks[],
  name: Name,
  event: Parameters<NonNullable<Hooks[Name]>>[0],
): void {
  for (const hook of [hooks].flat()) {
    // A log that is full must not lose a call that succeeds, nor must one that is written to asynchronously.
    (async () => hook[name]?.(event as never))().catch(() => {});
  }
}
