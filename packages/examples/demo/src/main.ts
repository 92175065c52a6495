import process from 'node:process';
import colours from 'picocolors';
import { run2026, runV3, runV3Over2026 } from './consumers.ts';
import { checkPromises } from './promises.ts';
import { renderTable } from './table.ts';

const COLUMNS = 3;
const SEPARATORS = 2 * ' │ '.length;

const [v3, current, mapped] = [await runV3(), await run2026(), await runV3Over2026()];
const width = Math.max(40, Math.floor(((process.stdout.columns ?? 140) - SEPARATORS) / COLUMNS));
const table = renderTable(
  [
    { title: 'v3 code on v3', exchanges: v3.wire },
    { title: '2026-03 code on 2026-03', exchanges: current.wire },
    { title: 'v3 code on 2026-03', exchanges: mapped.wire },
  ],
  width,
);
console.log(`${table}\n`);

const promises = checkPromises(v3, current, mapped);
for (const { promise, kept } of promises) {
  console.log(`${kept ? colours.green('kept  ') : colours.red('broken')} ${promise}`);
}
if (promises.some(({ kept }) => !kept)) process.exitCode = 1;
