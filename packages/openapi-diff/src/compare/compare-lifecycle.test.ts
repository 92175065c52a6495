import type { JsonObject } from '@apipin/openapi-model';
import { expect, test } from 'vitest';
import { api, operation } from '../../test/boats.ts';
import { diffDocuments } from '../../test/diff-documents.ts';

const today = new Date('2026-11-22');

function boats(own: JsonObject | undefined): JsonObject {
  return api(own === undefined ? {} : { '/boats': { get: operation('listBoats', own) } });
}

function judged(old: JsonObject, current: JsonObject | undefined, day?: Date): string[] {
  const { changes } = diffDocuments(boats(old), boats(current), { today: day });
  return changes.map(({ rule, level }) => `${rule} ${level}`);
}

test('what was deprecated may go once its day has come', () => {
  const ending = (day: string): JsonObject => ({ deprecated: true, 'x-sunset': day });
  expect(judged({}, undefined, today)).toEqual(['operation-removed breaking']);
  expect(judged(ending('2026-11-01'), undefined, today)).toEqual([
    'operation-announced-removed non-breaking',
  ]);
  expect(judged(ending('2027-01-01'), undefined, today)).toEqual(['operation-removed breaking']);
  expect(judged({ deprecated: true }, undefined, today)).toEqual([
    'operation-announced-removed non-breaking',
  ]);
});

test('without a day to hold sunsets to, what was deprecated may go', () => {
  const ending = { deprecated: true, 'x-sunset': '2999-01-01' };
  expect(judged(ending, undefined)).toEqual(['operation-announced-removed non-breaking']);
});

test('an end may be put off and not brought forward', () => {
  const ending = (day: string): JsonObject => ({ deprecated: true, 'x-sunset': day });
  expect(judged(ending('2027-01-01'), ending('2028-01-01'), today)).toEqual([
    'operation-sunset-set-later non-breaking',
  ]);
  expect(judged(ending('2028-01-01'), ending('2027-01-01'), today)).toEqual([
    'operation-sunset-set-earlier breaking',
  ]);
  expect(judged(ending('2028-01-01'), ending('no day'), today)).toEqual([
    'operation-sunset-set-earlier breaking',
  ]);
});

test('drafts promise nothing', () => {
  const old = { 'x-stability-level': 'draft' };
  expect(judged(old, undefined, today)).toEqual(['operation-removed non-breaking']);
});
