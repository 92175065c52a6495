/*
 * Preloaded into a process, this kills it in front of one of the calls that change the file system:
 * the one that APIPIN_KILL_AT counts to, from 1. A process that lives on says how many calls there were.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';

const CHANGES = ['cp', 'link', 'mkdir', 'rename', 'rm', 'symlink', 'unlink', 'writeFile'];

const target = Number(process.env['APIPIN_KILL_AT']);
let calls = 0;

for (const name of CHANGES) {
  killIn(fs.promises, name);
  killIn(fs, `${name}Sync`);
}
syncBuiltinESMExports();
process.on('exit', () => process.stderr.write(`${calls} writes`));

function killIn(module, name) {
  const original = module[name];
  module[name] = (...args) => {
    calls += 1;
    if (calls === target) {
      process.kill(process.pid, 'SIGKILL');
      // The signal takes a moment, in which nothing more may happen.
      for (;;);
    }
    return original(...args);
  };
}
