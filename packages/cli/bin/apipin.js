#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import process from 'node:process';

// Prettier and the compiler behind openapi-typescript are large: parsing them is a good part of a short run.
enableCompileCache();
const { run } = await import('../dist/index.js');

process.exitCode = await run(process.argv.slice(2), process);
