import {
  ALLOWABLE,
  type AllowableCode,
  type LoadOptions,
  type NormaliseOptions,
} from '@apipin/openapi-model';
import { UsageError, type CommandLine, type CommandOption } from './command.ts';
import type { Terminal } from './terminal.ts';

/** The options of each command that reads specs. */
export const READ_OPTIONS = {
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
} as const satisfies Record<string, CommandOption>;

/**
 * What the user allows to be read.
 *
 * @throws UsageError for an error code that cannot be allowed.
 */
export function readOptions(
  { values }: CommandLine,
  terminal: Terminal,
): LoadOptions & NormaliseOptions {
  return {
    stdin: terminal.stdin,
    allowNetwork: values['allow-network'] === true,
    allowRefsOutside: values['allow-outside'] === true,
    allow: listOf(values['allow']).map(allowableCode),
  };
}

/** The values of an option that may be repeated. */
export function listOf(value: CommandLine['values'][string]): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function allowableCode(code: string): AllowableCode {
  const found = ALLOWABLE.find((allowable) => allowable === code);
  if (found !== undefined) return found;
  throw new UsageError(`"${code}" cannot be allowed, only ${ALLOWABLE.join(' and ')}`);
}
