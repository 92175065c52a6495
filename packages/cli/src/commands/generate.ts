import { resolve } from 'node:path';
import type { ZodOptions } from '@apipin/codegen';
import {
  ALLOWABLE,
  type AllowableCode,
  type LoadOptions,
  type NormaliseOptions,
} from '@apipin/openapi-model';
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
    strict: {
      type: 'boolean',
      description: 'With zod: refuse properties that the spec does not list.',
    },
    'open-enums': {
      type: 'boolean',
      description:
        'With zod: accept strings that an enum does not list, and report them to a hook.',
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
    allow: {
      type: 'string',
      multiple: true,
      value: '<code>',
      description: `Take errors of this code as warnings: ${ALLOWABLE.join(', ')}.`,
    },
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
  const { out } = values;
  if (kind === undefined) {
    const misplaced = ['out', ...ZOD_OPTIONS].find((name) => values[name] !== undefined);
    if (misplaced === undefined) return findTargets(folder);
    throw new UsageError(
      `--${misplaced} needs to know what to generate: client <spec> or zod <spec>`,
    );
  }
  if (kind !== 'client' && kind !== 'zod')
    throw new UsageError(`"${kind}" is neither client nor zod`);
  if (spec === undefined)
    throw new UsageError(`name the spec: apipin generate ${kind} <spec> --out <dir>`);
  if (more.length > 0) throw new UsageError(`one spec at a time; what is "${more[0]}"?`);
  if (typeof out !== 'string' || out === '')
    throw new UsageError('say where to write, with --out <dir>');
  const zod = zodOptions(values);
  const misplaced = ZOD_OPTIONS.find((name) => values[name] !== undefined);
  if (kind === 'client' && misplaced !== undefined)
    throw new UsageError(`--${misplaced} is for validators: apipin generate zod <spec>`);
  return [{ kind, spec, out, zod }];
}

const ZOD_OPTIONS = ['agree-with', 'strict', 'open-enums'] as const;

function zodOptions(values: CommandLine['values']): ZodOptions {
  const clientPackage = values['agree-with'];
  const openEnums = values['open-enums'] === true;
  if (openEnums && clientPackage !== undefined)
    throw new UsageError("--open-enums accepts more than a client's types; leave --agree-with out");
  return {
    clientPackage: typeof clientPackage === 'string' ? clientPackage : undefined,
    strict: values['strict'] === true,
    openEnums,
  };
}

/** Everything is generated before anything is written, so that one bad spec leaves all folders as they were. */
async function generate(
  targets: readonly Target[],
  line: CommandLine,
  terminal: Terminal,
  progress: Progress,
): Promise<TargetResult[]> {
  const folder = terminal.cwd();
  const options = readOptions(line, terminal);
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

function readOptions({ values }: CommandLine, terminal: Terminal): LoadOptions & NormaliseOptions {
  const overlays = listOf(values['overlay']);
  return {
    stdin: terminal.stdin,
    overlays: overlays.map((overlay) => resolve(terminal.cwd(), overlay)),
    allowNetwork: values['allow-network'] === true,
    allowRefsOutside: values['allow-outside'] === true,
    allow: listOf(values['allow']).map(allowableCode),
  };
}

function listOf(value: CommandLine['values'][string]): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function allowableCode(code: string): AllowableCode {
  const found = ALLOWABLE.find((allowable) => allowable === code);
  if (found !== undefined) return found;
  throw new UsageError(`"${code}" cannot be allowed, only ${ALLOWABLE.join(' and ')}`);
}
