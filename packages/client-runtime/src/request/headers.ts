/** Headers by their names in lower case. */
export type HeaderRecord = Record<string, string>;

/**
 * Adds headers.
 *
 * @throws TypeError if a name or value is not allowed in HTTP. Unlike the platform's own error, it does not repeat the
 *   value, which may be a secret.
 */
export function addHeaders(
  headers: HeaderRecord,
  record: Readonly<Record<string, string>> = {},
): HeaderRecord {
  for (const [name, value] of Object.entries(record)) {
    try {
      new Headers([[name, value]]);
    } catch {
      throw new TypeError(`header ${JSON.stringify(name)}: not allowed in HTTP`);
    }
    headers[name.toLowerCase()] = value;
  }
  return headers;
}

/** Headers that no name can be mistaken in, such as `__proto__`. */
export function createHeaders(): HeaderRecord {
  return { __proto__: nothing } as object as HeaderRecord;
}

/** Inherited rather than null itself, which makes V8 keep an object as a hash table: calls were a tenth slower by that. */
const nothing = { __proto__: null };
