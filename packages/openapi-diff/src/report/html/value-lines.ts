import { compareCodeUnits, isJsonObject, type JsonValue } from '@apipin/openapi-model';
import { shorten } from '../visible-text.ts';

/** A string of more characters is prose, such as a description, and shown as its author wrote it. */
const MAX_QUOTED = 60;

/** Characters of a line that a page can hold by the thousand. */
const MAX_LINE = 2_000;

/** The lines in which a value is shown: prose as it is, anything else as JSON with sorted keys; none for no value. */
export function linesOfValue(value: JsonValue | undefined): string[] {
  if (value === undefined) return [];
  const text = isProse(value) ? value : breakStrings(JSON.stringify(sortKeys(value), null, 2));
  return text.split('\n').map((line) => shorten(line, MAX_LINE));
}

/** Begins a new line after each `\n` in a string, so that long descriptions can be compared line by line. */
function breakStrings(json: string): string {
  return json.replaceAll(/\\./g, (escape) => (escape === '\\n' ? '\\n\n' : escape));
}

function isProse(value: JsonValue): value is string {
  return typeof value === 'string' && (value.length > MAX_QUOTED || value.includes('\n'));
}

/** The order of keys means nothing, so it must not look like a difference. */
function sortKeys(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).sort(([a], [b]) => compareCodeUnits(a, b));
  return Object.fromEntries(members.map(([name, member]) => [name, sortKeys(member)]));
}
