import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestContract, digestMeaning, parseSource, type JsonObject } from '@apipin/openapi-model';
import {
  editText,
  listNames,
  lockFiles,
  lockNames,
  renameInLock,
  renderLock,
  renderNames,
  type Lock,
  type LockedFiles,
  type NameEdit,
} from '@apipin/spec-sync';
import { EXIT, UsageError, type Command, type CommandLine } from '../command.ts';
import { READ_OPTIONS, readOptions } from '../read-options.ts';
import { reportDiagnostics } from '../report.ts';
import { findVersion } from '../sync/find-version.ts';
import { readPinned, type PinnedVersion } from '../sync/read-pinned.ts';
import type { Terminal } from '../terminal.ts';
import { findRepository, readVersions, VERSIONS_FILE } from '../versions-file.ts';

/** `apipin names`: what is pinned under which name; with `--set`, under another one from now on. */
export const namesCommand: Command = {
  name: 'names',
  summary: 'Show under which names a spec is pinned and what upstream calls it, or change a name.',
  usage: [
    'names <version>',
    'names <version> --set <from>=<to>           an operationId, a tag or a component',
    'names <version> --set schemas/<from>=<to>   where several kinds have the name',
  ],
  options: {
    set: {
      type: 'string',
      value: '<from>=<to>',
      description: 'Call it so from now on, in the lock and in the pinned spec.',
    },
    ...READ_OPTIONS,
    json: { type: 'boolean', description: 'Print one JSON object.' },
  },

  async run(line, terminal) {
    const edit = editOf(line);
    const root = findRepository(terminal.cwd());
    if (root === undefined) throw new UsageError(`no ${VERSIONS_FILE} here or above`);
    if (edit === undefined) return show(root, line, terminal);
    return lockFiles(root, (files) => change({ root, edit, files }, line, terminal));
  },
};

function editOf({ values: { set } }: CommandLine): NameEdit | undefined {
  if (typeof set !== 'string') return undefined;
  const equals = set.indexOf('=');
  if (equals < 1) throw new UsageError(`--set takes <from>=<to>, not "${set}"`);
  return { from: set.slice(0, equals), to: set.slice(equals + 1) };
}

async function show(root: string, line: CommandLine, terminal: Terminal): Promise<number> {
  const pinned = await findPinned(root, line, terminal);
  if (pinned === undefined) return EXIT.usage;
  const names = listNames(pinned.lock?.names ?? lockNames(pinned.spec.root));
  const { api, id } = pinned.entry;
  terminal.stdout.write(
    line.values['json'] === true ? toJson({ api, version: id, names }) : renderNames(names),
  );
  return EXIT.success;
}

interface Change {
  readonly root: string;
  readonly edit: NameEdit;
  readonly files: LockedFiles;
}

async function change(
  { root, edit, files }: Change,
  line: CommandLine,
  terminal: Terminal,
): Promise<number> {
  const pinned = await findPinned(root, line, terminal);
  if (pinned === undefined) return EXIT.usage;
  const { paths, spec, lock, corrections } = pinned;
  if (lock === undefined) {
    throw new UsageError(
      `there is no ${paths.lock} to set a name in; apipin sync --from <file|url> --docs writes it`,
    );
  }
  if (digestMeaning(spec.root) !== lock.document) {
    throw new UsageError(
      `${paths.spec} was edited since it was synced; restore it before a name is set`,
    );
  }
  const text = await readFile(join(root, paths.spec), 'utf8');
  const before = parseSource(text, paths.spec).source?.root as JsonObject;
  const edited = renameInLock(lock.names, before, edit);
  const relocked: Lock = {
    ...lock,
    meaning: digestContract(edited.root),
    document: digestMeaning(edited.root),
    names: edited.lock,
  };
  await files.write([
    { path: paths.spec, contents: editText(text, before, edited.root) },
    { path: paths.lock, contents: renderLock(relocked) },
  ]);

  const { kind, from } = edited;
  if (corrections?.text.includes(from) === true) {
    terminal.stderr.write(`${paths.overlay} mentions ${from}: change it there as well\n`);
  }
  terminal.stdout.write(
    line.values['json'] === true
      ? toJson({ kind, from, to: edit.to, files: [paths.spec, paths.lock] })
      : `${kind}/${from} is called ${edit.to} now in ${paths.spec} and its lock\n` +
          'next: run apipin generate, and add a changeset, since callers see the name\n',
  );
  return EXIT.success;
}

/** The version that the user names; `undefined` where its spec has errors, which are reported then. */
async function findPinned(
  root: string,
  line: CommandLine,
  terminal: Terminal,
): Promise<PinnedVersion | undefined> {
  const [name, ...more] = line.positionals;
  if (name === undefined) throw new UsageError('name the version: apipin names <version>');
  if (more.length > 0) throw new UsageError(`one version at a time; what is "${more[0]}"?`);
  const entry = findVersion(await readVersions(root), name);
  const { pinned, diagnostics } = await readPinned(root, entry, readOptions(line, terminal));
  reportDiagnostics(diagnostics, terminal);
  return pinned;
}

function toJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
