import assert from 'node:assert/strict';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nameAndVersion, type PackedPackage } from '../pack.ts';
import { findPackage } from '../registry.ts';
import { ProcessError, type ProcessOptions } from '../run-process.ts';
import type { Run } from './run.ts';

/** What it takes to publish to the registry of the rehearsal. */
export interface PublishingOptions {
  /** The copy of the repository. */
  readonly repository: string;
  readonly registry: URL;
  readonly env: Readonly<Record<string, string>>;
  readonly run: Run;
}

/** What the registry has, by name and version: the integrity, and when it was published. */
type Published = ReadonlyMap<string, string>;

/** Publishes, and kills the process with all its children while it uploads the package after the first `count`. */
export async function publishAndKill(count: number, options: PublishingOptions): Promise<void> {
  const kill = new AbortController();
  let uploads = 0;
  const publishing = publish(options, {
    signal: kill.signal,
    killSignal: 'SIGKILL',
    onLine(line) {
      if (!line.startsWith('publishing ')) return;
      uploads += 1;
      if (uploads > count) kill.abort();
    },
  });
  const end = await publishing.catch((error: unknown) => error);
  if (end instanceof ProcessError && end.ending === 'was ended by SIGKILL') return;
  throw end instanceof Error ? end : new Error('everything was published before the kill');
}

/** Publishes what is missing, and makes sure that what was there stays as it was. */
export async function publishTheRest(
  packed: readonly PackedPackage[],
  options: PublishingOptions,
): Promise<void> {
  const before = await readPublished(packed, options.registry);
  assert(before.size > 0 && before.size < packed.length, 'the kill was to come in the middle');
  const lines = await publishLines(options);
  const after = await readPublished(packed, options.registry);
  for (const item of packed) {
    const id = nameAndVersion(item);
    const { integrity } = item.tarball;
    assert(after.get(id)?.startsWith(`${integrity} `), `${id}: the registry has something else`);
    const untouched = lines.includes(`present ${id}`);
    assert.notEqual(lines.includes(`published ${id} ${integrity}`), untouched, `${id}: not once`);
    if (!before.has(id)) continue;
    assert(untouched, `${id} was published again`);
    assert.equal(after.get(id), before.get(id), `${id} changed in the registry`);
  }
}

/** Publishes when there is nothing to publish. */
export async function publishNothing(
  packed: readonly PackedPackage[],
  options: PublishingOptions,
): Promise<void> {
  const before = await readPublished(packed, options.registry);
  const lines = await publishLines(options);
  assert(!lines.some((line) => line.startsWith('publishing ')), 'something was published again');
  assert.deepEqual(await readPublished(packed, options.registry), before);
}

/** Changes a package without a changeset, and makes sure that its version stays what it is. */
export async function publishOtherContents(
  packed: readonly PackedPackage[],
  options: PublishingOptions,
): Promise<void> {
  const before = await readPublished(packed, options.registry);
  const victim = packed.at(-1);
  assert(victim !== undefined);
  const readme = join(victim.folder, 'README.md');
  const text = await readFile(readme);
  await appendFile(readme, '\nSomething else under the same version.\n');
  const refusal = await publish(options).catch((error: unknown) => error);
  await writeFile(readme, text);
  assert(refusal instanceof ProcessError, 'other contents were published under the same version');
  assert(
    refusal.output.includes(
      `${nameAndVersion(victim)} is published with other contents (README.md)`,
    ),
    refusal.message,
  );
  assert.deepEqual(await readPublished(packed, options.registry), before);
}

async function publishLines(options: PublishingOptions): Promise<string[]> {
  return (await publish(options)).split('\n');
}

/** As the workflow does. */
function publish(
  { repository, env, run }: PublishingOptions,
  options: Pick<ProcessOptions, 'signal' | 'killSignal' | 'onLine'> = {},
): Promise<string> {
  return run('pnpm', ['release:publish'], { cwd: repository, env, ...options });
}

async function readPublished(packed: readonly PackedPackage[], registry: URL): Promise<Published> {
  const entries = await Promise.all(
    packed.map(async (item) => {
      const { versions } = await findPackage(registry, item.manifest.name);
      return [...versions].map(
        ([version, { dist, time }]) =>
          [`${item.manifest.name}@${version}`, `${dist.integrity} ${time}`] as const,
      );
    }),
  );
  return new Map(entries.flat());
}
