/*
 * Preloaded into a process, this lets one of the calls that change the file system go wrong: the one that FAIL_AT
 * counts to, from 1. FAIL_WITH says how: `SIGKILL` ends the process in front of the call, `once` makes the call fail as
 * on a full disk, and `always` makes the later ones fail, too. Standard error then says how many calls there were.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';

const failAt = Number(process.env['FAIL_AT']);
const failWith = process.env['FAIL_WITH'];
let calls = 0;

for (const name of ['mkdir', 'writeFile', 'chmod', 'rename', 'fsync', 'rmdir', 'rm']) {
  failIn(fs, `${name}Sync`);
}
syncBuiltinESMExports();
process.on('exit', () => process.stderr.write(`${calls} changes`));

function failIn(module, name) {
  const original = module[name];
  module[name] = (...args) => {
    calls += 1;
    if (calls === failAt && failWith === 'SIGKILL') {
      process.kill(process.pid, 'SIGKILL');
      // The signal takes a moment, in which nothing more may happen.
      for (;;);
    }
    if (calls === failAt || (calls > failAt && failAt > 0 && failWith === 'always')) {
      throw Object.assign(new Error(`ENOSPC: no space left on device, ${name}`), {
        code: 'ENOSPC',
      });
    }
    return original(...args);
  };
}
