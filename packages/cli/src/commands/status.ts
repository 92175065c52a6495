import { realpath, stat } from 'node:fs/promises';
import { posix, resolve } from 'node:path';
import { createColors } from 'picocolors';
import { EXIT, UsageError, type Command, type CommandLine } from '../command.ts';
import { createProgress } from '../progress.ts';
import { usesColour } from '../report.ts';
import { toPosix } from '../status/find-files.ts';
import { judge } from '../status/judge.ts';
import { mergeKnownApis } from '../status/known-api.ts';
import { loadKnownApis } from '../status/load-known-apis.ts';
import type { Problem, ReportProblem } from '../status/problem.ts';
import { readKnownApis } from '../status/read-known-apis.ts';
import { emitJsonReport } from '../status/report-json.ts';
import { emitTextReport } from '../status/report-text.ts';
import { scan } from '../status/scan.ts';
import { findRepository } from '../versions-file.ts';

/** `apipin status`: a project in; what it pins, for how long, and what goes past the pins, out. */
export const statusCommand: Command = {
  name: 'status',
  summary: 'Say which consumer pins which API version, and how long that is supported.',
  usage: ['status [path]'],
  options: {
    'fail-on': {
      type: 'string',
      value: '<what>',
      description: 'Exit with 1 where a version in use is unsupported, or has fewer days left.',
    },
    json: { type: 'boolean', description: 'Print one JSON object.' },
  },
  difference: 'A version in use is unsupported, or will soon be (--fail-on).',

  async run(line, terminal) {
    const { stdout, env } = terminal;
    const failOn = failOnOf(line);
    const root = await folderOf(line, terminal.cwd());
    const problems: Problem[] = [];
    const reportProblem: ReportProblem = (path, message) =>
      problems.push({ file: posix.relative(root, toPosix(path)), message });

    const repository = findRepository(root);
    const ownApis = repository === undefined ? [] : await readKnownApis(repository, reportProblem);
    const apis = mergeKnownApis(await loadKnownApis(), ownApis);
    const progress = createProgress(terminal);
    const found = await scan(root, apis, reportProblem, (text) => progress.step(text));
    progress.done();

    const report = judge(found, problems, apis, new Date(), failOn);
    const isJson = line.values['json'] === true;
    const colours = createColors(usesColour(stdout, env));
    stdout.write(isJson ? emitJsonReport(report) : emitTextReport(report, colours));
    return report.ok ? EXIT.success : EXIT.difference;
  },
};

/** Absolute, and without symbolic links: paths are compared with what is found below it. */
async function folderOf({ positionals }: CommandLine, cwd: string): Promise<string> {
  const [path = '.', ...more] = positionals;
  if (more.length > 0) throw new UsageError(`one path at a time; what is "${more[0]}"?`);
  try {
    const folder = await realpath(resolve(cwd, path));
    if ((await stat(folder)).isDirectory()) return toPosix(folder);
  } catch (cause) {
    throw new UsageError(`cannot read ${path}: ${(cause as Error).message}`, { cause });
  }
  throw new UsageError(`${path} is a file; name the folder of a project`);
}

/** In days with support; 0 for versions that have none. */
function failOnOf({ values }: CommandLine): number | undefined {
  const value = values['fail-on'];
  if (value === undefined) return undefined;
  if (value === 'unsupported') return 0;
  if (typeof value === 'string' && /^\d{1,5}$/.test(value)) return Number(value);
  throw new UsageError(`--fail-on takes "unsupported" or a number of days, not "${String(value)}"`);
}
