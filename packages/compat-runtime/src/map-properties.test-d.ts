import { test } from 'vitest';
import type { Mapping } from './mapping.ts';
import { mapDiscriminated } from './map-discriminated.ts';
import { mapProperties } from './map-properties.ts';

declare const toEnum: Mapping<string, 'A' | 'B'>;
declare const toNumber: Mapping<string, number>;

test('a property that differs cannot be forgotten', () => {
  mapProperties<{ kind: string; name: string }, { kind: 'A' | 'B'; name: string }>({
    kind: toEnum,
  });
  // @ts-expect-error TS2345: `kind` differs and has no mapping
  mapProperties<{ kind: string }, { kind: 'A' | 'B' }>({});
});

test('a mapping for a property that is gone, or with the wrong types, is refused', () => {
  mapProperties<{ kind: string }, { kind: 'A' | 'B' }>({
    kind: toEnum,
    // @ts-expect-error TS2353: neither version has `colour`
    colour: toEnum,
  });
  mapProperties<{ kind: string }, { kind: 'A' | 'B' }>({
    // @ts-expect-error TS2322: the newer version has no numbers here
    kind: toNumber,
  });
});

test('an optional property is mapped as if it were present', () => {
  mapProperties<{ kind?: string }, { kind?: 'A' | 'B' }>({ kind: toEnum });
});

test('what is required in one version alone needs a change of the whole object', () => {
  // @ts-expect-error TS2322: presence differs, which a mapping of the value cannot make up for
  mapProperties<{ kind: string }, { kind?: 'A' | 'B' }>({ kind: toEnum });
  // @ts-expect-error TS2345: the newer version requires `name`
  mapProperties<{ kind: string }, { kind: 'A' | 'B'; name: string }>({ kind: toEnum });
  // An optional property of one version alone is an unknown property to the other.
  mapProperties<{ kind: string }, { kind: 'A' | 'B'; name?: string }>({ kind: toEnum });
});

interface Text {
  type: 'TEXT';
}
interface File<Usage> {
  type: 'FILE';
  usage: Usage;
}
declare const file: Mapping<File<string>, File<'A' | 'B'>>;
declare const text: Mapping<Text, Text>;

test('a variant that differs cannot be forgotten, and one that does not needs no mapping', () => {
  type Old = Text | File<string>;
  type Current = Text | File<'A' | 'B'>;

  mapDiscriminated<Old, Current, 'type'>('type', { FILE: file });
  // @ts-expect-error TS2345: FILE differs and has no mapping
  mapDiscriminated<Old, Current, 'type'>('type', {});
  mapDiscriminated<Old, Current, 'type'>('type', {
    FILE: file,
    // @ts-expect-error TS2353: TEXT is the same in both versions
    TEXT: text,
  });
});
