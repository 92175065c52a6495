import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { EXIT, parseOptions, UsageError, type Command, type CommandLine } from './command.ts';
import { addCommand } from './commands/add.ts';
import { diffCommand } from './commands/diff.ts';
import { gatewayCommand } from './commands/gateway.ts';
import { generateCommand } from './commands/generate.ts';
import { namesCommand } from './commands/names.ts';
import { sandboxCommand } from './commands/sandbox.ts';
import { statusCommand } from './commands/status.ts';
import { syncCommand } from './commands/sync.ts';
import { isExplained } from './explained-errors.ts';
import { commandHelp, overallHelp } from './help.ts';
import type { Terminal } from './terminal.ts';

const COMMANDS: readonly Command[] = [
  generateCommand,
  diffCommand,
  syncCommand,
  namesCommand,
  addCommand,
  statusCommand,
  sandboxCommand,
  gatewayCommand,
];

/**
 * Runs `apipin` with `args` and writes to `terminal` alone.
 *
 * @returns the exit code; never throws.
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.stdout.write(overallHelp(COMMANDS, packageVersion()));
    return name === undefined ? EXIT.usage : EXIT.success;
  }
  if (name === '--version') {
    terminal.stdout.write(`${packageVersion()}\n`);
    return EXIT.success;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command === undefined) {
    terminal.stderr.write(`apipin: there is no command "${name}"; apipin --help lists them\n`);
    return EXIT.usage;
  }
  return runCommand(command, rest, terminal);
}

async function runCommand(
  command: Command,
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  try {
    const line = parse(command, args);
    if (line.values['help'] === true) {
      terminal.stdout.write(commandHelp(command));
      return EXIT.success;
    }
    return await command.run(line, terminal);
  } catch (error) {
    if (isExplained(error)) {
      terminal.stderr.write(`apipin ${command.name}: ${error.message}\n`);
      return EXIT.usage;
    }
    terminal.stderr.write(
      `apipin ${command.name}: this is a bug; nothing was written\n${describe(error)}\n`,
    );
    return EXIT.internal;
  }
}

function parse(command: Command, args: readonly string[]): CommandLine {
  try {
    return parseArgs({ args: [...args], options: parseOptions(command), allowPositionals: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`${reason}; apipin ${command.name} --help shows what there is`, { cause });
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${describe(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}

function packageVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  const { version } = JSON.parse(text) as { version: string };
  return version;
}
