import type { JsonValue } from '../exact-json.ts';
import { isJsonObject } from '../is-json-object.ts';
import { prependToken, tokensOf } from '../json-pointer.ts';

/**
 * How two JSON values differ in one place: `missing` is in the primary alone, `extra` in the shadow
 * alone; a `type` is one of JSON's.
 */
export type DifferenceKind = 'missing' | 'extra' | 'type' | 'value';

/** One place where two JSON values differ. */
export interface JsonDifference {
  readonly kind: DifferenceKind;
  /**
   * RFC 6901 pointer to the place, from the root of the body; or to what encloses it, where that
   * would be very long.
   */
  readonly pointer: string;
  /** `undefined` where there is none. */
  readonly primary: JsonValue | undefined;
  /** `undefined` where there is none. */
  readonly shadow: JsonValue | undefined;
}

const longestPointer = 512;

/** A place in both values. It knows the one around it, as most places never need a pointer. */
interface Place {
  readonly token: string | number;
  readonly parent: Place | undefined;
  readonly primary: JsonValue | undefined;
  readonly shadow: JsonValue | undefined;
  /** The ignored pointers that lead through here, as the tokens from here on. */
  readonly ignored: readonly (readonly string[])[];
}

/**
 * Compares two JSON values as they were sent: integers of any size exactly, objects in any order.
 *
 * @param ignored - RFC 6901 pointers to what may differ, in which the token `*` stands for any.
 * @param most - Stops after this many differences.
 */
export function findDifferences(
  primary: JsonValue,
  shadow: JsonValue,
  { ignored, most }: { readonly ignored: readonly string[]; readonly most: number },
): JsonDifference[] {
  const differences: JsonDifference[] = [];
  const root = { token: '', parent: undefined, primary, shadow, ignored: ignored.map(tokensOf) };
  // Not recursive, since values can be nested more deeply than calls.
  const places: Place[] = [root];
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    if (place.ignored.some((tokens) => tokens.length === 0)) continue;
    const kind = differenceAt(place);
    if (kind !== undefined) {
      const { primary, shadow } = place;
      differences.push({ kind, pointer: pointerTo(place), primary, shadow });
      if (differences.length === most) break;
      continue;
    }
    // Last to first, so that differences come in the order of the primary.
    for (const child of childrenOf(place).toReversed()) places.push(child);
  }
  return differences;
}

function differenceAt({ primary, shadow }: Place): DifferenceKind | undefined {
  if (shadow === undefined) return 'missing';
  if (primary === undefined) return 'extra';
  if (typeOf(primary) !== typeOf(shadow)) return 'type';
  if (typeof primary === 'object') return undefined;
  // A large integer is a bigint where it was written with all its digits, and a number where not.
  // oxlint-disable-next-line eqeqeq
  return primary == shadow ? undefined : 'value';
}

function typeOf(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'bigint' ? 'number' : typeof value;
}

function childrenOf(parent: Place): Place[] {
  const { primary, shadow, ignored } = parent;
  if (Array.isArray(primary) && Array.isArray(shadow)) {
    const length = Math.max(primary.length, shadow.length);
    return Array.from({ length }, (_, index) => ({
      token: index,
      parent,
      primary: primary[index] as JsonValue | undefined,
      shadow: shadow[index] as JsonValue | undefined,
      ignored: ignoredBelow(ignored, String(index)),
    }));
  }
  if (!isJsonObject(primary) || !isJsonObject(shadow)) return [];
  const names = new Set([...Object.keys(primary), ...Object.keys(shadow)]);
  return Array.from(names, (name) => ({
    token: name,
    parent,
    primary: own(primary, name),
    shadow: own(shadow, name),
    ignored: ignoredBelow(ignored, name),
  }));
}

/** What is inherited, such as `constructor`, is not in the JSON. */
function own(object: Readonly<Record<string, unknown>>, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? (object[name] as JsonValue) : undefined;
}

function ignoredBelow(ignored: Place['ignored'], token: string): Place['ignored'] {
  if (ignored.length === 0) return ignored;
  return ignored.flatMap(([first, ...rest]) => (first === token || first === '*' ? [rest] : []));
}

function pointerTo(place: Place): string {
  const tokens: string[] = [];
  for (let at = place; at.parent !== undefined; at = at.parent) {
    tokens.push(prependToken(at.token, ''));
  }
  let pointer = '';
  for (const token of tokens.toReversed()) {
    if (pointer.length + token.length > longestPointer) break;
    pointer += token;
  }
  return pointer;
}
