const HOUR = 3_600_000;

/** Jumps of the clock, in ms: over an hour, a day, a leap day, and back. */
const JUMPS = [HOUR, -2 * HOUR, 25 * HOUR, -24 * HOUR, 0, 31 * 24 * HOUR, -48 * HOUR];

/** A system clock that somebody keeps setting. What measures time spans must not mind. */
export interface JumpingClock {
  jump(): void;
  /** Puts the real clock back. */
  restore(): void;
}

/** Takes the place of the global `Date`. */
export function installJumpingClock(): JumpingClock {
  const RealDate = globalThis.Date;
  let jumps = 0;
  const now = (): number => RealDate.now() + (JUMPS[jumps % JUMPS.length] ?? 0);
  globalThis.Date = class extends RealDate {
    constructor(...args: [] | [value: number | string | Date]) {
      super(...((args.length === 0 ? [now()] : args) as [number]));
    }
    static override now = now;
  } as DateConstructor;
  return {
    jump: () => {
      jumps += 1;
    },
    restore: () => {
      globalThis.Date = RealDate;
    },
  };
}
