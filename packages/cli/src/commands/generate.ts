import { resolve } from 'node:path';
import type { CompatPackages, ZodOptions } from '@apipin/codegen';
import { recoverFiles } from '@apipin/spec-sync';
import { EXIT, UsageError, type Command, type CommandLine } from '../command.ts';
import { finishTarget, prepareTarget, type PreparedTarget } from '../generate-target.ts';
import { createProgress, type Progress } from '../progress.ts';
import { listOf, READ_OPTIONS, readOptions } from '../read-options.ts';
import { isLocalPath, readSpec } from '../read-spec.ts';
import { reportAsJson, reportAsText } from '../report.ts';
import type { Target, TargetResult } from '../target.ts';
import type { Terminal } from '../terminal.ts';
import { findRepository } from '../versions-file.ts';
import { clientPackageOf, compatPackages, findTargets, versionOf } from '../workspace.ts';

/** `apipin generate`: specs in, clients and validators out. */
export const generateCommand: Command = {
  name: 'generate',
  summary: 'Generate clients, validators and compatibility mappings from OpenAPI specs.',
  usage: [
    'generate                                 everything in specs/versions.yaml',
    'generate client <spec> --out <dir>       a typed client',
    'generate zod <spec> --out <dir>          zod validators',
    'generate compat <old> <new> --out <dir>  what maps between two versions',
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
    'old-types': {
      type: 'string',
      value: '<package>',
      description: 'With compat: the client of the older version, for its types.',
    },
    'new-types': {
      type: 'string',
      value: '<package>',
      description: 'With compat: the client of the newer version, for its types.',
    },
    overlay: {
      type: 'string',
      multiple: true,
      value: '<file>',
      description: 'Apply an OpenAPI Overlay first; may be repeated.',
    },
    ...READ_OPTIONS,
    json: { type: 'boolean', description: 'Print one JSON object.' },
  },
  difference: 'Generated files differ from what the spec gives (--check).',

  async run(line, terminal) {
    // What a sync left that was killed is not to be generated from.
    const root = findRepository(terminal.cwd());
    if (root !== undefined) await recoverFiles(root);
    const targets = await targetsOf(line, terminal.cwd());
    const progress = createProgress(terminal);
    const results = await generate(targets, line, terminal, progress);
    progress.done();
    const report = line.values['json'] === true ? reportAsJson : reportAsText;
    report(results, terminal);
    if (results.some(({ status }) => status === 'failed')) return EXIT.usage;
    return results.some(({ status }) => status === 'drifted') ? EXIT.difference : EXIT.success;
  },
};

async function targetsOf(
  { positionals, values }: CommandLine,
  folder: string,
): Promise<readonly Target[]> {
  const [kind, ...specs] = positionals;
  const { out } = values;
  if (kind === undefined) {
    const misplaced = ['out', ...Object.keys(OPTIONS_OF)].find(
      (name) => values[name] !== undefined,
    );
    if (misplaced === undefined) return findTargets(folder);
    throw new UsageError(
      `--${misplaced} needs to know what to generate: client <spec>, zod <spec> or compat <old> <new>`,
    );
  }
  if (kind === 'known-apis') {
    return (await findTargets(folder)).filter((target) => target.kind === kind);
  }
  if (kind !== 'client' && kind !== 'zod' && kind !== 'compat')
    throw new UsageError(`"${kind}" is neither client nor zod nor compat`);
  refuseWrongCount(kind, specs);
  if (typeof out !== 'string' || out === '')
    throw new UsageError('say where to write, with --out <dir>');
  refuseMisplaced(kind, values);
  const [spec = '', next = ''] = specs;
  if (kind === 'zod') return [{ kind, specs: [spec], out, zod: zodOptions(values) }];
  if (kind === 'client') {
    // The same as without a name, when everything is generated.
    const apiVersion = isLocalPath(spec) ? await versionOf(resolve(folder, spec)) : undefined;
    return [{ kind, specs: [spec], out, apiVersion }];
  }
  const packages = await packagesOf(spec, next, values, folder);
  return [{ kind, specs: [spec, next], out, packages }];
}

function refuseWrongCount(kind: keyof typeof FORMS, specs: readonly string[]): void {
  const form = `apipin generate ${FORMS[kind]}`;
  const count = kind === 'compat' ? 2 : 1;
  if (specs.length < count) throw new UsageError(`name the spec: ${form}`);
  if (specs.length > count) throw new UsageError(`what is "${specs[count]}"? ${form}`);
}

const FORMS = {
  client: 'client <spec> --out <dir>',
  zod: 'zod <spec> --out <dir>',
  compat: 'compat <old> <new> --out <dir>',
} as const;

/** What an option is for, where it is not for everything. */
const OPTIONS_OF: Readonly<Record<string, keyof typeof FORMS>> = {
  'agree-with': 'zod',
  strict: 'zod',
  'open-enums': 'zod',
  'old-types': 'compat',
  'new-types': 'compat',
};

function refuseMisplaced(kind: keyof typeof FORMS, values: CommandLine['values']): void {
  for (const [name, owner] of Object.entries(OPTIONS_OF)) {
    if (values[name] === undefined || owner === kind) continue;
    const what = owner === 'zod' ? 'validators' : 'mappings';
    throw new UsageError(`--${name} is for ${what}: apipin generate ${FORMS[owner]}`);
  }
}

async function packagesOf(
  old: string,
  current: string,
  values: CommandLine['values'],
  folder: string,
): Promise<CompatPackages> {
  const named = async (option: string, spec: string): Promise<string> => {
    const value = values[option] ?? (await clientPackageOf(resolve(folder, spec)));
    if (typeof value === 'string') return value;
    throw new UsageError(`name the client of ${spec}, for its types: --${option} <package>`);
  };
  const [oldVersion, currentVersion] = await Promise.all(
    [old, current].map((spec) => versionOf(resolve(folder, spec))),
  );
  // The same as without a name, when everything is generated.
  const versions = oldVersion &&
    currentVersion && { old: oldVersion.id, current: currentVersion.id };
  return compatPackages(await named('old-types', old), await named('new-types', current), versions);
}

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
  const overlays = listOf(line.values['overlay']).map((overlay) => resolve(folder, overlay));
  const options = { ...readOptions(line, terminal), overlays };
  const specs = new Map<string, ReturnType<typeof readSpec>>();
  const read = (spec: string): ReturnType<typeof readSpec> => {
    const source = isLocalPath(spec) ? resolve(folder, spec) : spec;
    const reading = specs.get(source) ?? readSpec(source, options);
    specs.set(source, reading);
    return reading;
  };
  const prepared: PreparedTarget[] = [];
  for (const target of targets) {
    progress.step(`${target.kind} of ${target.specs.join(' and ')}`);
    prepared.push(await prepareTarget(target, await Promise.all(target.specs.map(read)), folder));
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
