import { compareCodeUnits } from './compare.ts';
import { isJsonObject, type JsonValue } from './json.ts';

/** JSON text in which equal values look equal: object keys are sorted, and nothing is indented. */
export function canonicalJson(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort(compareCodeUnits)
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name] as JsonValue)}`);
  return `{${members.join(',')}}`;
}
