import type { JsonObject, JsonValue } from '@apipin/openapi-model';
import type { Change } from '../../src/index.ts';
import { diffDocuments } from '../diff-documents.ts';
import { requestSchemas, responseSchemas } from '../verdicts/documents.ts';
import { conformanceTo, says } from './conformance.ts';
import type { SchemaDocument } from './json-schemas.ts';
import { sampleValues } from './sample-values.ts';

/** A value that tells the older schema from the newer one, and what the comparison said of the two. */
export interface Counterexample {
  readonly value: JsonValue;
  readonly changes: readonly Change[];
}

/** Compares two schemas as a request body. */
export function requestChanges(old: SchemaDocument, current: SchemaDocument): readonly Change[] {
  return diffDocuments(...documents(requestSchemas, old, current)).changes;
}

/** Compares two schemas as a response body. */
export function responseChanges(old: SchemaDocument, current: SchemaDocument): readonly Change[] {
  return diffDocuments(...documents(responseSchemas, old, current)).changes;
}

function documents(
  build: typeof requestSchemas,
  old: SchemaDocument,
  current: SchemaDocument,
): [JsonObject, JsonObject] {
  const surroundings = { oldComponents: old.components, newComponents: current.components };
  const pair = build(old.root, current.root, surroundings);
  return [pair.old, pair.new];
}

/** Finds a value that a client could send before and cannot send any more, although nothing was said to break. */
export function unsoundRequest(
  old: SchemaDocument,
  current: SchemaDocument,
): Counterexample | undefined {
  const changes = requestChanges(old, current);
  if (changes.some(({ level }) => level === 'breaking')) return undefined;
  const [before, after] = [conformanceTo(old), conformanceTo(current)];
  const value = sampleValues(old).find((each) => before(each) && !after(each));
  return value === undefined ? undefined : { value, changes };
}

/** Finds a value that a client may receive and was not prepared for, although nothing was said to break. */
export function unsoundResponse(
  old: SchemaDocument,
  current: SchemaDocument,
): Counterexample | undefined {
  const changes = responseChanges(old, current);
  if (changes.some(({ level }) => level === 'breaking')) return undefined;
  // Readers ignore properties that they do not know, even where the older document forbade them.
  const isGaining = changes.some(({ rule }) => GAINING.some((each) => rule.endsWith(each)));
  if (isGaining && says(old, LIMITS_OF_NAMES)) return undefined;
  // Where nothing conformed before, nobody can have relied on it.
  if (changes.some(({ rule }) => rule === 'response-body-false-schema-unset')) return undefined;
  const [before, after] = [conformanceTo(old), conformanceTo(current)];
  const value = sampleValues(current).find((each) => after(each) && !before(each));
  return value === undefined ? undefined : { value, changes };
}

const GAINING = ['-added-optional', '-added-required', '-additional-properties-generalized'];
const LIMITS_OF_NAMES = [
  'additionalProperties',
  'propertyNames',
  'patternProperties',
  'maxProperties',
  'not',
  'if',
];

/** Finds a value that conforms to one schema alone, although nothing was said at all. */
export function missedDifference(
  old: SchemaDocument,
  current: SchemaDocument,
): Counterexample | undefined {
  const changes = requestChanges(old, current);
  if (changes.length > 0) return undefined;
  const [before, after] = [conformanceTo(old), conformanceTo(current)];
  const values = [...sampleValues(old), ...sampleValues(current)];
  const value = values.find((each) => before(each) !== after(each));
  return value === undefined ? undefined : { value, changes };
}
