import { run } from './program.ts';

Object.assign(globalThis, { run });
