import { expect, test } from 'vitest';

import { contractOf, digestContract } from './contract.ts';
import type { JsonObject } from './json.ts';

const document = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  paths: {
    '/pets': {
      get: {
        operationId: 'listPets',
        parameters: [
          { name: 'a', in: 'query', schema: { type: 'string' } },
          { name: 'b', in: 'query', schema: { type: ['string', 'null'] } },
        ],
        responses: { 200: { description: 'Pets.', content: {} } },
      },
    },
  },
  components: {
    schemas: {
      Pet: {
        type: 'object',
        properties: {
          title: { type: 'string' },
          tags: { oneOf: [{ type: 'string' }, { type: 'integer' }] },
          'x-ray': { type: 'boolean' },
        },
        discriminator: { propertyName: 'tags', mapping: { title: 'A', 'x-ray': 'B' } },
      },
    },
  },
} satisfies JsonObject;

/** The document with `text` in place of `part`, both as JSON. */
function edit(part: string, text: string): JsonObject {
  const source = JSON.stringify(document);
  const edited = source.replace(part, text);
  expect(edited).not.toBe(source);
  return JSON.parse(edited) as JsonObject;
}

test.each([
  ['the title', '"title":"Pets"', '"title":"Tiere"'],
  ['a description', '"description":"Pets."', '"description":"All of them.","x-note":1'],
  ['an extension', '"/pets"', '"x-paths":{"get":1},"/pets"'],
  ['tags', '"operationId":"listPets"', '"operationId":"listPets","tags":["Tiere"],"summary":""'],
  ['an example', '"type":"boolean"', '"type":"boolean","example":true,"title":"Ray"'],
  ['the order of types', '["string","null"]', '["null","string"]'],
  [
    'the order of alternatives',
    '[{"type":"string"},{"type":"integer"}]',
    '[{"type":"integer"},{"type":"string"}]',
  ],
])('%s is not part of the contract', (_, part, text) => {
  expect(digestContract(edit(part, text))).toBe(digestContract(document));
});

const served = {
  openapi: '3.1.0',
  servers: [
    {
      url: 'https://{description}.example',
      description: 'Production',
      variables: { description: { default: 'eu', description: 'Where', 'x-note': 1 } },
    },
  ],
  components: {
    securitySchemes: {
      oauth: {
        type: 'oauth2',
        flows: {
          implicit: { authorizationUrl: 'https://a.example', scopes: { read: 'Read', 'x-y': '' } },
        },
      },
    },
  },
} satisfies JsonObject;

test.each([
  ['the description of a server', 'Production', 'Live'],
  ['the description of a server variable', '"Where"', '"Region"'],
  ['an extension of a server variable', '"x-note":1', '"x-note":2'],
  ['the description of a scope', '"Read"', '"Read everything"'],
])('%s is not part of the contract', (_, part, text) => {
  const edited = JSON.stringify(served).replace(part, text);
  expect(edited).not.toBe(JSON.stringify(served));
  expect(digestContract(JSON.parse(edited) as JsonObject)).toBe(digestContract(served));
});

test.each([
  ['the URL of a server', '.example"', '.example.org"'],
  ['the default of a server variable', '"eu"', '"us"'],
  ['the name of a scope', '"read"', '"write"'],
  ['a scope called like an extension', '"x-y"', '"x-z"'],
  ['the URL of a flow', 'https://a.example', 'https://b.example'],
])('%s is part of the contract', (_, part, text) => {
  const edited = JSON.stringify(served).replace(part, text);
  expect(edited).not.toBe(JSON.stringify(served));
  expect(digestContract(JSON.parse(edited) as JsonObject)).not.toBe(digestContract(served));
});

test('the order of parameters is not part of the contract', () => {
  const reversed = structuredClone(document);
  reversed.paths['/pets'].get.parameters.reverse();
  expect(digestContract(reversed)).toBe(digestContract(document));
});

test.each([
  ['a property called like prose', '"title":{"type":"string"}', '"title":{"type":"integer"}'],
  ['a property called like an extension', '"x-ray":{"type":"boolean"}', '"x-ray":{}'],
  ['a value of a mapping', '"x-ray":"B"', '"x-ray":"A"'],
  ['an operationId', 'listPets', 'getPets'],
  ['a path', '/pets', '/pet'],
  ['a type', '["string","null"]', '["string"]'],
])('%s is part of the contract', (_, part, text) => {
  expect(digestContract(edit(part, text))).not.toBe(digestContract(document));
});

test('a document is not changed by taking its contract', () => {
  const before = structuredClone(document);
  expect(contractOf(document)).not.toHaveProperty('info');
  expect(document).toEqual(before);
});
