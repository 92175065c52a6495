import type { JsonObject } from '@apipin/openapi-model';
import { expect, test } from 'vitest';
import { importGenerated, typeErrors } from '../../test/compile.ts';
import { specOf } from '../../test/generate-from.ts';
import { generateClient } from '../generate.ts';
import { emitApiVersion, type ApiVersion } from './emit-api-version.ts';

const PETS: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  paths: { '/pets': { get: { responses: { '204': { description: 'None' } } } } },
};

const FULL: ApiVersion = {
  api: 'pets',
  id: '2026-03',
  status: 'supported',
  released: '2026-03-30',
  supportedUntil: '2027-09',
  successor: '2026-09',
};

test('says what is known, in one order', () => {
  const given = Object.fromEntries(Object.entries(FULL).reverse()) as unknown as ApiVersion;
  expect(emitApiVersion(given)).toBe(emitApiVersion(FULL));
  const unknown = { ...FULL, status: undefined, released: undefined, spec: 'pets.yaml' };
  expect(emitApiVersion(unknown)).toContain(`export const apiVersion = {
api: "pets",
id: "2026-03",
supportedUntil: "2027-09",
successor: "2026-09",
} as const;`);
});

test('a client carries its version as it was given', async () => {
  const files = await generateClient(specOf(PETS), { apiVersion: FULL });
  const { apiVersion } = await importGenerated<{ apiVersion: unknown }>(files, 'index.js');
  expect(apiVersion).toEqual(FULL);
});

test('the compiler knows the version, and that it is one', async () => {
  const files = await generateClient(specOf(PETS), { apiVersion: FULL });
  const use = `import type { ApiVersion } from '@apipin/client-runtime';
import { apiVersion } from './index.js';
export const id: '2026-03' = apiVersion.id;
export const known: ApiVersion = apiVersion;
// @ts-expect-error TS2540: it is read-only
apiVersion.id = '2026-03';
`;
  expect(await typeErrors([...files, { path: 'use.ts', contents: use }])).toEqual([]);
});

test('without a version, a client has no word of it', async () => {
  const files = await generateClient(specOf(PETS));
  expect(files.map(({ path }) => path)).not.toContain('api-version.ts');
  expect(files.map(({ contents }) => contents).join()).not.toContain('apiVersion');
});

test('a component called apiVersion is a type beside it', async () => {
  const root = { ...PETS, components: { schemas: { apiVersion: { type: 'string' } } } };
  const files = await generateClient(specOf(root), { apiVersion: FULL });
  const use = `import { apiVersion, type apiVersion_2 } from './index.js';
export const component: apiVersion_2 = apiVersion.id;
`;
  expect(await typeErrors([...files, { path: 'use.ts', contents: use }])).toEqual([]);
});

test('what it is told stays text', async () => {
  const hostile = `'; throw 1; //\u2028*/\n\${process.exit()}`;
  const files = await generateClient(specOf(PETS), {
    apiVersion: { ...FULL, api: hostile, successor: hostile },
  });
  const { apiVersion } = await importGenerated<{ apiVersion: unknown }>(files, 'index.js');
  expect(apiVersion).toEqual({ ...FULL, api: hostile, successor: hostile });
});
