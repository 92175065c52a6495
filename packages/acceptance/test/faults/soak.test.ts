import { expect, test } from 'vitest';
import { growthOf } from './resources.ts';
import { soak, type SoakReport } from './soak.ts';
import { faults } from './table/faults.ts';

const LONG = process.env['APIPIN_LONG_TESTS'] !== undefined;
const SEED = Number(process.env['TEST_SEED'] ?? 20261122);
const OPERATIONS = LONG ? 100_000 : 1500;
const CALLERS = LONG ? 200 : 300;
const TIMEOUT = LONG ? 3_600_000 : 120_000;

test(
  `${OPERATIONS} calls while everything goes wrong, seed ${SEED}`,
  { timeout: TIMEOUT },
  async () => {
    const report = await soak({
      seed: SEED,
      operations: OPERATIONS,
      callers: CALLERS,
      roundLength: LONG ? 4000 : 750,
      onRound: showProgress,
    });
    expect(report.complaints).toEqual([]);
    expect(report.outcomes['resolved']).toBeGreaterThan(OPERATIONS / 2);
    expect(Object.keys(report.faults).length).toBeGreaterThan(0.9 * Object.keys(faults).length);
    const heap = report.resources.map((each) => each.heap);
    expect(growthOf(heap)).toBeLessThan(4_000_000 + 20 * OPERATIONS);
    const sockets = report.resources.map((each) => each.sockets);
    expect(Math.max(...sockets)).toBeLessThan(3 * CALLERS);
  },
);

function showProgress({ operations, attempts, complaints, resources }: SoakReport): void {
  if (!LONG) return;
  const { heap = 0, sockets = 0 } = resources.at(-1) ?? {};
  process.stderr.write(
    `${operations} calls, ${attempts} attempts, ${complaints.length} complaints, ` +
      `heap ${(heap / 1e6).toFixed(1)} MB, ${sockets} sockets\n`,
  );
}
