import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { run } from '../src/run.ts';

/** What a run of `apipin` left behind. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder with `files`, which is removed after the test. */
export async function createFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'apipin-cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, contents] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), contents);
  }
  return folder;
}

/** Runs `apipin` in `folder`, with `stdin` piped to it; `isTTY` makes both output streams a terminal. */
export async function apipin(
  folder: string,
  args: readonly string[],
  { stdin = '', isTTY = false }: { readonly stdin?: string; readonly isTTY?: boolean } = {},
): Promise<Outcome> {
  const written = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') => ({
    isTTY,
    write: (text: string) => void (written[name] += text),
  });
  const code = await run(args, {
    stdin: new Blob([stdin]).stream(),
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    env: {},
    cwd: () => folder,
  });
  return { code, ...written };
}
