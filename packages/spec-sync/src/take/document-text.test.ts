import { parseSource, type JsonObject } from '@apipin/openapi-model';
import { expect, test } from 'vitest';
import { documentText } from './document-text.ts';

function rootOf(text: string): JsonObject {
  return parseSource(text, 'source').source!.root;
}

test('YAML in which nothing changed stays as it is, but for what a machine put there', () => {
  const text = 'a: 1 # why\nb:   [x]\n';
  expect(documentText(rootOf(text), `\uFEFF${text.replaceAll('\n', '\r\n')}`)).toBe(text);
});

test('JSON becomes YAML', () => {
  const text = '{"info": {"version": "1.0"}, "200": [null, true]}';
  const yaml = documentText(rootOf(text), text);
  expect(yaml).toContain("version: '1.0'");
  expect(rootOf(yaml)).toEqual(rootOf(text));
});

test('digits that a number would round stay', () => {
  const text = '{"maximum": 9223372036854775807, "minimum": -9007199254740993, "multipleOf": 0.5}';
  expect(documentText(rootOf(text), text)).toBe(
    'maximum: 9223372036854775807\nminimum: -9007199254740993\nmultipleOf: 0.5\n',
  );
});

test('what changed is written anew', () => {
  expect(documentText({ a: 2 }, 'a: 1 # one\n')).toBe('a: 2\n');
});

test('flow YAML that starts like JSON is YAML all the same', () => {
  expect(documentText({ a: 1 }, '{ a: 1 }')).toBe('a: 1\n');
});
