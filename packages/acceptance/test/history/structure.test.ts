import { expect, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import { createRandom } from '../random.ts';
import { disturb } from './disturb.ts';
import { structureOf } from './structure.ts';
import { MEANT, withBreak } from './upstream.ts';

const { named, unnamed, components } = structureOf(MEANT);

test('noise changes nothing but names', () => {
  const random = createRandom(11);
  const names = new Set<string>();
  for (let round = 0; round < 50; round += 1) {
    const disturbed = structureOf(disturb(MEANT, random));
    expect(disturbed.unnamed).toBe(unnamed);
    names.add(disturbed.named);
  }
  expect(names.size).toBeGreaterThan(10);
});

test('prose, examples, vendor extensions and order are no names either', () => {
  const edited = JSON.stringify(MEANT)
    .replace('Where the next page starts.', 'Go on here.')
    .replace('"example":"Rex"', '"example":"Fido","x-internal":true')
    .replace('["cat","dog","emu"]', '["emu","dog","cat"]');
  expect(structureOf(JSON.parse(edited) as JsonObject).named).toBe(named);
});

test.each([
  ['a value of an enum', '"emu"', '"owl"'],
  ['a property', '"stalls"', '"stables"'],
  ['what a discriminator stands for', '"barn":"#', '"shed":"#'],
  ['the place of a reference', 'schemas/StandardError_1"}', 'schemas/StandardError"}'],
  ['a method', '"delete":', '"put":'],
])('%s is more than a name', (_, from, to) => {
  const text = JSON.stringify(MEANT);
  const edited = text.replace(from, to);
  expect(edited).not.toBe(text);
  expect(structureOf(JSON.parse(edited) as JsonObject).unnamed).not.toBe(unnamed);
});

test('a component is known by what it says', () => {
  const swapped = JSON.stringify(MEANT)
    .replaceAll('StandardError_1', 'Other')
    .replaceAll('StandardError', 'StandardError_1')
    .replaceAll('Other', 'StandardError');
  const colourOf = (pointer: string): string | undefined =>
    [...components].find(([, found]) => found === pointer)?.[0];
  const { components: current } = structureOf(JSON.parse(swapped) as JsonObject);
  const colour = colourOf('#/components/schemas/StandardError');
  expect(current.get(colour ?? '')).toBe('#/components/schemas/StandardError_1');
});

test('what breaks is more than a name', () => {
  expect(structureOf(withBreak(MEANT, 1)).unnamed).not.toBe(unnamed);
});
