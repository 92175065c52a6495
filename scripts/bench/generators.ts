import { globSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { runNode, type Contender, type Usage } from './measure.ts';
import { nameOf, peers, runPeer, type Peer } from './peers.ts';
import { emptyFolder, environment } from './work-folder.ts';

/** How the first, cold run of our own generator is named. */
export const OURS = 'apipin';

/** Our own generator and its peers, all to work on the specs in `root`, below the folder `scratch`. */
export function createGenerators(root: string, scratch: string): Contender<Usage>[] {
  return [
    ...createOurs(root, join(scratch, 'ours')),
    ...peers.map((peer) => createPeer(peer, join(root, 'specs'), join(scratch, peer.folder))),
  ];
}

/** Ours in three states; the two later ones start from what the earlier ones of the same round have left. */
function createOurs(root: string, work: string): Contender<Usage>[] {
  const command = join(root, 'packages/cli/bin/apipin.js');
  const caches = join(work, 'caches');
  const generate = (): Promise<Usage> =>
    runNode([command, 'generate'], { cwd: work, env: environment(caches) });
  return [
    {
      name: OURS,
      async measure() {
        await emptyFolder(caches, work);
        await cp(join(root, 'specs'), join(work, 'specs'), { recursive: true });
        return generate();
      },
    },
    { name: `${OURS}, nothing to do`, measure: generate },
    {
      name: `${OURS}, modules compiled`,
      async measure() {
        await rm(join(work, 'packages'), { recursive: true });
        return generate();
      },
    },
  ];
}

function createPeer(peer: Peer, specs: string, work: string): Contender<Usage> {
  const caches = join(work, 'caches');
  const documents = globSync('*/*.yaml', { cwd: specs }).map((spec) => ({
    name: basename(dirname(spec)),
    spec: join(specs, spec),
    out: join(work, dirname(spec)),
  }));
  return {
    name: nameOf(peer),
    async measure() {
      await emptyFolder(caches, work);
      return runPeer(peer, documents, { env: environment(caches) });
    },
  };
}
