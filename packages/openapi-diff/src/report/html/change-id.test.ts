import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fragmentOf } from './change-id.ts';

test('ids that are words and pointers stay readable', () => {
  expect(fragmentOf('response-property-removed:/components/schemas/A')).toBe(
    'response-property-removed:/components/schemas/A',
  );
});

test('any id becomes its own fragment, without what would end the fragment or the attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (id) => {
      expect(fragmentOf(id)).toMatch(/^[\w\-.!~*'()%:/,@]*$/);
      expect(decodeURIComponent(fragmentOf(id))).toBe(id.toWellFormed());
    }),
  );
});
