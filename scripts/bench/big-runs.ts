import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BigDocument } from './big-documents.ts';
import { FailedRunError, runNode, type Contender, type Usage } from './measure.ts';
import { pathOf, versionOf } from './peer-folder.ts';
import { nameOf, peers, runPeer } from './peers.ts';
import { emptyFolder, environment } from './work-folder.ts';

/** What became of a run: what it cost, or why it came to no end. */
export type Outcome = Usage | { readonly failure: string };

/**
 * Ours, openapi-typescript and the complete peers, all to work on `document` below the folder `scratch`.
 *
 * @param timeout - In ms, for each run.
 */
export function createBigRuns(
  root: string,
  document: BigDocument,
  scratch: string,
  timeout: number,
): Contender<Outcome>[] {
  const types = 'openapi-typescript';
  return [
    createOurRun(root, document, join(scratch, 'apipin'), timeout),
    {
      name: `${versionOf(types, types)}, types alone`,
      measure: () =>
        attempt(async () => {
          const work = join(scratch, types);
          const caches = join(work, 'caches');
          await emptyFolder(caches, work);
          const bin = join(pathOf(types), 'node_modules/.bin', types);
          const args = [bin, document.path, '--output', join(work, 'types.ts')];
          return runNode(args, { cwd: work, env: environment(caches), timeout });
        }),
    },
    ...peers
      .filter(({ isComplete }) => isComplete)
      .map((peer) => ({
        name: nameOf(peer),
        measure: () =>
          attempt(async () => {
            const work = join(scratch, peer.folder);
            const caches = join(work, 'caches');
            await emptyFolder(caches, work);
            const out = join(work, 'out');
            const documents = [{ name: document.name, spec: document.path, out }];
            return runPeer(peer, documents, { env: environment(caches), timeout });
          }),
      })),
  ];
}

/** Ours alone, in the folder `work`. */
export function createOurRun(
  root: string,
  { name, path }: BigDocument,
  work: string,
  timeout: number,
): Contender<Outcome> {
  return {
    name: 'apipin',
    measure: () =>
      attempt(async () => {
        const caches = join(work, 'caches');
        await emptyFolder(caches, work);
        await mkdir(join(work, 'specs'));
        await cp(path, join(work, 'specs/spec.json'));
        const versions = `apis:\n  bench:\n    versions: [{ id: ${name}, spec: spec.json }]\n`;
        await writeFile(join(work, 'specs/versions.yaml'), versions);
        const command = join(root, 'packages/cli/bin/apipin.js');
        return runNode([command, 'generate'], { cwd: work, env: environment(caches), timeout });
      }),
  };
}

/** A process that fails is a result here: whether a generator can do it is what is asked. */
async function attempt(run: () => Promise<Usage>): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof FailedRunError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return {
      failure: error.output.includes('heap out of memory') ? 'out of memory' : error.ending,
    };
  }
}
