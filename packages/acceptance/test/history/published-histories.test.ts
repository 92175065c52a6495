import { afterAll, expect, test } from 'vitest';
import { createScratchFolder } from '../scratch-folder.ts';
import { emitHeading, emitRow } from './history-table.ts';
import { fetchHistory, PUBLISHED_HISTORIES } from './published-histories.ts';
import { replay, type Step } from './replay.ts';

const LONG = process.env['APIPIN_LONG_TESTS'] !== undefined;
const TIMEOUT = 1_800_000;

const rows: string[] = [];

afterAll(() => {
  if (LONG) process.stdout.write(`${[emitHeading(), ...rows].join('\n')}\n`);
});

test.runIf(LONG).for(PUBLISHED_HISTORIES)(
  'the history of $package is followed without a word too many, or a break too low',
  { timeout: TIMEOUT },
  async (history) => {
    const { refused, unnoticed } = history;
    const documents = await fetchHistory(history);
    const folder = await createScratchFolder({});
    const steps: Step[] = [];
    for await (const step of replay(documents, { folder, checkEvery: 5, compileEvery: 3 })) {
      steps.push(step);
    }
    rows.push(emitRow(history.package, steps));
    const problems = steps.flatMap(({ name, problems }) =>
      problems.map((problem) => `${name} ${problem}`),
    );
    expect(problems).toEqual(
      Object.keys(unnoticed).map((name) => `${name} did not notice a change`),
    );
    const failed = steps.filter(({ outcome }) => outcome === 'failed');
    expect(failed.map(({ name }) => name)).toEqual(Object.keys(refused));
    for (const { name, complaint } of failed) expect(complaint).toContain(refused[name]);
  },
);
