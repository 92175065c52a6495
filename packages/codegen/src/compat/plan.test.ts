import { createCompatFetch, createGateway, type CompatPlan } from '@apipin/compat-runtime';
import type { JsonObject } from '@apipin/openapi-model';
import { describe, expect, test } from 'vitest';
import { compatFilesOf } from '../../test/compat.ts';
import { importGenerated, typeErrors } from '../../test/compile.ts';
import { documentOf, specOf } from '../../test/generate-from.ts';
import { generateClient } from '../generate.ts';
import { generateCompat } from './generate-compat.ts';

/** A document of `version` with these operations: each a method and a path, by its operationId. */
function doing(version: string, operations: Readonly<Record<string, string>>): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const [operationId, at] of Object.entries(operations)) {
    const [method = '', path = ''] = at.split(' ');
    const names = Array.from(path.matchAll(/\{(.+?)\}/g), ([, name = '']) => name);
    const parameters = names.map((name) => {
      return { name, in: 'path', required: true, schema: { type: 'string' } };
    });
    const operation = { operationId, parameters, responses: { '204': { description: '' } } };
    paths[path] = { ...paths[path], [method]: operation };
  }
  return { ...documentOf({}), info: { title: 'Pets', version }, paths };
}

const old = doing('v1', {
  getPet: 'get /pet/{petId}',
  replacePet: 'put /pet/{petId}',
  findByTags: 'get /pet/findByTags',
  countPets: 'get /pet/{petId}/count/',
  ['__proto__']: 'get /pet/mine',
});
const current = doing('v2', {
  getPet: 'get /pets/{petId}',
  replacePet: 'put /pets/{petId}',
  purgePets: 'put /pets/purge',
});

/** The plan, and what answers requests of `serve`; both take note of what is sent. */
async function serving(serve: 'v1' | 'v2') {
  const files = await compatFilesOf(old, current);
  const { plan } = await importGenerated<{ plan: CompatPlan }>(files, 'compat/index.js');
  const sent: string[] = [];
  const upstream = serve === 'v1' ? 'v2' : 'v1';
  const upstreamUrl = 'https://api.example';
  const send = async (request: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const { method, url } = new Request(request, init);
    sent.push(`${method} ${url}`);
    return new Response(null, { status: 204 });
  };
  const options = { serve, upstream, upstreamUrl, fetch: send };
  return { sent, fetch: createCompatFetch(plan, options), gateway: createGateway(plan, options) };
}

describe.each([
  ['v1', 'get', '/pet/findByTags', 'findByTags'],
  ['v1', 'get', '/pet/findByTags/', 'findByTags'],
  ['v1', 'get', '/pet/find%42yTags', 'findByTags'],
  ['v1', 'get', '/pet/7/count', 'countPets'],
  ['v1', 'get', '/pet/mine', '__proto__'],
  ['v2', 'put', '/pets/purge', 'purgePets'],
  ['v1', 'put', '/pet/purge', 'replacePet'],
  ['v1', 'put', '/pets/purge', undefined],
] as const)('of %s, %s %s is not sent on as something else', (serve, verb, path, operationId) => {
  const request = () => new Request(`https://caller.example${path}`, { method: verb });

  test('by a fetch', async () => {
    const { fetch, sent } = await serving(serve);

    await expect(fetch(request())).rejects.toMatchObject({
      name: 'UnmappedOperationError',
      version: serve,
      operationId,
    });
    expect(sent).toEqual([]);
  });

  test('by a gateway', async () => {
    const { gateway, sent } = await serving(serve);

    const response = await gateway(request());

    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      title: 'Unmapped operation',
      detail: expect.stringContaining(operationId ?? 'this method and path'),
    });
    expect(sent).toEqual([]);
  });
});

test('other values of the same parameter are sent on', async () => {
  const { fetch, gateway, sent } = await serving('v1');

  await fetch('https://caller.example/pet/findByTag');
  await gateway(new Request('https://caller.example/pet/7', { method: 'PUT' }));

  expect(sent).toEqual([
    'GET https://api.example/pets/findByTag',
    'PUT https://api.example/pets/7',
  ]);
});

test('the plan compiles as the runtime has it', async () => {
  const files = await compatFilesOf(old, current);
  const clients = await Promise.all(
    Object.entries({ old, current }).map(async ([folder, root]) =>
      (await generateClient(specOf(root))).map(({ path, contents }) => {
        return { path: `${folder}/${path}`, contents };
      }),
    ),
  );
  const use = `import type { CompatPlan } from '@apipin/compat-runtime';
import { plan } from './compat/index.js';
export const checked: CompatPlan<'v1', 'v2'> = plan;
`;

  expect(
    await typeErrors([...files, ...clients.flat(), { path: 'use.ts', contents: use }]),
  ).toEqual([]);
});

test('versions are called as the specs say, or as the caller does', async () => {
  const packages = { old: 'old', current: 'current', rules: '../rules.js' };
  const planWith = async (versions?: { readonly old: string; readonly current: string }) => {
    const same = [old, current].map((root) =>
      specOf({ ...root, info: { title: 'Pets', version: '1.0.0' } }),
    );
    const files = await generateCompat(same[0]!, same[1]!, { ...packages, versions });
    return files.find(({ path }) => path === 'operations.ts')?.contents;
  };

  expect(await planWith()).toContain("versions: { old: '1.0.0', current: '1.0.0' }");
  expect(await planWith({ old: 'v1', current: "v2'" })).toContain(
    `versions: { old: 'v1', current: "v2'" }`,
  );
});
