/**
 * Measures what mapping a body to the other version costs, against parsing and writing that body: the least that
 * anybody pays who reads a message and hands it on.
 *
 * Prints a Markdown table; `RESULTS.md` says what it means. Figures depend on the machine, so nothing asserts them.
 */
import { parseArgs } from 'node:util';
import { operations } from '../../packages/custom-channels-compat/dist/index.js';
import { COMPAT_BODIES, type CompatBody } from './compat-bodies.ts';
import { ratioOf, spreadOf } from './measure.ts';
import { describeMachine } from './report.ts';
import { formatTable } from './table.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '200' } } });
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new RangeError('--rounds takes 1 or more');

/** Copies of a body that take turns, so that no cache holds the one that is mapped. */
const COPIES = 64;
const WARM_UP_SPELLS = 40;
const SPELL_MS = 4;

const { publishMessage } = operations;
const mapBody: Readonly<Record<CompatBody['way'], (body: never) => unknown>> = {
  'upgrade of the request': (body) => publishMessage.upgradeRequest({ body }),
  'downgrade of the request': (body) => publishMessage.downgradeRequest({ body }),
  'upgrade of the response': (body) => publishMessage.upgradeResponse({ status: 201, body }),
  'downgrade of the response': (body) => publishMessage.downgradeResponse({ status: 201, body }),
};

const subjects = COMPAT_BODIES.map(({ title, way, body }) => {
  const text = JSON.stringify(body);
  const copies = Array.from({ length: COPIES }, () => JSON.parse(text) as never);
  const map = mapBody[way];
  return {
    cells: [way, title, String(text.length)],
    map: () => copies.forEach((copy) => map(copy)),
    baseline: () => copies.forEach(() => JSON.stringify(JSON.parse(text))),
    mapTimes: [] as number[],
    baselineTimes: [] as number[],
  };
});

for (let round = -WARM_UP_SPELLS; round < rounds; round += 1) {
  for (const { map, baseline, mapTimes, baselineTimes } of subjects) {
    const times = [timeOf(baseline), timeOf(map)] as const;
    if (round < 0) continue;
    baselineTimes.push(times[0]);
    mapTimes.push(times[1]);
  }
}

const rows = subjects.map(({ cells, mapTimes, baselineTimes }) => [
  ...cells,
  formatMicroseconds(spreadOf(baselineTimes).median),
  formatMicroseconds(spreadOf(mapTimes).median),
  ratioOf(mapTimes, baselineTimes).toFixed(3),
]);
const header = ['Mapping', 'What differs', 'Bytes', 'Parse and write', 'Map', 'Ratio'];
console.log(`${describeMachine()}, ${rounds} rounds\n\n${formatTable(header, rows)}`);

/** How long one body takes, in µs. */
function timeOf(run: () => void): number {
  const start = performance.now();
  let runs = 0;
  let elapsed = 0;
  do {
    run();
    runs += 1;
    elapsed = performance.now() - start;
  } while (elapsed < SPELL_MS);
  return (elapsed * 1000) / (runs * COPIES);
}

function formatMicroseconds(microseconds: number): string {
  return `${microseconds.toFixed(2)} µs`;
}
