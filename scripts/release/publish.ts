/**
 * Publishes what the registry does not have yet, packages before those that depend on them.
 *
 * Killed halfway and started again, it goes on where it was: a version that is there is compared with what would have
 * been published, and left alone. Where they differ nothing is published at all, since a version means one thing for ever.
 *
 * Neither `changeset publish` nor `pnpm publish -r` promises that: both skip a version that is there without a look.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { budgetOf } from './budgets.ts';
import { checkTarball } from './check-tarball.ts';
import { differencesOf } from './compare-release.ts';
import { nameAndVersion, pack, type PackedPackage } from './pack.ts';
import { orderByDependencies } from './dependency-order.ts';
import {
  download,
  findPackage,
  isOnLoopback,
  readRegistry,
  sizeOfLatest,
  type PublishedPackage,
} from './registry.ts';
import { ReleaseError } from './release-error.ts';
import { runProcess } from './run-process.ts';
import { exceededBudgets, formatSizes, sizeOf, type SizeRow } from './sizes.ts';
import { readTarball } from './tarball.ts';
import { withTemporaryFolder } from './with-temporary-folder.ts';
import { readPublishedPackages } from './workspace-packages.ts';

const HELP = `Usage: pnpm release:publish

Packs, checks and publishes every package of the workspace that is not private and that the registry does not have in its
version. The registry, and who publishes, are as npm is configured. Start it again after a failure.`;

/** A package, and what the registry knows of it. */
interface Candidate {
  readonly packed: PackedPackage;
  readonly known: PublishedPackage;
}

const ROOT = resolve(import.meta.dirname, '../..');

const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
if (values.help) {
  console.log(HELP);
} else {
  try {
    await withTemporaryFolder(publish);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

async function publish(folder: string): Promise<void> {
  const registry = await readRegistry(ROOT);
  const ordered = orderByDependencies(await readPublishedPackages(ROOT));
  const workspace = new Set(ordered.map(({ manifest }) => manifest.name));
  const candidates = await Array.fromAsync(ordered, async (item) => {
    const packed = await pack(item, folder);
    return { packed, known: await findPackage(registry, item.manifest.name) };
  });
  const sizes = await Array.fromAsync(candidates, readSizes);
  console.log(formatSizes(sizes));
  const problems = [
    ...candidates.flatMap(({ packed }) => problemsOf(packed)),
    ...exceededBudgets(sizes),
  ];
  if (problems.length > 0) throw new ReleaseError(problems);

  // All are compared before the first is published.
  const missing: PackedPackage[] = [];
  for (const { packed, known } of candidates) {
    if (await isPublished(packed, known, workspace))
      console.log(`present ${nameAndVersion(packed)}`);
    else missing.push(packed);
  }
  for (const packed of missing) {
    console.log(`publishing ${nameAndVersion(packed)}`);
    await upload(registry, packed, workspace);
    console.log(`published ${nameAndVersion(packed)} ${packed.tarball.integrity}`);
  }
  console.log(`${missing.length} published, ${ordered.length - missing.length} were there`);
}

function problemsOf({ manifest, tarball }: PackedPackage): string[] {
  return checkTarball(tarball, ROOT).map(
    ({ file, message }) => `${manifest.name}: ${file}: ${message}`,
  );
}

async function readSizes({ packed: { manifest, tarball }, known }: Candidate): Promise<SizeRow> {
  const last = await sizeOfLatest(known);
  return { name: manifest.name, size: sizeOf(tarball), last, budget: budgetOf(manifest.name) };
}

/**
 * Whether the package is known in its version.
 *
 * @throws ReleaseError where it is known with other contents.
 */
async function isPublished(
  { manifest, tarball }: PackedPackage,
  known: PublishedPackage,
  workspace: ReadonlySet<string>,
): Promise<boolean> {
  const published = known.versions.get(manifest.version);
  if (published === undefined) return false;
  if (published.dist.integrity === tarball.integrity) return true;
  const differing = differencesOf(tarball, await readTarball(await download(published)), workspace);
  if (differing.length === 0) return true;
  throw new ReleaseError([
    `${manifest.name}@${manifest.version} is published with other contents (${differing.join(', ')}); ` +
      'write a changeset for the package, so that it gets a version of its own',
  ]);
}

async function upload(
  registry: URL,
  item: PackedPackage,
  workspace: ReadonlySet<string>,
): Promise<void> {
  // npm, since it turns the identity of a workflow into the right to publish.
  const args = ['publish', item.path, '--ignore-scripts', `--registry=${registry}`];
  // Provenance names a public build, and a registry on loopback is for rehearsals. That packages ask for provenance is
  // among the checks of their tarballs.
  if (isOnLoopback(registry)) args.push('--provenance=false');
  try {
    await runProcess('npm', args, { cwd: ROOT });
  } catch (error) {
    // The upload of a run that was killed may have arrived since the registry was asked.
    const known = await findPackage(registry, item.manifest.name);
    if (!(await isPublished(item, known, workspace))) throw error;
  }
}
