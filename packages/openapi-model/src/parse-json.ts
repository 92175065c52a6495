import { scanJson, surveyJson } from './json-scanner.ts';
import { isJsonObject, type JsonValue } from './json.ts';
import { MAX_DEPTH, tooDeep, type ParsedText, type ParseProblem } from './parsed-text.ts';
import { childPointer, pointerTokens } from './pointer.ts';
import type { Position } from './source-position.ts';

/**
 * Parses a JSON text; `undefined` where it is not JSON.
 *
 * `JSON.parse` is many times faster than any parser that knows positions, so those are only looked up when something
 * is to be reported.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8259
 */
export function parseJson(text: string): ParsedText | undefined {
  const value = tryParse(text);
  if (value === undefined) return undefined;
  const { members, tooDeepAt } = surveyJson(text, MAX_DEPTH);
  if (tooDeepAt !== undefined) return tooDeep(tooDeepAt);

  const infinite: string[] = [];
  // `JSON.parse` keeps the last of several members of one name, so fewer are left than were written.
  const hasDuplicates = countMembers(value, '', infinite) !== members;
  const problems: ParseProblem[] = [
    ...(hasDuplicates ? duplicateProblems(text) : []),
    ...(infinite.length > 0 ? infiniteProblems(text, infinite) : []),
  ];
  return { value, problems, position: () => scanJson(text).root };
}

function tryParse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** Members of all objects in `value`; the pointers of numbers too large for a number are added to `infinite`. */
function countMembers(value: JsonValue, pointer: string, infinite: string[]): number {
  let count = 0;
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      if (isContainerOrInfinite(item)) {
        count += countMembers(item, childPointer(pointer, index), infinite);
      }
    });
  } else if (isJsonObject(value)) {
    for (const name of Object.keys(value)) {
      const member = value[name] as JsonValue;
      count++;
      if (isContainerOrInfinite(member)) {
        count += countMembers(member, childPointer(pointer, name), infinite);
      }
    }
  } else if (typeof value === 'number') {
    infinite.push(pointer);
  }
  return count;
}

function isContainerOrInfinite(value: JsonValue): boolean {
  return typeof value === 'number' ? !Number.isFinite(value) : typeof value === 'object';
}

function duplicateProblems(text: string): ParseProblem[] {
  return scanJson(text).duplicates.map(({ name, pointer, offset }) => ({
    code: 'duplicate-key',
    severity: 'error',
    offset,
    pointer,
    message: `the object has "${name}" twice; remove or rename one`,
  }));
}

function infiniteProblems(text: string, pointers: readonly string[]): ParseProblem[] {
  const { root } = scanJson(text);
  return pointers.map((pointer) => ({
    code: 'not-json',
    severity: 'error',
    offset: offsetAt(root, pointer),
    pointer,
    message: 'the number is too large to represent; use one below 1.8e308',
  }));
}

function offsetAt(root: Position, pointer: string): number {
  let position = root;
  for (const token of pointerTokens(pointer)) position = position.children.get(token) ?? position;
  return position.offset;
}
