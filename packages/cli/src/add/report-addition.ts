import { createColors } from 'picocolors';
import type { Diagnostic } from '@apipin/openapi-model';
import { usesColour } from '../report.ts';
import type { Terminal } from '../terminal.ts';
import type { Addition } from './addition.ts';
import { packageFolders } from './emit-addition.ts';
import { nextSteps, rulesFile } from './next-steps.ts';
import type { PreparedAddition } from './prepare-addition.ts';

/** An addition that was written, or would be. */
export interface AdditionReport {
  readonly addition: Addition;
  readonly prepared: PreparedAddition;
  readonly isDry: boolean;
}

/** Prints for people what was made, and what to do next, in order. */
export function reportAdditionAsText(report: AdditionReport, { stdout, env }: Terminal): void {
  const { bold } = createColors(usesColour(stdout, env));
  const { addition, prepared, isDry } = report;
  const { api, added } = addition;
  const ids = added.map(({ id }) => id).join(' and ');
  const steps = nextSteps(addition, prepared.work).map((step, index) => `${index + 1}. ${step}`);
  const sections = [
    `${bold(`${isDry ? 'Would add' : 'Added'} ${api} ${ids}`)}\n${listFiles(addition, prepared)}`,
    rowsToPlace(prepared),
    whyNoPair(addition),
    `${bold('Next')}\n${steps.join('\n')}`,
  ];
  stdout.write(`${sections.filter((section) => section !== undefined).join('\n\n')}\n`);
}

/** Prints for machines, as one JSON object, what was made; or why nothing was. */
export function reportAdditionAsJson(
  report: AdditionReport | undefined,
  diagnostics: readonly Diagnostic[],
  { stdout }: Terminal,
): void {
  const located = diagnostics.map(({ at, ...diagnostic }) => ({ ...diagnostic, ...at }));
  const made = report && describe(report);
  const object = { ok: report !== undefined, ...made, diagnostics: located };
  stdout.write(`${JSON.stringify(object, null, 2)}\n`);
}

function describe({ addition, prepared, isDry }: AdditionReport): object {
  const { api, added, pair } = addition;
  const { files, work, rows } = prepared;
  return {
    written: !isDry,
    api,
    versions: added.map(({ id }) => id),
    files: files.map(({ path }) => path).toSorted(),
    readmeRows: rows,
    compat: pair && { old: pair.old.id, current: pair.current.id, rules: rulesFile(api), ...work },
  };
}

/** A line for each new package, and one for each other file. */
function listFiles(addition: Addition, { files }: PreparedAddition): string {
  const packages = packageFolders(addition).map((folder) => `packages/${folder}/`);
  const lines = Map.groupBy(
    files.map(({ path }) => path),
    (path) => packages.find((folder) => path.startsWith(folder)) ?? path,
  );
  return [...lines]
    .map(([path, paths]) =>
      path.endsWith('/') ? `  ${path} (${paths.length} files)` : `  ${path}`,
    )
    .join('\n');
}

function rowsToPlace({ rows }: PreparedAddition): string | undefined {
  if (rows.length === 0) return undefined;
  return `README.md has no table of packages; find a place for these rows:\n${rows.join('\n')}`;
}

/** Why there is no compatibility package, where one might have been expected. */
function whyNoPair({ api, siblings, newest, pair }: Addition): string | undefined {
  if (pair !== undefined || siblings.length === 0) return undefined;
  const mapped = siblings.flatMap(({ id, successor }) =>
    successor === undefined ? [] : [`${id} to ${successor}`],
  );
  const present = mapped.length === 0 ? '' : `, and that of ${api} maps ${mapped.join(', ')}`;
  return `Nothing maps to ${newest.id}: an API has one compatibility package${present}.
To move it on, give "successor" in specs/versions.yaml to the version to map from, name both versions in package.json,
turbo.json and tsconfig.build.json of packages/${api}-compat, and generate.`;
}
