export { run } from './run.ts';
export type { OutputStream, Terminal } from './terminal.ts';
