/** Runs the program in Node, Deno or Bun, and prints what came of it; started with the URLs of the servers. */
import process from 'node:process';
import { run } from './program.ts';

console.log(JSON.stringify(await run(JSON.parse(process.argv[2] ?? ''))));
