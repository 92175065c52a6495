/**
 * Times one validator, as a process of its own: what a process has run before decides what the JIT compiler knows.
 *
 * Takes the path of a module with `accepts`, and that of a JSON array of bodies, each as text; prints the number of
 * validations in a second.
 */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { spreadOf } from './measure.ts';
import type { ValidatorModule } from './validators.ts';

/** More than the innermost cache holds, and a multiple of the number of the spec's examples. */
const BODIES = 60;
const WARM_UP_MS = 400;
const SPELLS = 12;
const SPELL_MS = 15;

const [modulePath = '', bodiesPath = ''] = process.argv.slice(2);
const module = (await import(pathToFileURL(modulePath).href)) as ValidatorModule;
const texts = JSON.parse(await readFile(bodiesPath, 'utf8')) as string[];
const bodies = Array.from({ length: BODIES }, (_, index) => {
  const text = texts[index % texts.length] ?? '';
  return module.takesText === true ? text : (JSON.parse(text) as unknown);
});

runFor(WARM_UP_MS);
console.log(spreadOf(Array.from({ length: SPELLS }, () => runFor(SPELL_MS))).median);

/** How many bodies it validates in a second of the thread's CPU time, which other processes take nothing from. */
function runFor(ms: number): number {
  const start = process.threadCpuUsage();
  let runs = 0;
  let accepted = 0;
  let elapsed = 0;
  do {
    for (const body of bodies) if (module.accepts(body)) accepted += 1;
    runs += bodies.length;
    const { user, system } = process.threadCpuUsage(start);
    elapsed = (user + system) / 1000;
  } while (elapsed < ms);
  // Reading the answers keeps the compiler from leaving the work out.
  if (accepted !== 0 && accepted !== runs) throw new Error(`${modulePath}: changes its mind`);
  return (runs / elapsed) * 1000;
}
