import type { JsonObject } from '@apipin/openapi-model';
import { expect, test } from 'vitest';
import { importGenerated, typeErrors } from '../../test/compile.ts';
import { generateFrom, specOf } from '../../test/generate-from.ts';
import { findWebhooks } from '../find-webhooks.ts';
import { generateClient, generateZod } from '../generate.ts';

const SIGNATURE = { name: 'x-hubspot-signature-V3', in: 'header', schema: { type: 'string' } };

function webhook(schema: JsonObject, changes: JsonObject = {}): JsonObject {
  const content = { 'application/json': { schema } };
  return {
    parameters: [SIGNATURE],
    post: { requestBody: { content }, responses: { '200': { description: 'Heard' } }, ...changes },
  };
}

function refTo(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

function eventOf(type: JsonObject): JsonObject {
  return {
    type: 'object',
    required: ['event', 'pet'],
    properties: { pet: { type: 'string' }, event: type },
  };
}

function documentOf(webhooks: JsonObject, schemas: JsonObject): JsonObject {
  const info = { title: 'Pets', version: '1' };
  return { openapi: '3.1.0', info, webhooks, components: { schemas } };
}

const PETS = documentOf(
  {
    'pet-born': webhook(refTo('Birth'), { summary: 'A pet was born' }),
    'pet-sold': webhook(refTo('Sale'), { description: 'A pet found */ a home', deprecated: true }),
  },
  { Birth: eventOf({ const: 'pet.born' }), Sale: eventOf({ enum: ['pet.sold'] }) },
);

const USE = `
import { createWebhookHandler, signWebhook, verifyWebhook, WebhookError } from './webhooks.js';
import type { WebhookEvent, WebhookHandler } from './webhooks.js';

export const handler: WebhookHandler = createWebhookHandler({
  clientSecret: 'secret',
  on: { 'pet.born': ({ pet }: { pet: string }) => console.log(pet) },
});
export async function petOf(request: Request): Promise<string> {
  const event: WebhookEvent = await verifyWebhook(request, { clientSecret: async () => ['a'] });
  switch (event.event) {
    case 'pet.born':
    case 'pet.sold':
      return event.pet;
    default:
      throw new WebhookError('body', event satisfies never);
  }
}
// @ts-expect-error TS2353: there is no such event
createWebhookHandler({ clientSecret: 'secret', on: { 'pet.lost': () => {} } });
// @ts-expect-error TS2322: the event is of another type
void signWebhook({ event: 'pet.lost', pet: 'Ada' }, { clientSecret: 'secret', url: 'https://a.example' });
`;

test('events have types by the names that they travel under', async () => {
  const { client } = await generateFrom(PETS);
  expect(await typeErrors([...client, { path: 'use.ts', contents: USE }])).toEqual([]);
  const text = client.find(({ path }) => path === 'webhooks.ts')?.contents;
  expect(text).toContain("/** A pet was born */\n  'pet.born': Schemas.Birth;");
  expect(text).toContain('A pet found *\\/ a home\n   *\n   * @deprecated');
});

test('what is signed for one version of an API is handled by it', async () => {
  const { client, zod } = await generateFrom(PETS);
  type Module = typeof import('@apipin/client-runtime/webhooks') & {
    createWebhookHandler(options: object): (request: Request) => Promise<Response>;
    signWebhook(event: object, options: object): Promise<Request>;
  };
  const { createWebhookHandler, signWebhook } = await importGenerated<Module>(
    client,
    'webhooks.js',
  );
  const { webhooks } = await importGenerated<{ webhooks: object }>(zod, 'fast.js');
  const heard: unknown[] = [];
  const handler = createWebhookHandler({
    clientSecret: 'secret',
    validators: webhooks,
    on: { 'pet.born': (event: unknown) => heard.push(event) },
    onError: () => {},
  });
  const deliver = async (event: object): Promise<number> => {
    const signed = { clientSecret: 'secret', url: 'https://pets.example.com/hook' };
    return (await handler(await signWebhook(event, signed))).status;
  };
  const birth = { event: 'pet.born', pet: 'Ada' };
  expect(await deliver(birth)).toBe(200);
  expect(await deliver({ event: 'pet.born', pet: 7 })).toBe(500);
  expect(await deliver({ event: 'pet.lost' })).toBe(200);
  expect(heard).toEqual([birth]);
});

test.each([{}, { strict: true }, { openEnums: true }])(
  'validators have the events by name, with %j',
  async (options) => {
    const files = await generateZod(specOf(PETS), { ...options, clientPackage: 'pets' });
    for (const path of ['index.js', 'fast.js']) {
      const module = await importGenerated<Record<'webhooks' | 'components', object>>(files, path);
      expect(Object.keys(module.webhooks)).toEqual(['pet.born', 'pet.sold']);
    }
    const agreement = files.find(({ path }) => path === 'agreement.test-d.ts')?.contents;
    expect(agreement).toContain("import type { WebhookEvents } from 'pets/webhooks';");
  },
);

test('where webhooks say nothing of a signature, events have types and no handler', async () => {
  const spec = specOf({
    ...PETS,
    webhooks: { 'pet-born': { post: webhook(refTo('Birth'))['post'] as JsonObject } },
  });
  const client = await generateClient(spec);
  expect(await typeErrors(client)).toEqual([]);
  const text = client.find(({ path }) => path === 'webhooks.ts')?.contents;
  expect(text).toContain("'pet.born': Schemas.Birth;");
  expect(text).not.toContain('client-runtime');
  expect(codesOf(spec)).toEqual(['webhook-without-signature /webhooks/pet-born/post']);
});

test.each<[string, JsonObject, JsonObject, string[]]>([
  ['a body in place', { a: webhook({ type: 'object' }) }, {}, ['webhook-without-name a']],
  ['no body', { a: { post: { responses: {} } } }, {}, ['webhook-without-name a']],
  [
    'a body without a type',
    { a: webhook(refTo('A')) },
    { A: { type: 'object', properties: { event: { const: 'a' } } } },
    ['webhook-without-type a'],
  ],
  [
    'one type for two',
    { a: webhook(refTo('A')), b: webhook(refTo('B')) },
    { A: eventOf({ const: 'a' }), B: eventOf({ const: 'a' }) },
    ['webhook-without-type a'],
  ],
  [
    'two types for one',
    { a: webhook(refTo('A')) },
    { A: eventOf({ enum: ['a', 'b'] }) },
    ['webhook-without-type a'],
  ],
])('webhooks with %s are left out, and said to be', async (_, webhooks, schemas, codes) => {
  const spec = specOf(documentOf(webhooks, schemas));
  expect(codesOf(spec).map((code) => code.replace(/ \/webhooks\/(\w+)\/post/, ' $1'))).toEqual(
    codes,
  );
  const paths = (await generateClient(spec)).map(({ path }) => path);
  expect(paths).not.toContain('webhooks.ts');
  const zod = await generateZod(spec);
  expect(zod.find(({ path }) => path === 'registry.ts')?.contents).not.toContain('webhooks');
});

function codesOf({ model }: ReturnType<typeof specOf>): string[] {
  return findWebhooks(model).diagnostics.map(({ code, at }) => `${code} ${at.pointer}`);
}

test('hostile names of events stay names', async () => {
  const names = ['__proto__', 'constructor', "'; throw 1; '", '*/ throw 1 /*', '\u2028'];
  const webhooks = names.map((_, index) => [`w${index}`, webhook(refTo(`E${index}`))] as const);
  const schemas = names.map((name, index) => [`E${index}`, eventOf({ const: name })] as const);
  const root = documentOf(Object.fromEntries(webhooks), Object.fromEntries(schemas));
  const { client, zod } = await generateFrom(root);
  expect(await typeErrors(client)).toEqual([]);
  for (const path of ['index.js', 'fast.js']) {
    const module = await importGenerated<{ webhooks: object }>(zod, path);
    expect(Object.keys(module.webhooks).sort()).toEqual(names.toSorted());
  }
});
