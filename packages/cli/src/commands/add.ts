import type { Diagnostic } from '@apipin/openapi-model';
import { planAddition, type RequestedVersion } from '../add/addition.ts';
import { prepareAddition } from '../add/prepare-addition.ts';
import {
  reportAdditionAsJson,
  reportAdditionAsText,
  type AdditionReport,
} from '../add/report-addition.ts';
import { lockFiles } from '@apipin/spec-sync';
import { EXIT, UsageError, type Command, type CommandLine } from '../command.ts';
import { createProgress } from '../progress.ts';
import { listOf, READ_OPTIONS, readOptions } from '../read-options.ts';
import { reportDiagnostics } from '../report.ts';
import type { Terminal } from '../terminal.ts';
import { findRepository, readVersions, VERSIONS_FILE } from '../versions-file.ts';

/** `apipin add`: the specs of an API in; its packages, as far as they can be made, out. */
export const addCommand: Command = {
  name: 'add',
  summary: 'Add an API, or a version of one: its specs, its packages, and what lists them.',
  usage: [
    'add <api> --spec <version>=<file> --spec <version>=<file>  two versions, and what maps between them',
    'add <api> --spec <version>=<file>                          one version, of a new API or of one that is here',
  ],
  options: {
    spec: {
      type: 'string',
      multiple: true,
      value: '<version>=<file>',
      description: 'A version and its OpenAPI document; the older version first.',
    },
    'dry-run': { type: 'boolean', description: 'Say what would be added, and write nothing.' },
    'allow-network': READ_OPTIONS['allow-network'],
    'allow-outside': READ_OPTIONS['allow-outside'],
    json: { type: 'boolean', description: 'Print one JSON object.' },
  },

  async run(line, terminal) {
    const api = apiOf(line);
    const requested = listOf(line.values['spec']).map(requestedVersion);
    const root = findRepository(terminal.cwd());
    if (root === undefined) {
      throw new UsageError(`no ${VERSIONS_FILE} here or above; begin one with the line "apis: {}"`);
    }
    const progress = createProgress(terminal);
    progress.step(`generating the packages of ${api}`);
    const adding = add({ root, api, requested }, line, terminal);
    const { report, diagnostics } = await adding.finally(progress.done);
    if (line.values['json'] === true) {
      reportAdditionAsJson(report, diagnostics, terminal);
    } else {
      reportDiagnostics(diagnostics, terminal, '; --json lists them all');
      if (report === undefined) terminal.stderr.write('Nothing was written.\n');
      else reportAdditionAsText(report, terminal);
    }
    return report === undefined ? EXIT.usage : EXIT.success;
  },
};

/** What was added, absent where a spec has errors. */
interface Outcome {
  readonly report: AdditionReport | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the user asks for, and where. */
interface Request {
  readonly root: string;
  readonly api: string;
  readonly requested: readonly RequestedVersion[];
}

async function add(
  { root, api, requested }: Request,
  line: CommandLine,
  terminal: Terminal,
): Promise<Outcome> {
  return lockFiles(root, async (files) => {
    const addition = planAddition(api, requested, await readVersions(root));
    const context = { root, folder: terminal.cwd(), options: readOptions(line, terminal) };
    const today = new Date();
    const { prepared, diagnostics } = await prepareAddition(addition, requested, context, today);
    if (prepared === undefined) return { report: undefined, diagnostics };
    const isDry = line.values['dry-run'] === true;
    if (!isDry) await files.write(prepared.files);
    return { report: { addition, prepared, isDry }, diagnostics };
  });
}

function apiOf({ positionals }: CommandLine): string {
  const [api, ...more] = positionals;
  if (api === undefined) throw new UsageError('name the API: apipin add <api> --spec v3=<file>');
  if (more.length > 0) throw new UsageError(`one API at a time; what is "${more[0]}"?`);
  return api;
}

function requestedVersion(value: string): RequestedVersion {
  const [, id, source] = /^([^=]+)=(.+)$/s.exec(value) ?? [];
  if (id !== undefined && source !== undefined) return { id, source };
  throw new UsageError(
    `--spec takes a version and a file, such as v3=openapi.yaml, not "${value}"`,
  );
}
