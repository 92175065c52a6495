import type { ApiVersion } from './api-version.ts';

/** How long before the end of its support a version is worth a warning, in ms: 180 days. */
const notice = 180 * 24 * 60 * 60 * 1000;

/**
 * Warns on the console, once in a process for each version, that support of an API version ends soon or has ended.
 *
 * @param now - In ms since the epoch.
 */
export function warnBeforeEnd(
  { api, id, supportedUntil = '', successor = 'a newer one' }: ApiVersion,
  now: number,
): void {
  const subject = `APIPIN_END_OF_SUPPORT: ${api} ${id}`;
  // Remembered for every copy of this package, as a program may have several.
  const memory = globalThis as Record<symbol, unknown>;
  const hasWarned = Symbol.for(subject);
  try {
    // Where there is no date, this is NaN, which is never less.
    const isNear = Date.parse(supportedUntil) - now <= notice;
    if (!isNear || memory[hasWarned]) return;
    memory[hasWarned] = true;
    console.warn(
      `${subject} ends ${supportedUntil}: move to ${successor}, or set warnBeforeEnd: false`,
    );
  } catch {
    // Clients have to work where nothing can be remembered or written, too.
  }
}
