import { expect, test } from 'vitest';
import { bindRules } from './bind-rules.ts';
import type { Finding } from './finding.ts';
import { mapMembers } from './map-members.ts';
import { mapItems, mapPart, mapPresent } from './map-parts.ts';
import type { MapContext } from './mapping.ts';
import { narrowToEnum, refuseNonMembers } from './narrow-to-enum.ts';
import { ownProperty } from './own-property.ts';
import { replaceProperties } from './replace-properties.ts';

const changes = bindRules({
  colour: narrowToEnum({ RED: true, OTHER: true }, { becomes: 'OTHER', severity: 'minor' }),
  unit: refuseNonMembers({ KG: true }),
});
const colour = changes.colour.upgrade;

function contextFor(findings: Finding[]): MapContext {
  return { findings, mapLink: (link) => link };
}

test('a finding is located from what was mapped, through objects and arrays', () => {
  const findings: Finding[] = [];
  const context = contextFor(findings);
  const mapRow = (row: unknown): unknown => mapItems('/a~1b', row, colour, context);

  mapItems('/rows', [['RED'], ['RED', 'PINK']], mapRow, context);
  mapPart('/own', 'PINK', colour, context);

  expect(findings.map(({ pointer }) => pointer)).toEqual(['/rows/1/a~1b/1', '/own']);
});

test('an array is copied only where an item changes', () => {
  const same = Object.freeze(['RED', 'RED']);
  const item = Object.freeze({});

  expect(mapItems('', same, colour, contextFor([]))).toBe(same);
  const mapped = mapItems('', Object.freeze(['PINK', item]), colour, contextFor([])) as unknown[];
  expect(mapped).toEqual(['OTHER', {}]);
  expect(mapped[1]).toBe(item);
});

test('an item that has nothing to stand for it is left out', () => {
  const dropB = (item: unknown) => (item === 'B' ? undefined : item);

  expect(mapItems('', ['A', 'B', 'C'], dropB, contextFor([]))).toEqual(['A', 'C']);
});

test.each([[null], ['PINK'], [{ 0: 'PINK' }]])('%j is no array and is kept', (value) => {
  expect(mapItems('', value, colour, contextFor([]))).toBe(value);
});

test('what is absent is mapped only where presence matters', () => {
  const always = () => 'made up';

  expect(mapPresent('/a', undefined, always, contextFor([]))).toBeUndefined();
  expect(mapPart('/a', undefined, always, contextFor([]))).toBe('made up');
});

test('a refusal keeps the value, so that mapping goes on', () => {
  const findings: Finding[] = [];

  expect(mapItems('', ['LB', 'KG', 'ST'], changes.unit.upgrade, contextFor(findings))).toEqual([
    'LB',
    'KG',
    'ST',
  ]);
  expect(findings.map(({ pointer, change }) => [pointer, change])).toEqual([
    ['/0', 'unit'],
    ['/2', 'unit'],
  ]);
});

test('members are mapped but for those with names of their own', () => {
  const findings: Finding[] = [];
  const value = JSON.parse('{"name":"PINK","a/b":"PINK","__proto__":"PINK","c":"RED"}');

  const mapped = mapMembers(value, colour, contextFor(findings), ['name']);

  expect(JSON.stringify(mapped)).toBe(
    '{"name":"PINK","a/b":"OTHER","__proto__":"OTHER","c":"RED"}',
  );
  expect(findings.map(({ pointer }) => pointer)).toEqual(['/a~1b', '/__proto__']);
  expect(mapMembers(value, (member) => member, contextFor([]), [])).toBe(value);
  expect(mapMembers(null, colour, contextFor([]), [])).toBeNull();
});

test('replacing keeps the order, and leaves out what is undefined', () => {
  const value = JSON.parse('{"a":1,"__proto__":{"x":1},"b":2,"c":3}');

  const replaced = replaceProperties(value, { b: undefined, c: 4, d: undefined, e: 5 });

  expect(JSON.stringify(replaced)).toBe('{"a":1,"__proto__":{"x":1},"c":4,"e":5}');
  expect(Object.keys(replaced)).not.toContain('d');
  expect(Object.getPrototypeOf(replaced)).toBe(Object.prototype);
});

test('what every object inherits is no property of it', () => {
  expect(ownProperty({}, 'constructor')).toBeUndefined();
  expect(ownProperty({ constructor: 1 }, 'constructor')).toBe(1);
});

test('many findings are located in order', () => {
  const findings: Finding[] = [];
  const pinks = Array.from({ length: 50_000 }, () => 'PINK');

  mapPart(
    '/a',
    pinks,
    (value, context) => mapItems('/b', value, colour, context),
    contextFor(findings),
  );

  expect(findings).toHaveLength(pinks.length);
  expect(findings.at(-1)?.pointer).toBe('/a/b/49999');
});
