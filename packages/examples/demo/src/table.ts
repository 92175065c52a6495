import type { Exchange } from './exchange.ts';

/** Columns of the table, each with the exchanges of one run. */
export interface Column {
  readonly title: string;
  readonly exchanges: readonly Exchange[];
}

/** The exchanges of several runs side by side, step by step: what was asked, what was answered. */
export function renderTable(columns: readonly Column[], width: number): string {
  const steps = Math.max(...columns.map(({ exchanges }) => exchanges.length));
  const rows = Array.from({ length: steps }, (_, step) =>
    columns.map(({ exchanges }) => cellLines(exchanges[step], width)),
  );
  const rule = columns.map(() => '─'.repeat(width)).join('─┼─');
  const lines = [
    line(
      columns.map(({ title }) => title),
      width,
    ),
    rule,
  ];
  for (const cells of rows) {
    const height = Math.max(...cells.map((cell) => cell.length));
    for (let index = 0; index < height; index += 1) {
      lines.push(
        line(
          cells.map((cell) => cell[index] ?? ''),
          width,
        ),
      );
    }
    lines.push(rule);
  }
  return lines.join('\n');
}

function line(cells: readonly string[], width: number): string {
  return cells.map((cell) => cell.slice(0, width).padEnd(width)).join(' │ ');
}

function cellLines(exchange: Exchange | undefined, width: number): string[] {
  if (exchange === undefined) return ['(no request)'];
  const { method, path, requestBody, status, location, responseBody } = exchange;
  return [
    ...wrap(`${method} ${path}`, width),
    ...(requestBody === undefined ? [] : wrap(`→ ${summary(requestBody)}`, width)),
    ...wrap(`← ${status} ${summary(responseBody)}${location === null ? '' : ' +Location'}`, width),
  ];
}

/** The fields that tell the story; the rest of a message is long. */
function summary(body: unknown): string {
  if (typeof body !== 'object' || body === null) return '';
  const fields: readonly [string, unknown][] = [
    ['total', Reflect.get(body, 'total')],
    ['direction', Reflect.get(body, 'messageDirection') ?? Reflect.get(body, 'direction')],
    ['status', Reflect.get(body, 'statusType') ?? at(body, 'status', 'statusType')],
    [
      'reason',
      Reflect.get(body, 'errorMessage') ?? at(body, 'status', 'failureDetails', 'errorMessage'),
    ],
    ['text', Reflect.get(body, 'text')],
  ];
  return fields
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(' ');
}

function at(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (parent, name) =>
      typeof parent === 'object' && parent !== null ? Reflect.get(parent, name) : undefined,
    value,
  );
}

/** Breaks after a space or before a slash, where there is one. */
function wrap(text: string, width: number): string[] {
  if (text.length <= width) return [text];
  const space = text.lastIndexOf(' ', width - 1) + 1;
  const slash = text.lastIndexOf('/', width);
  const end = Math.max(space, slash) > 2 ? Math.max(space, slash) : width;
  return [text.slice(0, end), ...wrap(`  ${text.slice(end)}`, width)];
}
