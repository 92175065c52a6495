import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { COMPILER_OPTIONS } from './client-packages.ts';
import { pathOf } from './peer-folder.ts';

/** How long an editor waits at a call, in ms of CPU time, and what it shows there. */
export interface EditorReport {
  /** From nothing to the first hover. */
  readonly openMs: number;
  /** After a keystroke. */
  readonly hoverMs: number;
  /** After a keystroke, where a value with three possibilities is written. */
  readonly completeMs: number;
  /** After a keystroke, until it is known what is wrong with the file. */
  readonly errorsMs: number;
  /** What hovering over the method shows, and over the attachments of a message that was answered. */
  readonly hovers: readonly string[];
}

/** Times the language service of TypeScript 5.9 at the last call of `method` in a consumer, in a process of its own. */
export async function timeEditor(consumer: string, method: string): Promise<EditorReport> {
  const script = join(pathOf('openapi-typescript'), 'time-editor.js');
  const options = JSON.stringify(COMPILER_OPTIONS);
  const { stdout } = await promisify(execFile)(process.execPath, [
    script,
    consumer,
    method,
    options,
  ]);
  return JSON.parse(stdout) as EditorReport;
}
