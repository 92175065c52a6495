import type { JsonObject, JsonValue } from '@apipin/openapi-model';
import fc from 'fast-check';
import { arbitrarySchema } from './arbitrary-schema.ts';

/** What a document must not get to run, in whatever it ends up inside. */
const CODE = 'globalThis.hasRunHostileCode=true';

const INJECTIONS = [
  `*/${CODE}/*`,
  `*/\n${CODE}\n/*`,
  `\`+(${CODE})+\``,
  `\${${CODE}}`,
  `";${CODE};"`,
  `';${CODE};'`,
  `\\";${CODE};//`,
  `\\';${CODE};//`,
  `\n${CODE}\n`,
  `\r${CODE}\r`,
  `\u2028${CODE}\u2029`,
  `]/u.test(${CODE})||/[`,
  `}});${CODE};({({`,
  `(${CODE})`,
  `[${CODE}]`,
  `<!-- ${CODE}`,
  `// ${CODE}`,
];

const AWKWARD = [
  '',
  ' ',
  '\0',
  '\t',
  '\\',
  '\\\\',
  '"',
  "'",
  '`',
  '/',
  '//',
  '\ud800',
  '\udc00',
  '😀',
  '\u202e',
  '\ufeff',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'default',
  'class',
  'await',
  'arguments',
  'eval',
  'undefined',
  'NaN',
  'any',
  'never',
  'string',
  'Object',
  'Error',
  'Promise',
  'z',
  'checks',
  'values',
  'schemas',
  'components',
  'operations',
  'predicates',
  'paths',
  'createClient',
  'is',
  '../../outside',
  '..\\outside',
  'C:\\outside',
  '%',
  '%2e%2e%2f',
  '%zz',
  '#',
  '#/',
  '?',
  '&',
  '~0',
  '~1',
  '{',
  '}',
  '*',
  '$ref',
  '$id',
  '$defs',
  'allOf',
  'enum',
  'properties',
  'discriminator',
  'x-',
  '</script>',
  '#!node',
  'use strict',
  'Pet',
  'pet',
  'PET',
  'Pet_',
  'Pet_2',
  'pet-2',
  'pet.2',
  'pet 2',
  'PET2',
  'İ',
  'i̇',
  'ı',
  'ß',
  'ss',
  'ſ',
  'é',
  'e\u0301',
  '1',
  '01',
  '1e3',
  '-0',
  'x'.repeat(10_000),
];

const hostileText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...INJECTIONS) },
  { weight: 6, arbitrary: fc.constantFrom(...AWKWARD) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...AWKWARD), fc.constantFrom(...INJECTIONS))
      .map((parts) => parts.join('')),
  },
);

const distinctTexts = fc.uniqueArray(hostileText, { minLength: 1, maxLength: 8 });

/** Without what JSON cannot say: an own `__proto__` is a property like any other. */
function objectOf(entries: Iterable<readonly [string, JsonValue]>): JsonObject {
  return Object.fromEntries(entries);
}

function referenceTo(name: string): string {
  const token = name.replaceAll('~', '~0').replaceAll('/', '~1');
  // A lone surrogate has no percent-encoding.
  return `#/components/schemas/${token.isWellFormed() ? encodeURIComponent(token) : token.replaceAll('%', '%25')}`;
}

/** A schema that says hostile things wherever it can, with `names` to refer to. */
function hostileSchema(names: readonly string[]): fc.Arbitrary<JsonValue> {
  return fc.oneof(
    arbitrarySchema(['Any']),
    fc.record({ $ref: fc.constantFrom(...names).map(referenceTo) }),
    fc.record({
      title: hostileText,
      description: hostileText,
      enum: fc.uniqueArray(hostileText, { minLength: 1, maxLength: 3 }),
      deprecated: fc.boolean(),
      'x-extension': hostileText,
    }),
    fc.record({ const: hostileText, default: hostileText, examples: fc.array(hostileText) }),
    fc.record({ type: fc.constant('string'), format: hostileText, pattern: hostilePattern }),
    fc
      .tuple(distinctTexts, fc.array(hostileText, { maxLength: 2 }), fc.constantFrom(...names))
      .map(([properties, required, name]) => ({
        type: 'object',
        required: [...new Set(required)],
        properties: objectOf(
          properties.map((property) => [property, { description: property, type: 'string' }]),
        ),
        additionalProperties: { $ref: referenceTo(name) },
        dependentRequired: objectOf(properties.map((property) => [property, properties])),
      })),
    fc.tuple(hostileText, fc.constantFrom(...names)).map(([propertyName, name]) => ({
      oneOf: [{ type: 'array', items: { $ref: referenceTo(name) } }, { type: 'null' }],
      discriminator: { propertyName, mapping: objectOf([[propertyName, referenceTo(name)]]) },
    })),
  );
}

/** Matches itself, if it is a pattern at all. */
const hostilePattern = hostileText
  .map((text) => text.slice(0, 100).replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'))
  .map((pattern) => (pattern === '' ? '(?:)' : pattern));

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

/** An OpenAPI document in which every name and every text is as bad as it can be, and whose structure is right. */
export const hostileDocument: fc.Arbitrary<JsonObject> = distinctTexts.chain((names) =>
  fc
    .record({
      openapi: fc.constantFrom('3.0.3', '3.1.0', '3.1.1'),
      texts: fc.tuple(hostileText, hostileText, hostileText),
      schemas: fc.tuple(...names.map(() => hostileSchema(names))),
      operationIds: distinctTexts,
      paths: distinctTexts,
      parameters: distinctTexts,
      mediaTypes: distinctTexts,
      schemes: distinctTexts,
    })
    .map(({ openapi, texts: [title, description, tag], schemas, ...said }): JsonObject => {
      const { operationIds, paths, parameters, mediaTypes, schemes } = said;
      const schema = { $ref: referenceTo(names[0] as string) };
      const content = objectOf(
        ['application/json', ...mediaTypes].map((mediaType) => [mediaType, { schema }]),
      );
      const operation = (operationId: string): JsonObject => ({
        operationId,
        summary: title,
        description,
        tags: [tag],
        parameters: parameters.map((name) => ({ name, in: 'query', description, schema })),
        requestBody: { description, content },
        responses: { 200: { description, content }, default: { description } },
        security: [objectOf(schemes.map((scheme) => [scheme, []]))],
      });
      return {
        openapi,
        info: { title, version: description, description },
        servers: [{ url: tag }],
        tags: [{ name: tag, description }],
        paths: objectOf(
          paths.map((path, index) => [
            `/${path.replaceAll(/[{}]/g, '')}`,
            objectOf(
              operationIds
                .slice(index, index + 1)
                .map((operationId) => [
                  METHODS[index % METHODS.length] as string,
                  operation(operationId),
                ]),
            ),
          ]),
        ),
        components: {
          schemas: objectOf([
            ['Any', {}],
            ...names.map((name, index) => [name, schemas[index] as JsonValue] as const),
          ]),
          securitySchemes: objectOf(
            schemes.map((name) => [
              name,
              { type: 'apiKey', in: 'header', name: 'x-key', description },
            ]),
          ),
        },
        'x-extension': description,
      };
    }),
);
