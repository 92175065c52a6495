import {
  isUrl,
  lockFiles,
  nameSource,
  parseDuration,
  recoverFiles,
  RecoveryError,
  type BumpOverride,
  type LockedFiles,
} from '@apipin/spec-sync';
import { EXIT, UsageError, type Command, type CommandLine } from '../command.ts';
import { isExplained } from '../explained-errors.ts';
import { createProgress } from '../progress.ts';
import { READ_OPTIONS, readOptions } from '../read-options.ts';
import { reportDiagnostics } from '../report.ts';
import { findVersion } from '../sync/find-version.ts';
import { keep, prepareSync, type SyncOptions } from '../sync/prepare-sync.ts';
import { readCandidate, sourceOf } from '../sync/read-candidate.ts';
import { readLockedSource, readPinned } from '../sync/read-pinned.ts';
import { reportSyncsAsJson, reportSyncsAsText, type FinishedSync } from '../sync/report-sync.ts';
import type { Terminal } from '../terminal.ts';
import {
  findRepository,
  readVersions,
  VERSIONS_FILE,
  type VersionEntry,
} from '../versions-file.ts';

const BUMPS = ['major', 'minor', 'patch'] as const;

/** `apipin sync`: a new spec document in; spec, lock, packages and changeset out, or nothing at all. */
export const syncCommand: Command = {
  name: 'sync',
  summary:
    'Take a new spec: update the pinned one, its packages and the changeset, if it means something new.',
  usage: [
    'sync                                every version that came from a URL, from there',
    'sync <version>                      from where it came the last time',
    'sync <version> --from <file|url>    from there',
    'sync <api>@<version>                where several APIs have the version',
  ],
  options: {
    from: {
      type: 'string',
      value: '<file|url>',
      description: 'Where the spec comes from: a file, an https URL, or http on this machine.',
    },
    docs: { type: 'boolean', description: 'Take it also where nothing but words changed.' },
    settle: {
      type: 'string',
      value: '<duration>',
      description: 'Let what breaks the wire wait in specs/pending first, for 24h, 90m or 7d.',
    },
    bump: {
      type: 'string',
      value: '<bump>',
      description: 'Release as major, minor or patch, whatever was found.',
    },
    'accept-lower': {
      type: 'string',
      value: '<reason>',
      description: 'Why --bump may be lower than what was found; users read it in the changelog.',
    },
    'dry-run': { type: 'boolean', description: 'Say what would happen, and write nothing.' },
    ...READ_OPTIONS,
    json: { type: 'boolean', description: 'Print a JSON array, with an object for each version.' },
  },

  async run(line, terminal) {
    const root = findRepository(terminal.cwd());
    if (root === undefined) throw new UsageError(`no ${VERSIONS_FILE} here or above`);
    const options = syncOptions(line);
    const isDry = line.values['dry-run'] === true;
    const work = async (files: Pick<LockedFiles, 'write'>): Promise<number> => {
      const finished: FinishedSync[] = [];
      const entries = await entriesOf(root, line);
      const report = line.values['json'] === true ? reportSyncsAsJson : reportSyncsAsText;
      try {
        for (const entry of entries) {
          const sync = await trySync({ root, entry, options, files }, line, terminal);
          if (sync !== undefined) finished.push(sync);
        }
      } finally {
        // Whatever happens to a later version, these are written.
        report(finished, terminal);
      }
      return finished.length === entries.length ? EXIT.success : EXIT.usage;
    };
    if (!isDry) return lockFiles(root, work);
    await recoverFiles(root);
    return work({ write: async () => {} });
  },
};

