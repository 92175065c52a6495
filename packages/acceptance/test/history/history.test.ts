import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { createRandom } from '../random.ts';
import { createScratchFolder } from '../scratch-folder.ts';
import { replay, type Step } from './replay.ts';
import { createHistory, HOURS_APART, SETTLE } from './upstream.ts';

const LONG = process.env['APIPIN_LONG_TESTS'] !== undefined;
const SEEDS = Array.from({ length: LONG ? 20 : 1 }, (_, index) => index + 1);
const TIMEOUT = 120_000;

const START = new Date('2026-03-01T00:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  onTestFinished(() => void vi.useRealTimers());
});

test.each(SEEDS)(
  'what upstream means is told from how it says it, history %i',
  { timeout: TIMEOUT },
  async (seed) => {
    const { documents, expected } = createHistory(createRandom(seed));
    const folder = await createScratchFolder({});
    const steps: Step[] = [];
    const options = { folder, settle: SETTLE, checkEvery: 8, compileEvery: 2 };
    for await (const step of replay(documents, options)) {
      steps.push(step);
      vi.setSystemTime(START.getTime() + steps.length * HOURS_APART * 3_600_000);
    }
    expect(steps.flatMap(({ name, problems }) => problems.map((each) => [name, each]))).toEqual([]);
    expect(steps.map(({ name, outcome, isReturn }) => ({ name, outcome, isReturn }))).toEqual(
      expected.map(({ outcome, isReturn }, index) => ({
        name: documents[index + 1]?.name,
        outcome,
        isReturn,
      })),
    );
    // What is lost for four hours leaves no more than a line in a log.
    const takenBack = steps.filter(({ notes }) => notes.some((note) => note.includes('took back')));
    expect(takenBack).toHaveLength(3);
    expect(steps.filter(({ held }) => held > 0).length).toBeGreaterThan(5);
    expect(steps.some(({ consumer }) => (consumer?.uses ?? 0) > 20)).toBe(true);
  },
);
