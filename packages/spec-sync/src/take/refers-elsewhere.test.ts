import { expect, test } from 'vitest';
import { refersElsewhere } from './refers-elsewhere.ts';

test.each([
  ["$ref: './pet.yaml'", true],
  ['$ref: pet.yaml#/components/schemas/Pet', true],
  ['{"$ref" : "https://api.example/pet.json"}', true],
  ["{ '$ref':'../pet.yaml' }", true],
  ["$ref: '#/components/schemas/Pet'", false],
  ['$ref: "#/components/schemas/Pet"', false],
  ['{"$ref":"#/components/schemas/Pet"}', false],
  ['ref: pet.yaml', false],
])('%s: %j', (text, want) => {
  expect(refersElsewhere(text)).toBe(want);
});