/** The version that the user names, or else those that were taken from a URL the last time. */
async function entriesOf(
  root: string,
  { positionals: [name, ...more], values }: CommandLine,
): Promise<VersionEntry[]> {
  if (more.length > 0) throw new UsageError(`one version at a time; what is "${more[0]}"?`);
  const versions = await readVersions(root);
  if (name !== undefined) return [findVersion(versions, name)];
  if (values['from'] !== undefined) {
    throw new UsageError('name the version: apipin sync <version> --from <file|url>');
  }
  const sources = await Promise.all(versions.map((version) => readLockedSource(root, version)));
  const followed = versions.filter((_, index) => isUrl(sources[index] ?? ''));
  if (followed.length > 0) return followed;
  throw new UsageError(
    'no version was taken from a URL yet; apipin sync <version> --from <url> --docs starts with one',
  );
}

function syncOptions({ values }: CommandLine): SyncOptions {
  const { settle = '0h', bump, 'accept-lower': reason } = values;
  const wait = parseDuration(String(settle));
  if (wait === undefined) {
    throw new UsageError(
      `--settle takes a duration such as 24h, 90m or 7d, not "${String(settle)}"`,
    );
  }
  return {
    docs: values['docs'] === true,
    settle: wait,
    override: overrideOf(bump, reason),
    now: new Date(),
  };
}

function overrideOf(bump: unknown, reason: unknown): BumpOverride | undefined {
  if (bump === undefined) {
    if (reason === undefined) return undefined;
    throw new UsageError('--accept-lower goes with --bump, which says how low');
  }
  const found = BUMPS.find((each) => each === bump);
  if (found === undefined) throw new UsageError(`--bump takes ${BUMPS.join(', ')}`);
  return { bump: found, reason: typeof reason === 'string' ? reason : undefined };
}

interface SyncRun {
  readonly root: string;
  readonly entry: VersionEntry;
  readonly options: SyncOptions;
  readonly files: Pick<LockedFiles, 'write'>;
}

/** Takes what is new of one version; `undefined` where that failed, which is reported then: the others go on. */
async function trySync(
  run: SyncRun,
  line: CommandLine,
  terminal: Terminal,
): Promise<FinishedSync | undefined> {
  try {
    return await syncVersion(run, line, terminal);
  } catch (error) {
    // Nothing can be written any more.
    if (!isExplained(error) || error instanceof RecoveryError) throw error;
    const { api, id } = run.entry;
    terminal.stderr.write(`apipin sync: ${api} ${id}: ${error.message}\n`);
    return undefined;
  }
}

/** Takes what is new of one version; `undefined` where a spec has errors, which are reported then. */
async function syncVersion(
  { files, ...run }: SyncRun,
  line: CommandLine,
  terminal: Terminal,
): Promise<FinishedSync | undefined> {
  const progress = createProgress(terminal);
  try {
    const planned = await planSync({ ...run, step: progress.step }, line, terminal);
    if (planned === undefined) return undefined;
    const isDry = line.values['dry-run'] === true;
    await files.write(planned.plan.files);
    return { ...planned, isDry };
  } finally {
    progress.done();
  }
}

async function planSync(
  { root, entry, options, step }: Omit<SyncRun, 'files'> & { step: (text: string) => void },
  line: CommandLine,
  terminal: Terminal,
): Promise<Pick<FinishedSync, 'pinned' | 'plan'> | undefined> {
  const reading = readOptions(line, terminal);
  const { pinned, diagnostics } = await readPinned(root, entry, reading);
  reportDiagnostics(diagnostics, terminal);
  if (pinned === undefined) return undefined;

  const { from } = line.values;
  const source = sourceOf(pinned, typeof from === 'string' ? from : undefined, terminal.cwd());
  step(`reading ${nameSource(source)}`);
  const read = await readCandidate(pinned, source, { ...reading, onRetry: step });
  if (read.kind === 'unchanged') {
    return { pinned, plan: keep(pinned, 'the source has not changed') };
  }
  reportDiagnostics(read.diagnostics, terminal);
  if (read.kind === 'failed') return undefined;
  step(`generating what comes of ${entry.api} ${entry.id}`);
  return { pinned, plan: await prepareSync(pinned, read.candidate, options) };
}
