import { childPointer } from './pointer.ts';
import { NO_CHILDREN, type Position } from './source-position.ts';

/** A name that an object has twice. */
interface DuplicateKey {
  readonly name: string;
  /** RFC 6901 pointer to the member. */
  readonly pointer: string;
  /** Of the second occurrence. */
  readonly offset: number;
}

/** What `JSON.parse` does not tell about a text. */
export interface JsonScan {
  readonly root: Position;
  readonly duplicates: readonly DuplicateKey[];
}

/**
 * Finds where every value of a JSON text stands.
 *
 * @param text - Must be valid JSON, and shallow enough for recursion.
 */
export function scanJson(text: string): JsonScan {
  const duplicates: DuplicateKey[] = [];
  let at = 0;
  return { root: { offset: skipSpace(), children: scanValue('') }, duplicates };

  function scanValue(pointer: string): ReadonlyMap<string, Position> {
    switch (text[skipSpace()]) {
      case '{':
        return scanObject(pointer);
      case '[':
        return scanArray(pointer);
      case '"':
        at = endOfString(text, at);
        return NO_CHILDREN;
      default:
        while (at < text.length && !/[\s,\]}]/.test(text[at] as string)) at++;
        return NO_CHILDREN;
    }
  }

  function scanObject(pointer: string): Map<string, Position> {
    const children = new Map<string, Position>();
    at++;
    while (text[skipSpace()] !== '}') {
      const offset = at;
      at = endOfString(text, at);
      const name = JSON.parse(text.slice(offset, at)) as string;
      const child = childPointer(pointer, name);
      if (children.has(name)) duplicates.push({ name, pointer: child, offset });
      skipSpace();
      at++;
      children.set(name, { offset, children: scanValue(child) });
      if (text[skipSpace()] === ',') at++;
    }
    at++;
    return children;
  }

  function scanArray(pointer: string): Map<string, Position> {
    const children = new Map<string, Position>();
    at++;
    while (text[skipSpace()] !== ']') {
      const index = String(children.size);
      children.set(index, { offset: at, children: scanValue(childPointer(pointer, index)) });
      if (text[skipSpace()] === ',') at++;
    }
    at++;
    return children;
  }

  function skipSpace(): number {
    while (isSpace(text.charCodeAt(at))) at++;
    return at;
  }
}

/** What can be told of a JSON text without building anything. */
export interface JsonSurvey {
  /** Members of all objects as written, those with the same name included. */
  readonly members: number;
  /** Where arrays and objects first stand more than `maxDepth` deep, if they do. */
  readonly tooDeepAt: number | undefined;
}

/** Reads over a valid JSON text once. */
export function surveyJson(text: string, maxDepth: number): JsonSurvey {
  let members = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22: // "
        at = endOfString(text, at) - 1;
        break;
      case 0x3a: // :
        members++;
        break;
      case 0x5b: // [
      case 0x7b: // {
        if (++depth > maxDepth) return { members, tooDeepAt: at };
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth--;
        break;
    }
  }
  return { members, tooDeepAt: undefined };
}

/** The offset after the string that starts with a quotation mark at `start`. */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); ; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (text[quote - 1 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 0) return quote + 1;
  }
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
