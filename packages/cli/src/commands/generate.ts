import { resolve } from 'node:path';
import type { LoadOptions } from '@apipin/openapi-model';
import { EXIT, UsageError, type Command, type CommandLine } from '../command.ts';
import { finishTarget, prepareTarget, type PreparedTarget } from '../generate-target.ts';
import { createProgress, type Progress } from '../progress.ts';
import { readSpec } from '../read-spec.ts';
import { reportAsJson, reportAsText } from '../report.ts';
import type { Target, TargetResult } from '../target.ts';
import type { Terminal } from '../terminal.ts';
import { findTargets } from '../workspace.ts';

/** `apipin generate`: specs in, clients and validators out. */
export const generateCommand: Command = {
  name: 'generate',
  summary: 'Generate clients and validators from OpenAPI specs.',
  usage: [
    'generate                              everything in specs/versions.yaml',
    'generate client <spec> --out <dir>    a typed client',
    'generate zod <spec> --out <dir>       zod validators',
  ],
  options: {
    out: {
      type: 'string',
      value: '<dir>',
      description: 'Where to write; generated files that are left over there go.',
    },
    check: {
      type: 'boolean',
      description: 'Write nothing; list missing, changed and leftover files.',
    },
    'agree-with': {
      type: 'string',
      value: '<package>',
      description: "With zod: add a type test against this package's client.",
    },
    overlay: {
      type: 'string',
      multiple: true,
      value: '<file>',
      description: 'Apply an OpenAPI Overlay first; may be repeated.',
    },
    'allow-network': {
      type: 'boolean',
      description: 'Let the spec and its $refs be fetched by URL.',
    },
    'allow-outside': { type: 'boolean', description: "Let $refs leave the spec's folder." },
    json: { type: 'boolean', description: 'Print one JSON object.' },
  },

  async run(line, terminal) {
    const targets = await targetsOf(line, terminal.cwd());
    const progress = createProgress(terminal);
    const results = await generate(targets, line, terminal, progress);
    progress.done();
    const report = line.values['json'] === true ? reportAsJson : reportAsText;
    report(results, terminal);
    if (results.some(({ status }) => status === 'failed')) return EXIT.usage;
    return results.some(({ status }) => status === 'drifted') ? EXIT.drift : EXIT.success;
  },
};

async function targetsOf(
  { positionals, values }: CommandLine,
  folder: string,
): Promise<readonly Target[]> {
  const [kind, spec, ...more] = positionals;
  const { out, 'agree-with': agreeWith } = values;
  if (kind === undefined) {
    if (out !== undefined)
      throw new UsageError('--out needs to know what to generate: client <spec> or zod <spec>');
    return findTargets(folder);
  }
  if (kind !== 'client' && kind !== 'zod')
    throw new UsageError(`"${kind}" is neither client nor zod`);
  if (spec === undefined)
    throw new UsageError(`name the spec: apipin generate ${kind} <spec> --out <dir>`);
  if (more.length > 0) throw new UsageError(`one spec at a time; what is "${more[0]}"?`);
  if (typeof out !== 'string' || out === '')
    throw new UsageError('say where to write, with --out <dir>');
  return [{ kind, spec, out, agreeWith: typeof agreeWith === 'string' ? agreeWith : undefined }];
}

/** Everything is generated before anything is written, so that one bad spec leaves all folders as they were. */
async function generate(
  targets: readonly Target[],
  line: CommandLine,
  terminal: Terminal,
  progress: Progress,
): Promise<TargetResult[]> {
  const folder = terminal.cwd();
  const options = loadOptions(line, terminal);
  const specs = new Map<string, ReturnType<typeof readSpec>>();
  const prepared: PreparedTarget[] = [];
  for (const target of targets) {
    progress.step(`${target.kind} of ${target.spec}`);
    const source = isLocalPath(target.spec) ? resolve(folder, target.spec) : target.spec;
    const reading = specs.get(source) ?? readSpec(source, options);
    specs.set(source, reading);
    prepared.push(await prepareTarget(target, await reading));
  }
  const failed = prepared.some(({ files }) => files === undefined);
  const results: TargetResult[] = [];
  for (const target of prepared) {
    progress.step(`writing ${target.target.out}`);
    results.push(
      await finishTarget(
        failed ? { ...target, files: undefined } : target,
        folder,
        line.values['check'] === true,
      ),
    );
  }
  return results;
}

function isLocalPath(source: string): boolean {
  return source !== '-' && !/^https?:/i.test(source);
}

function loadOptions({ values }: CommandLine, terminal: Terminal): LoadOptions {
  const overlays = Array.isArray(values['overlay']) ? values['overlay'].map(String) : [];
  return {
    stdin: terminal.stdin,
    overlays: overlays.map((overlay) => resolve(terminal.cwd(), overlay)),
    allowNetwork: values['allow-network'] === true,
    allowRefsOutside: values['allow-outside'] === true,
  };
}
