import { parseSource, type JsonObject } from '@apipin/openapi-model';
import { expect, test } from 'vitest';
import { editText } from './edit-text.ts';
import { renameParts } from './rename-parts.ts';

function rename(text: string, to: string): string {
  const root = parseSource(text, 'spec').source?.root as JsonObject;
  const components = new Map([['schemas', new Map([['Pet', to]])]]);
  return editText(text, root, renameParts(root, { components }));
}

test('comments, order, quotes and layout of YAML stay', () => {
  const text = (name: string): string => `# Kept by hand.
components:
  schemas:
    Owner: { properties: { pet:   { $ref: "#/components/schemas/${name}" } } } # in flow


    ${name}: # the pet
        type: object
        description: >-
          A Pet, and
          nothing else.
        properties:
          next: { $ref: '#/components/schemas/${name}' }
`;
  expect(rename(text('Pet'), 'Animal')).toBe(text('Animal'));
});

test('JSON stays JSON', () => {
  const text = (name: string): string =>
    `{"components":{"schemas":{"${name}": {"items":{"$ref":"#/components/schemas/${name}"}}}}}\n`;
  expect(rename(text('Pet'), 'Animal')).toBe(text('Animal'));
});

test('a name that YAML would read as something else is quoted', () => {
  const text = (name: string): string => `components:\n  schemas:\n    ${name}: {}\n`;
  expect(rename(text('Pet'), 'null')).toBe(text("'null'"));
  expect(rename(text('Pet'), '1.0')).toBe(text("'1.0'"));
});

test('a mapping that has to be added stands in its place', () => {
  const text = `components:
  schemas:
    Pet: {}
    Animal:
      oneOf:
        - $ref: '#/components/schemas/Pet'
      # Told apart by kind.
      discriminator:
        propertyName: kind
    Last: {} # the end
`;
  expect(rename(text, 'Cat')).toBe(`components:
  schemas:
    Cat: {}
    Animal:
      oneOf:
        - $ref: '#/components/schemas/Cat'
      # Told apart by kind.
      discriminator:
        {"propertyName":"kind","mapping":{"Pet":"#/components/schemas/Cat"}}
    Last: {} # the end
`);
});

test('what an anchor shares is written out where it is the same no longer', () => {
  const text = `components:
  schemas:
    Pet: {}
    User:
      items: &ref { $ref: '#/components/schemas/Pet' }
      example: *ref
`;
  expect(parseSource(rename(text, 'Cat'), 'spec').source?.root).toMatchObject({
    components: {
      schemas: {
        User: {
          items: { $ref: '#/components/schemas/Cat' },
          example: { $ref: '#/components/schemas/Pet' },
        },
      },
    },
  });
});
