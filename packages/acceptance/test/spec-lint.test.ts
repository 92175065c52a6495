import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { repositoryPath } from './repository.ts';
import { runNode } from './run-node.ts';
import { versions } from './versions.ts';

const require = createRequire(import.meta.url);

const REDOCLY = join(dirname(require.resolve('@redocly/cli/package.json')), 'bin/cli.js');

/** Exceptions by spec, then by rule: the places that the rule does not hold for. */
type Exceptions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

test.each(versions)(
  "$id keeps Redocly's recommended rules, with no needless exception",
  async ({ id }) => {
    const spec = `specs/${id}/custom-channels.yaml`;
    expect(await lint(spec)).toMatchObject({
      problems: [],
      totals: {
        errors: 0,
        warnings: 0,
        ignored: Object.values(exceptions[spec] ?? {}).flat().length,
      },
    });
  },
);

test('exceptions are made for specs that exist', () => {
  const specs = versions.map(({ id }) => `specs/${id}/custom-channels.yaml`);
  expect(specs).toEqual(expect.arrayContaining(Object.keys(exceptions)));
});

const exceptions = parse(
  readFileSync(repositoryPath('.redocly.lint-ignore.yaml'), 'utf8'),
) as Exceptions;

async function lint(spec: string): Promise<unknown> {
  const { stdout, stderr } = await runNode(
    [REDOCLY, 'lint', '--extends', 'recommended', '--format', 'json', spec],
    {
      // Where Redocly looks for exceptions.
      cwd: repositoryPath(''),
      env: { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_NOTIFICATIONS: 'true' },
    },
  );
  if (stdout === '') throw new Error(`Redocly said nothing but ${stderr}`);
  return JSON.parse(stdout);
}
