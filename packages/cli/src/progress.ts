import type { Terminal } from './terminal.ts';

/** Says what is going on while it goes on. */
export interface Progress {
  step(text: string): void;
  /** Removes what the last step left on the screen. */
  done(): void;
}

const CLEAR_LINE = '\r\u001b[2K';

/** A line on a terminal that each step rewrites; silence in a pipe, where only results belong. */
export function createProgress({ stderr }: Terminal): Progress {
  if (stderr.isTTY !== true) return { step: () => {}, done: () => {} };
  return {
    step: (text) => stderr.write(`${CLEAR_LINE}… ${text}`),
    done: () => stderr.write(CLEAR_LINE),
  };
}
