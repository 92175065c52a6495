import { expect, test } from 'vitest';
import { UnmappableValueError } from './errors/unmappable-value-error.ts';
import { mapDiscriminated } from './map-discriminated.ts';
import { mapItems } from './map-items.ts';
import { mapProperties } from './map-properties.ts';
import { narrowToEnum } from './narrow-to-enum.ts';

type Colour = 'RED' | 'OTHER';
type Unit = 'KG' | 'LB';

const colour = narrowToEnum<Colour>({
  id: 'narrow-colour',
  members: { RED: true, OTHER: true },
  otherwise: { becomes: 'OTHER', severity: 'minor' },
});
const unit = narrowToEnum<Unit>({ id: 'narrow-unit', members: { KG: true, LB: true } });

interface Parcel<ColourType, UnitType> {
  readonly kind: 'PARCEL';
  readonly 'colour/inside': ColourType;
  readonly weight?: { readonly unit: UnitType };
}
interface Letter {
  readonly kind: 'LETTER';
  readonly pages: number;
}
type OldItem = Parcel<string, string> | Letter;
type CurrentItem = Parcel<Colour, Unit> | Letter;

const parcel = mapProperties<Parcel<string, string>, Parcel<Colour, Unit>>({
  'colour/inside': colour,
  weight: mapProperties<{ readonly unit: string }, { readonly unit: Unit }>({ unit }),
});
const items = mapItems(mapDiscriminated<OldItem, CurrentItem, 'kind'>('kind', { PARCEL: parcel }));

test('a loss is located from the root of what was mapped', () => {
  const { value, losses } = items.upgrade([
    { kind: 'LETTER', pages: 1 },
    { kind: 'PARCEL', 'colour/inside': 'PINK' },
  ]);

  expect(value).toEqual([
    { kind: 'LETTER', pages: 1 },
    { kind: 'PARCEL', 'colour/inside': 'OTHER' },
  ]);
  expect(losses.map((loss) => loss.pointer)).toEqual(['/1/colour~1inside']);
});

test('a refusal is located from the root of what was mapped', () => {
  const upgrade = () =>
    items.upgrade([{ kind: 'PARCEL', 'colour/inside': 'RED', weight: { unit: 'STONE' } }]);

  expect(upgrade).toThrow(UnmappableValueError);
  expect(upgrade).toThrow(expect.objectContaining({ pointer: '/0/weight/unit', value: 'STONE' }));
});

test('what does not change is the same object, at every level', () => {
  const letter: OldItem = Object.freeze({ kind: 'LETTER', pages: 1 });
  const weight = Object.freeze({ unit: 'KG' });
  const pink: OldItem = Object.freeze({ kind: 'PARCEL', 'colour/inside': 'PINK', weight });

  const { value } = items.upgrade(Object.freeze([letter, pink]) as OldItem[]);

  expect(value[0]).toBe(letter);
  expect(value[1]).not.toBe(pink);
  expect((value[1] as typeof pink).weight).toBe(weight);
  expect(items.upgrade(Object.freeze([letter]) as OldItem[]).value[0]).toBe(letter);
});

test('a value that is mapped to itself is not copied', () => {
  const value: OldItem[] = [{ kind: 'PARCEL', 'colour/inside': 'RED', weight: { unit: 'LB' } }];

  expect(items.upgrade(value).value).toBe(value);
  expect(items.downgrade(value as CurrentItem[]).value).toBe(value);
});

test('unknown properties and variants survive', () => {
  const text = '[{"kind":"PARCEL","colour/inside":"PINK","__proto__":{"a":1}},{"kind":"DRONE"}]';

  const { value } = items.upgrade(JSON.parse(text));

  expect(JSON.stringify(value)).toBe(text.replace('PINK', 'OTHER'));
});

test.each([
  [null],
  [[null, 1, 'PARCEL', []]],
  [{ 0: 'PARCEL' }],
  [[{ kind: '__proto__' }, { kind: ['PARCEL'] }]],
  [[{ kind: 'PARCEL', weight: [] }]],
])('%j is not of the expected shape and is kept', (value) => {
  expect(items.upgrade(value as never)).toEqual({ value, losses: [] });
});

test('many losses are collected in order', () => {
  const pinks = Array.from({ length: 200_000 }, () => 'PINK');

  const { losses } = mapItems(colour).upgrade(pinks);

  expect(losses).toHaveLength(pinks.length);
  expect(losses.at(-1)?.pointer).toBe('/199999');
});
