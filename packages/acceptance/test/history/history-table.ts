import type { Step } from './replay.ts';

const COLUMNS = [
  'documents',
  'bytes',
  'meaning',
  'names only',
  'wrote',
  'major',
  'minor',
  'patch',
  'waited',
  'taken back',
  'returned',
  'names held',
  'failed',
  'seconds',
] as const;

/** A line of the table: what the syncs of one history came to. */
export function emitRow(title: string, steps: readonly Step[]): string {
  const count = (is: (step: Step) => boolean): number => steps.filter(is).length;
  const took = (bump: Step['bump']): number =>
    count((step) => step.outcome === 'taken' && step.bump === bump);
  const cells: Record<(typeof COLUMNS)[number], number> = {
    documents: steps.length + 1,
    bytes: count(({ bytesChanged }) => bytesChanged),
    meaning: count(({ meaningChanged }) => meaningChanged),
    'names only': count(({ namesChanged }) => namesChanged),
    wrote: count(({ outcome }) => outcome === 'taken'),
    major: took('major'),
    minor: took('minor'),
    patch: took('patch'),
    waited: count(({ outcome }) => outcome === 'waiting'),
    'taken back': count(({ notes }) => notes.some((note) => note.includes('took back'))),
    returned: count(({ isReturn }) => isReturn),
    'names held': Math.max(0, ...steps.map(({ held }) => held)),
    failed: count(({ outcome }) => outcome === 'failed'),
    seconds: Math.round(steps.reduce((sum, { duration }) => sum + duration, 0)),
  };
  return `| ${[title, ...COLUMNS.map((column) => cells[column])].join(' | ')} |`;
}

/** The heading of the table. */
export function emitHeading(): string {
  return `| history | ${COLUMNS.join(' | ')} |\n| --- |${' ---: |'.repeat(COLUMNS.length)}`;
}
