import { generateCompat, generateZod } from '@apipin/codegen';
import { expect, test } from 'vitest';
import { boats } from '../../test/boats.ts';
import { specOf } from '../../test/spec-of.ts';
import { compareExportedNames } from './compare-exported-names.ts';

const PACKAGES = { old: '@boats/v1', current: '@boats/v2', rules: '../rules/index.ts' };

test('validators lose the names of what the spec loses', async () => {
  const old = boats({});
  const { components, ...root } = boats({});
  const { Boat } = (components as { schemas: { Boat: object } }).schemas;
  const paths = {
    '/boats': { post: { operationId: 'createBoat', responses: { '201': { description: '' } } } },
  };
  const current = { ...root, paths, components: { schemas: { Boat, Ship: Boat } } };

  const { bump, changes } = await compareExportedNames(
    await generateZod(specOf(old)),
    await generateZod(specOf(current as never)),
  );
  expect(bump).toBe('major');
  expect(changes.map(({ name, message }) => `${name} ${message}`).sort()).toEqual([
    'BoatInput is gone',
    'Ship is new',
    'components.BoatInput is gone',
    'components.Ship is new',
    'createBoat.requestBody is gone',
    'createBoat.responses["200"] is gone',
    'createBoat.responses["201"] is new',
  ]);
});

test('a compat package has an id for each change, and may gain some', async () => {
  const first = specOf(boats({}));
  const before = await generateCompat(
    first,
    specOf(boats({ received: { type: 'number' } })),
    PACKAGES,
  );
  const after = await generateCompat(
    first,
    specOf(boats({ received: { type: 'number' }, sent: { type: 'boolean' } })),
    PACKAGES,
  );
  const gained = await compareExportedNames(before, after);
  expect(gained.bump).toBe('minor');
  expect(gained.changes.map(({ name }) => name)).toContain('Changes["BoatInput.sent"]');
  expect((await compareExportedNames(after, before)).bump).toBe('major');
});
