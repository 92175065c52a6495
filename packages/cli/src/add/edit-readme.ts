import type { Addition } from './addition.ts';

/** A row of the table of packages. */
export interface PackageRow {
  /** Names of packages, without their scope. */
  readonly packages: readonly string[];
  readonly purpose: string;
  readonly dependsOn: string;
}

/** The rows for what is added: one for each kind of package, as for the other APIs. */
export function packageRows({ api, added, pair }: Addition): PackageRow[] {
  const rows = [
    {
      packages: added.map(({ id }) => `${api}-${id}`),
      purpose: 'the client of one version, generated',
      dependsOn: '`client-runtime`',
    },
    {
      packages: added.map(({ id }) => `${api}-${id}-zod`),
      purpose: 'validators for the same version, generated',
      dependsOn: 'zod, as a peer',
    },
  ];
  if (pair === undefined) return rows;
  const compat = {
    packages: [`${api}-compat`],
    purpose: 'runs code for the one version on the other',
    dependsOn: '`compat-runtime`; types of both clients',
  };
  return [...rows, compat];
}

/** One line of Markdown for a row, as it is where no other row makes the table wider. */
export function formatRow({ packages, purpose, dependsOn }: PackageRow): string {
  return `| ${[packages.map(linkTo).join(', '), purpose, dependsOn].join(' | ')} |`;
}

const HEADER = /^\| package +\| what it is for +\| depends on +\|$/;

/**
 * Adds rows to the first table of packages in a README, aligned as Prettier aligns them; `undefined` where there is no
 * such table.
 */
export function editReadme(text: string, rows: readonly PackageRow[]): string | undefined {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => HEADER.test(line));
  if (start === -1) return undefined;
  const length = lines.slice(start).findIndex((line) => !line.startsWith('|'));
  const end = length === -1 ? lines.length : start + length;
  const table = [...lines.slice(start, end), ...rows.map(formatRow)].map(cellsOf);
  return [...lines.slice(0, start), ...alignTable(table), ...lines.slice(end)].join('\n');
}

function linkTo(name: string): string {
  return `[\`@apipin/${name}\`](packages/${name})`;
}

function cellsOf(line: string): string[] {
  return line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function alignTable(rows: readonly (readonly string[])[]): string[] {
  const isRule = (cell: string): boolean => /^-+$/.test(cell);
  const columns = Math.max(...rows.map((cells) => cells.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(
      3,
      ...rows.map((cells) => (isRule(cells[column] ?? '') ? 0 : (cells[column] ?? '').length)),
    ),
  );
  return rows.map((cells) => {
    const padded = widths.map((width, column) => {
      const cell = cells[column] ?? '';
      return isRule(cell) ? '-'.repeat(width) : cell.padEnd(width);
    });
    return `| ${padded.join(' | ')} |`;
  });
}
