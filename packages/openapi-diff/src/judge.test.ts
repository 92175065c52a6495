import type { JsonObject } from '@apipin/openapi-model';
import { expect, test } from 'vitest';
import { api, operation } from '../test/boats.ts';
import { diffDocuments } from '../test/diff-documents.ts';

const giving = (values: string[]): JsonObject =>
  api({ '/boats': { get: operation('listBoats', { gives: { enum: values } }) } });
const taking = (values: string[]): JsonObject =>
  api({ '/boats': { post: operation('addBoat', { takes: { enum: values } }) } });

test('a new value in a response is an addition to GitHub and breaks to oasdiff', () => {
  const judged = (preset?: 'oasdiff' | 'github') => {
    const diff = diffDocuments(giving(['a']), giving(['a', 'b']), { preset });
    return [diff.changes[0]?.level, diff.bump];
  };
  expect(judged()).toEqual(['breaking', 'major']);
  expect(judged('oasdiff')).toEqual(['breaking', 'major']);
  expect(judged('github')).toEqual(['non-breaking', 'minor']);
});

test('presets leave alone what they do not speak of', () => {
  const { changes } = diffDocuments(taking(['a', 'b']), taking(['a']), { preset: 'github' });
  expect(changes[0]?.level).toBe('breaking');
});

test('levels by rule go before presets', () => {
  const levels = { 'response-body-enum-value-added': 'breaking' } as const;
  const diff = diffDocuments(giving(['a']), giving(['a', 'b']), { preset: 'github', levels });
  expect(diff.changes[0]?.level).toBe('breaking');
});

test('a change that is levelled down asks for no major version', () => {
  const levels = { 'request-body-enum-value-removed': 'non-breaking' } as const;
  const diff = diffDocuments(taking(['a', 'b']), taking(['a']), { levels });
  expect([diff.changes[0]?.level, diff.bump]).toEqual(['non-breaking', 'minor']);
});

test('levels are looked up among rules alone', () => {
  const levels = JSON.parse('{"__proto__": {"request-body-enum-value-removed": "docs"}}');
  const { changes } = diffDocuments(taking(['a', 'b']), taking(['a']), { levels });
  expect(changes[0]?.level).toBe('breaking');
});
