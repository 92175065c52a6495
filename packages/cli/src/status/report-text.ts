import type { createColors } from 'picocolors';
import type { Consumer, ResolvedPin } from './consumer.ts';
import type { SeveralCopies, StatusReport, VersionReport } from './judge.ts';
import { nextSteps } from './next-steps.ts';
import { printable } from './printable.ts';
import type { LiteralPath } from './scan.ts';
import { emitTable, type Cell } from './table.ts';

type Colors = ReturnType<typeof createColors>;

/** How many literal paths and problems are listed; JSON has them all. */
const SHOWN = 25;

/** Days with support below which a date is worth a colour. */
const SOON = 180;

/** The report for people at a terminal. */
export function emitTextReport(report: StatusReport, colours: Colors): string {
  const { consumers, literalPaths, twoVersions, problems } = report;
  const isEmpty = consumers.length + literalPaths.length === 0;
  const sections = [
    isEmpty ? 'No consumer of a known API.\n' : emitConsumers(report, colours),
    emitSection('Two versions in one bundle', twoVersions.flatMap(describeCopies), colours),
    emitSection('Imported, and not in package.json', consumers.flatMap(describeUnpinned), colours),
    emitLiteralPaths(report, colours),
    emitSection(
      'Not read',
      problems.map(({ file, message }) => `${file}: ${message}`),
      colours,
    ),
    emitSection('Next', nextSteps(report), colours),
  ];
  return sections.filter((section) => section !== '').join('\n');
}

function emitSection(title: string, lines: readonly string[], { bold }: Colors): string {
  if (lines.length === 0) return '';
  const shown = lines.slice(0, SHOWN).map((line) => `  ${printable(line)}\n`);
  return `${bold(title)}\n${shown.join('')}${emitMore(lines)}`;
}

function emitMore({ length }: readonly unknown[]): string {
  return length > SHOWN ? `  … and ${length - SHOWN} more; --json lists them all\n` : '';
}

const CONSUMER_HEADINGS = [
  'consumer',
  'pin',
  'resolved',
  'imported in',
  'status',
  'supported until',
  'move to',
];

function emitConsumers({ consumers, versions }: StatusReport, colours: Colors): string {
  const rows = consumers.flatMap((consumer) => [
    ...consumer.pins.map((pin) => [
      ...[nameOf(consumer), describePin(pin), pin.resolved ?? '?', countFiles(pin)].map(toCell),
      ...lifecycleCells(findReport(versions, pin.identity), colours),
    ]),
    ...consumer.transitive.map(({ identity, resolved, path }) => [
      ...[nameOf(consumer), `through ${path.join(' › ')}`, resolved ?? '?', '-'].map(toCell),
      ...lifecycleCells(findReport(versions, identity), colours),
    ]),
  ]);
  return rows.length === 0 ? '' : emitTable(CONSUMER_HEADINGS, rows, colours.dim);
}

function toCell(text: string): Cell {
  return { text: printable(text) };
}

function nameOf({ name, folder }: Consumer): string {
  return name ?? folder;
}

/** The line of `package.json`, and what it stands for where it does not say so itself. */
function describePin({ name, package: of, specifier }: ResolvedPin): string {
  const line = `${name}: ${specifier}`;
  return line.includes(of) ? line : `${line} (${of})`;
}

function countFiles({ imports }: ResolvedPin): string {
  const { size } = new Set(imports.map(({ file }) => file));
  return size === 1 ? '1 file' : `${size} files`;
}

function findReport(
  versions: readonly VersionReport[],
  { api, version }: { readonly api: string; readonly version: string | undefined },
): VersionReport | undefined {
  return versions.find((each) => each.api === api && each.id === version);
}

function lifecycleCells(version: VersionReport | undefined, colours: Colors): Cell[] {
  if (version === undefined) return ['maps versions', '-', '-'].map(toCell);
  const { status, supportedUntil, daysLeft = 0, successorPackage } = version;
  const isSoon = supportedUntil !== undefined && daysLeft < SOON;
  const isEnd = status === 'unsupported';
  const paint = isEnd ? colours.red : isSoon ? colours.yellow : undefined;
  return [
    {
      text: status,
      paint: isEnd ? colours.red : status === 'unknown' ? colours.yellow : colours.green,
    },
    {
      text: supportedUntil === undefined ? '-' : `${supportedUntil} (${daysLeft} days)`,
      paint,
    },
    toCell(successorPackage ?? '-'),
  ];
}

function describeCopies({ consumer, api, copies }: SeveralCopies): string[] {
  return copies.map(({ package: of, resolved, path }) => {
    const way = path.length === 1 ? `as ${path[0]}` : `through ${path.join(' › ')}`;
    return `${consumer}: ${api}: ${of} ${resolved ?? ''} ${way}`.replace('  ', ' ');
  });
}

function describeUnpinned({ unpinnedImports }: Consumer): string[] {
  return unpinnedImports.map(
    ({ file, line, column, specifier }) => `${file}:${line}:${column} ${specifier}`,
  );
}

const PATH_HEADINGS = ['  literal path', 'version', 'status', 'supported until', 'client call'];

function emitLiteralPaths({ literalPaths, versions }: StatusReport, colours: Colors): string {
  if (literalPaths.length === 0) return '';
  const rows = literalPaths.slice(0, SHOWN).map((site) => {
    const [status, until] = lifecycleCells(findReport(versions, site), colours);
    return [
      toCell(`  ${site.file}:${site.line}:${site.column}`),
      toCell(`${site.api} ${site.version}`),
      ...[status, until].filter((cell) => cell !== undefined),
      toCell(describeCall(site)),
    ];
  });
  const heading = colours.bold(`Literal paths (${literalPaths.length})`);
  return `${heading}\n${emitTable(PATH_HEADINGS, rows, colours.dim)}${emitMore(literalPaths)}`;
}

/** What the client has in place of a request by hand. */
function describeCall({ method, path, operations }: LiteralPath): string {
  const request = method === undefined ? path : `${method} ${path}`;
  return operations.length === 0 ? request : `${operations.join(' or ')}, for ${request}`;
}
