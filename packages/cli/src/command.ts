import type { ParseArgsConfig } from 'node:util';
import type { Terminal } from './terminal.ts';

/** One option of a command, as `node:util` parses it and as `--help` shows it. */
export interface CommandOption {
  readonly type: 'boolean' | 'string';
  readonly multiple?: boolean;
  /** What stands for the value in `--help`, such as `<dir>`. */
  readonly value?: string;
  readonly description: string;
}

/** The words and options a command was called with. */
export interface CommandLine {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
}

/** A subcommand of `apipin`. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** The forms it is called in, after `apipin`. */
  readonly usage: readonly string[];
  readonly options: Readonly<Record<string, CommandOption>>;
  /** What exit code 1 says; commands that compare nothing never give it. */
  readonly difference?: string;
  /** @returns the exit code. */
  run(line: CommandLine, terminal: Terminal): Promise<number>;
}

/** Exit codes of every command. */
export const EXIT = {
  success: 0,
  /** A difference was found that the user asked to fail on. */
  difference: 1,
  /** Wrong usage, or a spec that cannot be used. */
  usage: 2,
  /** A bug of ours. */
  internal: 70,
} as const;

/** A command was called in a way that means nothing. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The options as `parseArgs` wants them. */
export function parseOptions(command: Command): NonNullable<ParseArgsConfig['options']> {
  return Object.fromEntries(
    Object.entries({ ...command.options, ...COMMON_OPTIONS }).map(
      ([name, { type, multiple = false }]) => [
        name,
        { type, multiple, ...(name === 'help' ? { short: 'h' } : {}) },
      ],
    ),
  );
}

/** What every command understands. */
export const COMMON_OPTIONS: Readonly<Record<string, CommandOption>> = {
  help: { type: 'boolean', description: 'Show this help.' },
};
