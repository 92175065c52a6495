import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import {
  diffModels,
  emitHtmlReport,
  emitJsonReport,
  emitMarkdownReport,
  emitTextReport,
  RULES,
  type Diff,
  type Level,
} from '@apipin/openapi-diff';
import { ALLOWABLE, type ApiModel } from '@apipin/openapi-model';
import { createColors } from 'picocolors';
import { EXIT, UsageError, type Command, type CommandLine } from '../command.ts';
import { listOf, READ_OPTIONS, readOptions } from '../read-options.ts';
import { isLocalPath, readSpec } from '../read-spec.ts';
import { reportDiagnostics, usesColour } from '../report.ts';
import type { Terminal } from '../terminal.ts';

const FORMATS = ['text', 'json', 'markdown', 'html'] as const;
const PRESETS = ['oasdiff', 'github'] as const;
const LEVELS: readonly Level[] = ['breaking', 'non-breaking', 'docs'];
const FAILURES = ['breaking', 'any'] as const;

/** `apipin diff`: two specs in; what changed, and what that breaks, out. */
export const diffCommand: Command = {
  name: 'diff',
  summary: 'Say what changed between two specs, what it breaks, and which version bump it needs.',
  usage: ['diff <old> <new>'],
  options: {
    format: {
      type: 'string',
      value: '<format>',
      description: 'text, json, markdown or html; text by default.',
    },
    out: { type: 'string', value: '<file>', description: 'Write the report there.' },
    preset: {
      type: 'string',
      value: '<name>',
      description: 'Whose judgement to follow: oasdiff (the default) or github.',
    },
    level: {
      type: 'string',
      multiple: true,
      value: '<rule>=<level>',
      description: 'Take a rule as breaking, non-breaking or docs; may be repeated.',
    },
    'fail-on': {
      type: 'string',
      value: '<changes>',
      description: 'Exit with 1 where there are breaking changes, or any.',
    },
    'allow-network': READ_OPTIONS['allow-network'],
    'allow-outside': READ_OPTIONS['allow-outside'],
  },
  difference: 'There are changes, of the kind that --fail-on names.',

  async run(line, terminal) {
    const sources = sourcesOf(line);
    const format = oneOf(line, 'format', FORMATS) ?? 'text';
    const failOn = oneOf(line, 'fail-on', FAILURES);
    const preset = oneOf(line, 'preset', PRESETS);
    const judgement = { preset, levels: levelsOf(line), today: new Date() };
    const models = await readModels(sources, line, terminal);
    if (models === undefined) return EXIT.usage;
    const diff = diffModels(...models, judgement);
    await deliver(diff, format, line, terminal);
    return isFailure(diff, failOn) ? EXIT.difference : EXIT.success;
  },
};

function sourcesOf({ positionals }: CommandLine): readonly [old: string, current: string] {
  const [old, current, ...more] = positionals;
  if (old === undefined || current === undefined)
    throw new UsageError('name both specs: apipin diff <old> <new>');
  if (more.length > 0) throw new UsageError(`two specs at a time; what is "${more[0]}"?`);
  if (old === '-' && current === '-')
    throw new UsageError('only one spec can come from standard input');
  return [old, current];
}

/** The value of an option that has to be one of `choices`; `undefined` where it was not given. */
function oneOf<Choice extends string>(
  { values }: CommandLine,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw new UsageError(`--${name} takes ${choices.join(', ')}, not "${String(value)}"`);
}

function levelsOf({ values }: CommandLine): Readonly<Record<string, Level>> {
  return Object.fromEntries(listOf(values['level']).map(parseLevel));
}

function parseLevel(text: string): [rule: string, level: Level] {
  const [rule = '', name] = text.split('=', 2);
  const level = LEVELS.find((candidate) => candidate === name);
  if (level === undefined)
    throw new UsageError(`--level takes <rule>=${LEVELS.join('|')}, not "${text}"`);
  if (!RULES.has(rule))
    throw new UsageError(`there is no rule "${rule}"; reports name the rule of each change`);
  return [rule, level];
}

/** Both models, or `undefined` where one has errors; what is wrong with either goes to the error stream. */
async function readModels(
  [old, current]: readonly [string, string],
  line: CommandLine,
  terminal: Terminal,
): Promise<[ApiModel, ApiModel] | undefined> {
  // What validators cannot be made of can still be compared.
  const options = { ...readOptions(line, terminal), allow: ALLOWABLE };
  const before = await readSpec(fromHere(old, terminal), options);
  const after = await readSpec(fromHere(current, terminal), options);
  reportDiagnostics([...before.diagnostics, ...after.diagnostics], terminal);
  return before.spec && after.spec && [before.spec.model, after.spec.model];
}

/** The report repeats names of files: a relative one stays relative, so that machines agree on it. */
function fromHere(source: string, terminal: Terminal): string {
  if (!isLocalPath(source) || isAbsolute(source)) return source;
  return relative('', resolve(terminal.cwd(), source));
}

async function deliver(
  diff: Diff,
  format: (typeof FORMATS)[number],
  { values }: CommandLine,
  { stdout, env, cwd }: Terminal,
): Promise<void> {
  const { out } = values;
  const isColoured = out === undefined && usesColour(stdout, env);
  const report = emitReport(diff, format, isColoured);
  if (typeof out !== 'string') return void stdout.write(report);
  await writeReport(resolve(cwd(), out), report);
  stdout.write(`${diff.bump}: described in ${out}\n`);
}

function emitReport(diff: Diff, format: (typeof FORMATS)[number], isColoured: boolean): string {
  switch (format) {
    case 'text':
      return emitTextReport(diff, createColors(isColoured));
    case 'json':
      return emitJsonReport(diff);
    case 'markdown':
      return emitMarkdownReport(diff);
    case 'html':
      return emitHtmlReport(diff);
  }
}

async function writeReport(path: string, report: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, report);
  } catch (cause) {
    throw new UsageError(`cannot write ${path}: ${(cause as Error).message}`, { cause });
  }
}

function isFailure({ changes }: Diff, failOn: (typeof FAILURES)[number] | undefined): boolean {
  if (failOn === 'any') return changes.length > 0;
  return failOn === 'breaking' && changes.some(({ level }) => level === 'breaking');
}
