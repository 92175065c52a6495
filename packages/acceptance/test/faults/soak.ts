import { getEventListeners } from 'node:events';
import { inspect } from 'node:util';
import { createSandbox, type Sandbox } from '@apipin/sandbox';
import { createRandom, pick } from '../random.ts';
import { createClients } from './clients.ts';
import { startFaultServer } from './fault-server.ts';
import { createFaultingFetch } from './faulting-fetch.ts';
import { Journal } from './journal.ts';
import { judgeCall, nameOutcome } from './judge.ts';
import { installJumpingClock } from './jumping-clock.ts';
import { perform } from './perform.ts';
import { createPlan } from './plan.ts';
import { findLostUpdates, readingsOf, registersOf, type Reading } from './registers.ts';
import { measureResources, type Resources } from './resources.ts';
import { createTask, readRegister, type AnyClient } from './tasks.ts';
import { createWorld, readStore, type World } from './world.ts';

/** How much is done, and by how many. */
export interface SoakOptions {
  readonly seed: number;
  readonly operations: number;
  /** How many calls go on at a time. */
  readonly callers: number;
  /** How many calls there are between two measurements, each time with a new store. */
  readonly roundLength: number;
  readonly onRound?: (report: SoakReport) => void;
}

/** What came of it. */
export interface SoakReport {
  operations: number;
  attempts: number;
  /** How often calls ended how: `resolved`, `aborted`, or the kind of the error. */
  readonly outcomes: Record<string, number>;
  /** How many attempts met which fault. */
  readonly faults: Record<string, number>;
  /** What is wrong. */
  readonly complaints: string[];
  readonly resources: Resources[];
}

/** Few enough for callers to get in each other's way. */
const WORLD = { channels: 3, accounts: 12, leftovers: 40 };

/** Has callers do random things through several clients while random things go wrong, and judges each of them. */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  const report: SoakReport = {
    operations: 0,
    attempts: 0,
    outcomes: {},
    faults: {},
    complaints: [],
    resources: [],
  };
  const complain = (what: unknown): void => {
    report.complaints.push(typeof what === 'string' ? what : inspect(what));
  };
  const journal = new Journal();
  const sandbox = createSandbox();
  const server = await startFaultServer(sandbox, journal);
  const clients = Object.values(createClients(server.url, createFaultingFetch(journal)));
  const clock = installJumpingClock();
  // A warning tells of listeners that pile up.
  process.on('unhandledRejection', complain).on('warning', complain);
  try {
    while (report.operations < options.operations) {
      const world = await createWorld(sandbox, WORLD);
      await runCalls({ ...options, journal, clients, world, clock, complain });
      await judgeRound(journal, sandbox, report);
      journal.calls.clear();
      sandbox.reset();
      report.resources.push(await measureResources());
      options.onRound?.(report);
    }
  } finally {
    process.off('unhandledRejection', complain).off('warning', complain);
    clock.restore();
    await server.close();
  }
  return report;
}

interface Round extends SoakOptions {
  readonly journal: Journal;
  readonly clients: readonly AnyClient[];
  readonly world: World;
  readonly clock: { jump(): void };
  readonly complain: (what: string) => void;
}

async function runCalls(round: Round): Promise<void> {
  const { journal, callers, roundLength, clock } = round;
  let left = roundLength;
  const keepCalling = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      if (left % 50 === 0) clock.jump();
      await makeCall(round, journal.nextId());
    }
  };
  await Promise.all(Array.from({ length: callers }, keepCalling));
}

async function makeCall({ seed, journal, clients, world, complain }: Round, id: number) {
  const random = createRandom(seed + Math.imul(id, 0x9e3779b1));
  const task = createTask(random, world, id);
  const { faults, limits, abortAfter } = createPlan(random, task.operation);
  const call = journal.open(id, task, faults, limits);
  for (const complaint of await perform(journal, pick(clients, random), call, abortAfter)) {
    complain(complaint);
  }
}

async function judgeRound(journal: Journal, sandbox: Sandbox, report: SoakReport): Promise<void> {
  const calls = [...journal.calls.values()];
  const finalReadings = registersOf(calls).map(async (path): Promise<Reading> => {
    const text = readRegister(path, await readStore(sandbox, path));
    return { path, text, startedAt: Number.POSITIVE_INFINITY };
  });
  const readings = [...readingsOf(calls), ...(await Promise.all(finalReadings))];
  report.complaints.push(...calls.flatMap(judgeCall), ...findLostUpdates(calls, readings));
  const listeners = getEventListeners(journal.lifetime, 'abort').length;
  if (listeners > 0) report.complaints.push(`${listeners} listeners are left on a signal`);
  if (journal.strays > 0) report.complaints.push(`${journal.strays} requests came from nowhere`);
  report.operations += calls.length;
  for (const call of calls) {
    count(report.outcomes, nameOutcome(call));
    report.attempts += call.attempts.length;
    for (const { fault } of call.attempts) if (fault !== undefined) count(report.faults, fault);
  }
}

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
