/* Writes the changes of a JSON file below a root, and says when it begins and that it is done. */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { writeFiles } from '../../src/files/lock-files.ts';

const [root, changes] = process.argv.slice(2);
const parsed = JSON.parse(readFileSync(changes, 'utf8'));
process.stdout.write('begins ');
await writeFiles(
  root,
  parsed.map(({ path, contents }) => ({ path, contents })),
);
process.stdout.write('done');
