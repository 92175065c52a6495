import { COMMON_OPTIONS, type Command, type CommandOption } from './command.ts';

/** The help of `apipin` itself. */
export function overallHelp(commands: readonly Command[], version: string): string {
  const rows = commands.map(({ name, summary }): Row => [name, summary]);
  return `apipin ${version}: typed SDKs for APIs with dated versions

Usage: apipin <command> [options]

Commands
${table(rows)}

Options
${table([
  ['-h, --help', 'Show help; after a command, that of the command.'],
  ['--version', 'Show the version.'],
])}
`;
}

/** The help of one command. */
export function commandHelp(command: Command): string {
  const options = Object.entries({ ...command.options, ...COMMON_OPTIONS }).map(optionRow);
  return `${command.summary}

Usage
${command.usage.map((form) => `  apipin ${form}`).join('\n')}

Options
${table(options)}

Exit codes
${table(exitCodes(command))}
`;
}

function exitCodes({ difference }: Command): Row[] {
  return [
    ['0', 'Done.'],
    ...(difference === undefined ? [] : [['1', difference] as const]),
    ['2', 'Wrong usage, or a spec that cannot be used.'],
  ];
}

type Row = readonly [term: string, description: string];

function optionRow([name, { value, description }]: [string, CommandOption]): Row {
  const dashes = name === 'help' ? '-h, --help' : `--${name}`;
  return [value === undefined ? dashes : `${dashes} ${value}`, description];
}

function table(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(([term]) => term.length));
  return rows.map(([term, description]) => `  ${term.padEnd(width)}  ${description}`).join('\n');
}
