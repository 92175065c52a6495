import type { Size } from './bundle.ts';
import { ratioOf, spreadOf, type Measured } from './measure.ts';
import { formatTable } from './table.ts';
import { AJV, type Validator } from './validators.ts';

/** What the name of a run ends in that had no code generation from strings. */
export const STRICT = ', strict';

/** Which bodies a validator accepts, by title. */
export interface Verdicts {
  readonly name: string;
  readonly verdicts: Readonly<Record<string, boolean>>;
}

/** What the validators of the two schemas weigh. */
export interface Sized {
  readonly name: string;
  readonly large: Size | undefined;
  readonly small: Size | undefined;
}

/** A table of what each validator accepts. */
export function formatVerdicts(rows: readonly Verdicts[]): string {
  const titles = Object.keys(rows[0]?.verdicts ?? {});
  return formatTable(
    ['Accepts', ...titles],
    rows.map(({ name, verdicts }) => [
      name,
      ...titles.map((title) => (verdicts[title] === true ? 'yes' : 'no')),
    ]),
  );
}

/** A table of validations per second, each set against ajv, the fastest zod of the peers, and itself when not strict. */
export function formatRates(
  rates: readonly Measured<number>[],
  validators: readonly Validator[],
): string {
  const ratesOf = (name: string): readonly number[] =>
    rates.find((measured) => measured.name === name)?.results ?? [];
  const [peer] = validators
    .filter(({ isPeer }) => isPeer)
    .sort((a, b) => spreadOf(ratesOf(b.name)).median - spreadOf(ratesOf(a.name)).median);
  const rows = validators.map(({ name }) => {
    const loose = ratesOf(name);
    const strict = ratesOf(`${name}${STRICT}`);
    const { median, min, max } = spreadOf(loose);
    return [
      name,
      formatRate(median),
      `${formatRate(min)} – ${formatRate(max)}`,
      formatRatio(loose, ratesOf(AJV)),
      formatRatio(loose, ratesOf(peer?.name ?? '')),
      formatRate(spreadOf(strict).median),
      formatRatio(strict, loose),
      formatRatio(strict, ratesOf(`${AJV}${STRICT}`)),
      formatRatio(strict, ratesOf(`${peer?.name}${STRICT}`)),
    ];
  });
  const ratios = ['÷ ajv', '÷ peer'];
  const header = ['Validator', 'Per second', 'Min – max', ...ratios];
  const table = formatTable([...header, 'Strict', '÷ not strict', ...ratios], rows);
  return `${table}\n\nThe peer is ${peer?.name}, the fastest zod of another generator.`;
}

/** A table of bundles. */
export function formatSizes(rows: readonly Sized[]): string {
  return formatTable(
    ['Bundle', 'Large', 'gzip', 'Small', 'gzip'],
    rows.map(({ name, large, small }) => [name, ...sizeCells(large), ...sizeCells(small)]),
  );
}

function sizeCells(size: Size | undefined): string[] {
  return size === undefined ? ['–', '–'] : [formatSize(size.minified), formatSize(size.gzipped)];
}

function formatSize(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function formatRate(perSecond: number): string {
  return `${(perSecond / 1000).toFixed(perSecond < 100_000 ? 1 : 0)} k`;
}

function formatRatio(figures: readonly number[], base: readonly number[]): string {
  return ratioOf(figures, base).toFixed(2);
}
