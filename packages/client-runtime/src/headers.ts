/**
 * Sets a header.
 *
 * @throws TypeError if name or value is not allowed in HTTP. Unlike the platform's own error, it
 *   does not repeat the value, which may be a secret.
 */
export function setHeader(headers: Headers, name: string, value: string): void {
  try {
    headers.set(name, value);
  } catch {
    throw new TypeError(`header ${JSON.stringify(name)}: not a name and value that HTTP allows`);
  }
}

/**
 * Sets the headers of a record.
 *
 * @throws TypeError if a name or value is not allowed in HTTP
 */
export function addHeaders(
  headers: Headers,
  record: Readonly<Record<string, string>> = {},
): Headers {
  for (const [name, value] of Object.entries(record)) setHeader(headers, name, value);
  return headers;
}
