/**
 * Counts the ms from now on. The system clock can be set back, and the monotonic clock stands still while a machine
 * sleeps: whichever has moved further counts, since a token that is renewed too early does no harm.
 */
export function startStopwatch(): () => number {
  const time = Date.now();
  const monotonic = performance.now();
  return () => Math.max(Date.now() - time, performance.now() - monotonic);
}
