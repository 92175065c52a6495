/** Where an operation stands, whatever its id is. */
export interface OperationPlace {
  readonly method: string;
  /** The path template, or for a webhook `webhooks/<name>`. */
  readonly path: string;
  /** For an operation of a callback, `#` and the pointer from the operation that has the callback; empty otherwise. */
  readonly below: string;
}

/** How people name an operation: `GET /pets/{petId}`. */
export function formatOperation({ method, path, below }: OperationPlace): string {
  return `${method} ${path}${below}`;
}

/** Reads what {@link formatOperation} wrote. */
export function parseOperation(text: string): OperationPlace {
  const space = text.indexOf(' ');
  const hash = text.indexOf('#', space);
  const end = hash === -1 ? text.length : hash;
  return {
    method: text.slice(0, space),
    path: text.slice(space + 1, end),
    below: text.slice(end),
  };
}
