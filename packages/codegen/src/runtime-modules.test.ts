import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatFiles } from './format.ts';
import { emitRuntimeModules, type RuntimeModule } from './runtime-modules.ts';

test.each([
  ['all functions', functionsIn('checks'), functionsIn('values')],
  ['a check that imports one function', ['uniqueItems'], []],
  ['a check that imports none', ['propertyCount'], []],
])('runtime modules of %s come formatted', async (_, checks, values) => {
  const files = emitRuntimeModules({ checks: new Set(checks), values: new Set(values) });
  const unformatted = files.map(({ path, contents }) => ({ path, contents }));
  expect(await formatFiles(unformatted)).toEqual(unformatted);
});

/** Each is in a file of its own, `uniqueItems` in `unique-items.ts`. */
function functionsIn(module: RuntimeModule): string[] {
  return readdirSync(new URL(`../runtime/${module}`, import.meta.url)).map((file) =>
    file.replace('.ts', '').replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
  );
}
