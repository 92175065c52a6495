import type { UnknownPart } from './operation-validators.ts';

/** Something that the API sent and that the description the client was made from does not know. */
export interface Drift {
  /** The client's method. */
  readonly operation: string;
  /** The status code of the response. */
  readonly status: number;
  /**
   * - `property`: an object has one that is not listed.
   * - `enum-value`: a string is not among those listed.
   * - `union-member`: an object is of a type that is not listed.
   */
  readonly kind: UnknownPart['kind'];
  /**
   * JSON Pointer to where it was in the first response that had it: to the property, or to the string that is not listed.
   *
   * @see https://www.rfc-editor.org/rfc/rfc6901
   */
  readonly pointer: string;
  /** The string that is not listed. No other value is told. */
  readonly value?: string;
}

/** What an API makes up as it goes, such as names that are ids, must not fill memory and logs. */
const mostPerOperation = 100;
const longestText = 100;
const longestPointer = 500;

/** Tells `onDrift` of each place once: the same property of a hundred items is one. */
export function createDriftReporter(
  onDrift: (drift: Drift) => void,
): (operation: string, status: number, parts: readonly UnknownPart[]) => void {
  const toldOf = new Map<string, Set<string>>();
  return (operation, status, parts) => {
    if (parts.length === 0) return;
    const told = toldOf.get(operation) ?? new Set();
    toldOf.set(operation, told);
    for (const { kind, path, place, value: text } of parts) {
      if (told.size >= mostPerOperation) return;
      const value = text === undefined ? {} : { value: shortened(text, longestText) };
      const key = [status, kind, pointerTo(place), value.value].join(' ');
      if (told.has(key)) continue;
      told.add(key);
      onDrift({ operation, status, kind, pointer: pointerTo(path), ...value });
    }
  };
}

function pointerTo(path: readonly (string | number)[]): string {
  const tokens = path.map((key) => String(key).replaceAll('~', '~0').replaceAll('/', '~1'));
  return shortened(tokens.map((token) => `/${token}`).join(''), longestPointer);
}

function shortened(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
