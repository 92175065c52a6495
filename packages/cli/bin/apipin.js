#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import process from 'node:process';

// Prettier and the compiler behind openapi-typescript are large: parsing them is a good part of a short run.
enableCompileCache();
// Whoever reads a report may have read enough of it: apipin diff … | head
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});
const { run } = await import('../dist/index.js');

process.exitCode = await run(process.argv.slice(2), process);
