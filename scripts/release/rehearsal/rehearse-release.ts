import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { budgetOf } from '../budgets.ts';
import { orderByDependencies } from '../dependency-order.ts';
import { pack, type PackedPackage } from '../pack.ts';
import { readRecordedSizes } from '../recorded-sizes.ts';
import { readRegistry } from '../registry.ts';
import { ReleaseError } from '../release-error.ts';
import { exceededBudgets, sizeOf } from '../sizes.ts';
import { readPublishedPackages } from '../workspace-packages.ts';
import {
  compile,
  install,
  writeEverything,
  writeExamples,
  type PackageManager,
} from './consumers.ts';
import { copyRepository, findUncommitted, hasChangesets } from './copy-repository.ts';
import { lintTarballs } from './lint-tarballs.ts';
import {
  publishAndKill,
  publishNothing,
  publishOtherContents,
  publishTheRest,
} from './rehearse-publishing.ts';
import type { Report } from './report.ts';
import { createRun, type Run } from './run.ts';
import { startRegistry, type Registry } from './start-registry.ts';

/** What a rehearsal is made with. */
export interface RehearsalOptions {
  readonly root: string;
  /** An empty folder, for all that the rehearsal writes. */
  readonly folder: string;
  readonly report: Report;
  /** Ends the rehearsal. */
  readonly signal: AbortSignal;
}

/** What the steps of a rehearsal share. */
interface Stage {
  readonly root: string;
  readonly folder: string;
  readonly report: Report;
  readonly run: Run;
  /** The copy of the repository. */
  readonly repository: string;
  /** Where the tools are installed that only rehearsals need. */
  readonly tools: string;
}

/**
 * Takes the last commit from its changesets to consumers that run.
 *
 * @throws ReleaseError, or whatever a step throws that does not do what a release relies on.
 */
export async function rehearseRelease(options: RehearsalOptions): Promise<void> {
  const { root, folder, report, signal } = options;
  const stage = {
    ...options,
    run: createRun(signal, join(folder, 'tmp')),
    repository: join(folder, 'repository'),
    tools: join(folder, 'tools'),
  };
  await mkdir(join(folder, 'tmp'));
  const packed = await prepare(stage);
  await using registry = await report.step('start the registry', async () =>
    startRegistry({
      folder: join(folder, 'registry'),
      tools: stage.tools,
      names: packed.map(({ manifest }) => manifest.name),
      thirdParties: await readRegistry(root),
    }),
  );
  await publish(stage, packed, registry);
  for (const manager of ['npm', 'pnpm'] as const) await consume(stage, manager, packed, registry);
  await runElsewhere(stage);
}

/** From the last commit to tarballs that may be published. */
async function prepare(stage: Stage): Promise<PackedPackage[]> {
  const { root, folder, report, run, repository, tools } = stage;
  const uncommitted = await findUncommitted(root);
  if (uncommitted.length > 0) {
    process.stderr.write(`not rehearsed, since not committed:\n${uncommitted.join('\n')}\n`);
  }
  await report.step('copy, install and build the last commit', () =>
    copyRepository(root, repository, run),
  );
  await report.step('install the tools', async () => {
    await cp(join(import.meta.dirname, 'tools'), tools, { recursive: true });
    await run('pnpm', ['install', '--frozen-lockfile'], { cwd: tools });
  });
  const last = await readRecordedSizes(repository);
  if (await hasChangesets(repository)) {
    await report.step('version', () => run('pnpm', ['release:version'], { cwd: repository }));
  }
  const packed = await report.step('pack', async () => {
    const ordered = orderByDependencies(await readPublishedPackages(repository));
    return Array.fromAsync(ordered, (item) => pack(item, join(folder, 'tarballs')));
  });
  report.sizes = packed.map(({ manifest: { name }, tarball }) => ({
    name,
    size: sizeOf(tarball),
    last: last[name],
    budget: budgetOf(name),
  }));
  await report.step('check the tarballs', async () => {
    const problems = await lintTarballs(packed, repository, run);
    problems.push(...exceededBudgets(report.sizes));
    if (problems.length > 0) throw new ReleaseError(problems);
  });
  return packed;
}

async function publish(
  { report, repository, run }: Stage,
  packed: readonly PackedPackage[],
  { url, env }: Registry,
): Promise<void> {
  const options = { repository, registry: url, env, run };
  const half = Math.floor(packed.length / 2);
  await report.step('publish, killed halfway', () => publishAndKill(half, options));
  await report.step('publish the rest', () => publishTheRest(packed, options));
  await report.step('publish nothing more', () => publishNothing(packed, options));
  await report.step('refuse other contents', () => publishOtherContents(packed, options));
}

/** Installs what was published in projects outside the workspace, and runs it on each supported Node. */
async function consume(
  stage: Stage,
  manager: PackageManager,
  packed: readonly PackedPackage[],
  { env }: Registry,
): Promise<void> {
  const { report, repository, run, tools } = stage;
  const folder = join(stage.folder, manager);
  await mkdir(folder);
  const consumers = [
    ...(await writeExamples(repository, folder, manager)),
    await writeEverything(packed, folder),
  ];
  for (const consumer of consumers) {
    await report.step(`${manager}: install and compile ${consumer.name}`, async () => {
      await install(consumer, manager, env, run);
      await compile(consumer, repository, run);
    });
  }
  const nodes = [
    join(tools, 'node_modules/node-22/bin/node'),
    process.execPath,
    join(tools, 'node_modules/node-26/bin/node'),
  ];
  for (const node of nodes) {
    const version = await run(node, ['--version'], { cwd: folder });
    await report.step(`${manager}: run all on Node ${version}`, async () => {
      for (const consumer of consumers)
        await run(node, [consumer.program], { cwd: consumer.folder });
    });
  }
}

/** Runs what npm installed where there is no Node. */
async function runElsewhere({ root, folder, report, run, tools }: Stage): Promise<void> {
  const consumer = join(folder, 'npm/everything');
  const script = (name: string): string => join(import.meta.dirname, name);
  await report.step('run in Chromium', () =>
    run(process.execPath, [script('run-in-browser.ts'), consumer], { cwd: root }),
  );
  const work = join(folder, 'workerd');
  await mkdir(work);
  await report.step('run in workerd', () => {
    const workerd = join(tools, 'node_modules/.bin/workerd');
    return run(process.execPath, [script('run-in-workerd.ts'), consumer, workerd, work], {
      cwd: root,
    });
  });
}
