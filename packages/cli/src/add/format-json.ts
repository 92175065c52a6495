const WIDTH = 100;

/** What stands around a value. */
interface Place {
  /** How many objects and lists it is in. */
  readonly depth: number;
  /** How many characters its line has besides. */
  readonly taken: number;
}

/**
 * Writes JSON as Prettier does: an object has a line for each of its members, and a list stays in one line where it fits
 * and does not hold several lists.
 */
export function formatJson(value: unknown, { depth, taken }: Place = ROOT): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const indent = '  '.repeat(depth + 1);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const items = Object.entries(value).map(([name, item], index, { length }) => {
    const key = Array.isArray(value) ? '' : `${JSON.stringify(name)}: `;
    const comma = index < length - 1 ? 1 : 0;
    const place = { depth: depth + 1, taken: indent.length + key.length + comma };
    return key + formatJson(item, place);
  });
  const line = `${open}${items.join(', ')}${close}`;
  if (items.length === 0 || (Array.isArray(value) && !isTable(value) && fits(line, taken))) {
    return line;
  }
  const lines = items.map((item) => indent + item);
  return `${open}\n${lines.join(',\n')}\n${'  '.repeat(depth)}${close}`;
}

const ROOT: Place = { depth: 0, taken: 0 };

function isTable(list: readonly unknown[]): boolean {
  return list.length > 1 && list.every(Array.isArray);
}

function fits(line: string, taken: number): boolean {
  return !line.includes('\n') && taken + line.length <= WIDTH;
}
