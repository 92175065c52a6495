import { createHash } from 'node:crypto';
import { markdownCode, markdownText, type Change } from '@apipin/openapi-diff';
import { compareCodeUnits } from '@apipin/openapi-model';
import type { DeclarationChange } from '../declarations/declaration-diff.ts';
import { count, describeChanges } from './describe-changes.ts';
import type { PackageVerdict } from './generated-package.ts';
import { overrideVerdicts, type BumpOverride } from './override.ts';
import { remedyFor } from './remedy.ts';

/** What a changeset tells of. */
export interface ChangesetInput {
  /** The name of the API, such as `custom-channels`. */
  readonly api: string;
  /** The version of the API whose spec changed, such as `v3`. */
  readonly version: string;
  readonly verdicts: readonly PackageVerdict[];
  /** What changed between the specs. */
  readonly changes: readonly Change[];
  /** What the client declares differently. */
  readonly declarations: readonly DeclarationChange[];
  readonly override?: BumpOverride | undefined;
}

/**
 * Writes a changeset: which packages to release, and for their users what changed and what to do.
 *
 * Nothing in the text of a spec becomes front matter, markup or HTML.
 *
 * @throws {UnexplainedLoweringError} where a verdict would be lowered without a reason.
 * @see https://github.com/changesets/changesets/blob/main/docs/detailed-explanation.md
 */
export function renderChangeset(input: ChangesetInput): string {
  const { override } = input;
  const verdicts = override ? overrideVerdicts(input.verdicts, override) : input.verdicts;
  const sections = [
    summarise(input),
    `**What changed.**\n\n${describeChanges(input.changes)}`,
    `**What to do.**${adviseOn(input)}`,
    ...accept(input.verdicts, override),
  ];
  return `---\n${emitReleases(verdicts)}---\n\n${sections.join('\n\n')}\n`;
}

/**
 * The name of a changeset's file: the same for the same change, and another for another.
 *
 * @param meaning - The digest of what the newer spec means.
 * @param text - What the changeset says: two changes may lead to the same meaning, one of them of words alone, and
 * neither is to take the place of the other.
 */
export function changesetFileName(
  { api, version }: Pick<ChangesetInput, 'api' | 'version'>,
  meaning: string,
  text: string,
): string {
  const digest = createHash('sha256').update(`${meaning}\n${text}`).digest('hex');
  const words = `sync-${api}-${version}-${digest.slice(0, 8)}`;
  return `${words.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.md`;
}

function emitReleases(verdicts: readonly PackageVerdict[]): string {
  return verdicts
    .filter(({ bump }) => bump !== 'none')
    .toSorted((a, b) => compareCodeUnits(a.package, b.package))
    .map(({ package: name, bump }) => `${JSON.stringify(name)}: ${bump}\n`)
    .join('');
}

function summarise({ api, version, changes }: ChangesetInput): string {
  const breaking = changes.filter(isBreaking).length;
  const counts = [
    ...(breaking > 0 ? [count(breaking, 'breaking change')] : []),
    ...(changes.length > breaking
      ? [count(changes.length - breaking, breaking > 0 ? 'other' : 'compatible change')]
      : []),
  ];
  return `The spec of ${markdownText(`${api} ${version}`)} changed: ${counts.join(' and ') || 'other names'}.`;
}

function isBreaking({ wire, source }: Change): boolean {
  return wire === 'breaking' || source === 'breaking';
}

/** A longer list is not read. */
const MOST_LINES = 20;

function adviseOn({ changes, declarations }: ChangesetInput): string {
  const remedies = [
    ...changes.filter(isBreaking).map(remedyFor),
    ...unexplained(declarations, changes).map(({ name, kind, message }) => {
      const advice = kind === 'changed' ? 'go by what the compiler says' : 'change what uses it';
      return `${markdownCode(name)} ${markdownText(message)}: ${advice}.`;
    }),
  ];
  const lines = [...new Set(remedies)];
  if (lines.length === 0) return ' Nothing: code that compiled still does.';
  const rest = lines.length - MOST_LINES;
  return [
    '',
    '',
    ...lines.slice(0, MOST_LINES).map((line) => `- ${line}`),
    ...(rest > 0 ? [`- and ${rest} more: \`apipin diff\` lists them`] : []),
  ].join('\n');
}

/** What breaks code and follows from no change of the spec that is told already, such as the name of a type. */
function unexplained(
  declarations: readonly DeclarationChange[],
  changes: readonly Change[],
): readonly DeclarationChange[] {
  const told = new Set(changes.flatMap(({ subject }) => [subject, `${subject}()`]));
  const isTold = changes.some(({ source }) => source === 'breaking');
  return declarations.filter(
    ({ bump, kind, name }) =>
      bump === 'major' && !told.has(name) && (kind !== 'changed' || !isTold),
  );
}

function accept(
  verdicts: readonly PackageVerdict[],
  override: BumpOverride | undefined,
): readonly string[] {
  if (override?.reason === undefined) return [];
  const { bump, reason } = override;
  const lowered = verdicts.some((verdict) => overrideVerdicts([verdict], override)[0] !== verdict);
  return lowered ? [`**Accepted as ${bump}.** ${markdownText(reason)}`] : [];
}
