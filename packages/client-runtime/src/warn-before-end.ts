/** What is to be said of the end of an API version's support. */
export interface EndNotice {
  /** The day from which on it is said, in UTC, such as `2027-03-05`. */
  readonly from: string;
  readonly text: string;
}

/** Warns on the console, once in a process for each notice, that support of an API version ends soon or has ended. */
export function warnBeforeEnd({ from, text }: EndNotice): void {
  // Remembered for every copy of this package, as a program may have several.
  const memory = globalThis as Record<symbol, unknown>;
  const hasWarned = Symbol.for(text);
  try {
    if (Date.now() < Date.parse(from) || memory[hasWarned]) return;
    memory[hasWarned] = true;
    console.warn(text);
  } catch {
    // Clients have to work where nothing can be remembered or written, too.
  }
}
