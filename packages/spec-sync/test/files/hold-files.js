/* Locks the files below a root, says so, and keeps them until it is told to end. */
import process from 'node:process';
import { lockFiles } from '../../src/files/lock-files.ts';

await lockFiles(process.argv[2], async () => {
  process.stdout.write('locked');
  await new Promise((resolve) => process.stdin.once('data', resolve));
  process.stdin.destroy();
});
