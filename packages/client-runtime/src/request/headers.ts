/** Headers by their names in lower case. */
export type HeaderRecord = Record<string, string>;

/**
 * Sets a header.
 *
 * @throws TypeError if name or value is not allowed in HTTP. Unlike the platform's own error, it does not repeat the
 *   value, which may be a secret.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-5
 */
export function setHeader(headers: HeaderRecord, name: string, value: unknown): void {
  // Where a text is not allowed, `fetch` would say so too, and show it.
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || !/^[\t\x20-\x7e\x80-\xff]*$/.test(String(value)))
    throw new TypeError(`header ${JSON.stringify(name)}: not a name and value that HTTP allows`);
  headers[name.toLowerCase()] = String(value);
}

/**
 * Sets the headers of a record.
 *
 * @throws TypeError if a name or value is not allowed in HTTP
 */
export function addHeaders(
  headers: HeaderRecord,
  record: Readonly<Record<string, string>> = {},
): HeaderRecord {
  for (const [name, value] of Object.entries(record)) setHeader(headers, name, value);
  return headers;
}

/** Headers that no name can be mistaken in, such as `__proto__`. */
export function createHeaders(): HeaderRecord {
  return { __proto__: null } as object as HeaderRecord;
}
