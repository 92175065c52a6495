import { pick, type Random } from '../random.ts';
import type { CallLimits } from './journal.ts';
import { bodyFaults } from './table/body-faults.ts';
import { connectionFaults } from './table/connection-faults.ts';
import { statusFaults } from './table/status-faults.ts';
import { timeFaults } from './table/time-faults.ts';

/** What is to happen to a call. */
export interface CallPlan {
  /** The fault that each attempt meets. */
  readonly faults: readonly string[];
  readonly limits: CallLimits;
  /** When the caller changes its mind, in ms. */
  readonly abortAfter?: number;
}

/** Long enough that no test ends by it. */
const LONG_LIMITS: CallLimits = { attempts: 4, timeout: 60_000, attemptTimeout: 30_000 };

/** In ms; what takes for ever need not be waited for any longer. */
const SHORT = 300;

const slow = new Set(
  Object.entries(timeFaults).flatMap(([name, { verdict }]) => (verdict === 'passes' ? [] : [name])),
);

const all = [bodyFaults, connectionFaults, statusFaults, timeFaults].flatMap((table) =>
  Object.keys(table),
);

const beforeBodies = [
  'a host that does not resolve',
  'a refused connection',
  'a reset before the headers',
  'a reset after the effect, before the answer',
  'headers that come late',
  'headers that never come',
  'headers that never come after the effect',
] satisfies readonly (keyof typeof connectionFaults | keyof typeof timeFaults)[];

/** Those that need no body to strike at. */
const bodyless = [...Object.keys(statusFaults), ...beforeBodies];

const rateLimits = Object.keys(statusFaults).filter((name) => name.startsWith('a 429'));

/** Draws what is to happen to a call of an operation. */
export function createPlan(random: Random, operation: string): CallPlan {
  const names = operation === 'archiveChannel' ? bodyless : all;
  const faults = drawFaults(random, names);
  const isSlow = faults.some((name) => slow.has(name));
  const limits = {
    ...LONG_LIMITS,
    // Where both fail, two attempts show what four would.
    attempts: faults.length === 2 ? 2 : LONG_LIMITS.attempts,
    ...(isSlow && { attemptTimeout: SHORT }),
  };
  const whim = random();
  if (whim < 0.05) return { faults, limits, abortAfter: random() * 40 };
  if (whim < 0.08) return { faults, limits: { ...limits, timeout: random() * SHORT } };
  return { faults, limits };
}

function drawFaults(random: Random, names: readonly string[]): string[] {
  const [chance, first] = [random(), pick(names, random)];
  if (chance < 0.45) return [];
  if (chance < 0.82) return [first];
  if (chance < 0.93) return [first, pick(names, random)];
  if (chance < 0.96) return Array.from({ length: 3 }, () => pick(rateLimits, random));
  return [first, first];
}
