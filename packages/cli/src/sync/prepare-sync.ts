import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { diffModels, type Diff } from '@apipin/openapi-diff';
import {
  digestContract,
  digestMeaning,
  type ApiModel,
  type Operation,
} from '@apipin/openapi-model';
import {
  cancelledChangesets,
  rememberMeaning,
  renderLock,
  renderPending,
  settleChanges,
  type BumpOverride,
  type EarlierMeaning,
  type FileChange,
  type LeftMeaning,
  type Lock,
  type Pending,
  type TakenDocument,
} from '@apipin/spec-sync';
import { UsageError } from '../command.ts';
import type { PinnedVersion } from './read-pinned.ts';
import { regenerate, type Regenerated } from './regenerate.ts';
import type { SyncPlan } from './sync-plan.ts';

/** A document of upstream that can be taken, and where it came from. */
export interface Candidate {
  readonly document: TakenDocument;
  readonly origin: Pick<Lock, 'source' | 'etag' | 'modified' | 'bytes' | 'corrections'>;
}

/** What the user asks of a sync. */
export interface SyncOptions {
  /** Whether words alone are worth taking. */
  readonly docs: boolean;
  /** For how long, in ms, a change has to stand that breaks the wire. */
  readonly settle: number;
  /** What a person decides over the verdicts. */
  readonly override: BumpOverride | undefined;
  readonly now: Date;
}

/**
 * Decides what becomes of a document of upstream. Reads the repository, and writes nothing.
 */
export async function prepareSync(
  pinned: PinnedVersion,
  candidate: Candidate,
  options: SyncOptions,
): Promise<SyncPlan> {
  const { root, model } = candidate.document;
  const meaning = digestContract(root);
  refuseAnotherApi(pinned, model);
  const diff = diffModels(pinned.spec.model, model, { today: options.now });
  const isSame = meaning === digestContract(pinned.spec.root);
  if (isSame) {
    const isOther =
      digestMeaning(root) !== digestMeaning(pinned.spec.root) ||
      candidate.origin.source !== pinned.lock?.source;
    if (options.docs && isOther) return take(pinned, candidate, diff, options);
    return keep(pinned, 'no semantic change');
  }

  const breaking = diff.changes.flatMap(({ id, wire }) => (wire === 'breaking' ? [id] : [])).sort();
  if (breaking.length > 0) {
    const settling = settleChanges(breaking, pinned.pending, options.now, options.settle);
    if (settling.kind === 'waiting') {
      const { since, until } = settling;
      const pending: Pending = { meaning, breaking, since: since.toISOString() };
      return wait(pinned, candidate, diff, pending, until);
    }
  }
  return take(pinned, candidate, diff, options);
}

function refuseAnotherApi({ spec, paths }: PinnedVersion, { operations }: ApiModel): void {
  const known = new Set(spec.model.operations.flatMap((each) => keysOf(each)));
  if (known.size === 0 || operations.some((each) => keysOf(each).some((key) => known.has(key)))) {
    return;
  }
  throw new UsageError(
    `the document has no operation in common with ${paths.spec}; is it another API's?`,
  );
}

function keysOf({ operationId, method, path }: Operation): string[] {
  return [operationId, `${method} ${path}`];
}

/** Nothing is taken; what waited was taken back. */
export function keep(pinned: PinnedVersion, reason: string): SyncPlan {
  const { pending } = pinned;
  if (pending === undefined) return { outcome: 'unchanged', notes: [reason], files: [] };
  const reverted = `upstream took back the change that waited since ${pending.since}`;
  return { outcome: 'unchanged', notes: [reason, reverted], files: removePending(pinned) };
}

function wait(
  { paths, pending: before }: PinnedVersion,
  { document }: Candidate,
  diff: Diff,
  pending: Pending,
  until: Date,
): SyncPlan {
  const note = `breaks the wire, and waits in ${paths.pendingSpec} until ${until.toISOString()}`;
  const files: FileChange[] = isDeepStrictEqual(before, pending)
    ? []
    : [
        { path: paths.pendingSpec, contents: document.text },
        { path: paths.pendingLock, contents: renderPending(pending) },
      ];
  return { outcome: 'waiting', notes: [note], diff, files };
}

async function take(
  pinned: PinnedVersion,
  candidate: Candidate,
  diff: Diff,
  options: SyncOptions,
): Promise<SyncPlan> {
  const { document, origin } = candidate;
  const generated = await regenerate(pinned, document, diff, options.override);
  const meaning = digestContract(document.root);
  // What the comparison does not look at may have moved without a trace in any package.
  if (!options.docs && isWithoutEffect(diff, generated)) {
    return keep(pinned, 'no semantic change: what differs reaches no package');
  }

  const cancelled = cancelledBy(pinned, meaning);
  const changeset = cancelled === undefined ? generated.changeset : undefined;
  const lock: Lock = {
    ...origin,
    meaning,
    document: digestMeaning(document.root),
    earlier: earlierMeanings(pinned, meaning, changeset?.name),
    names: document.names,
  };
  return {
    outcome: 'taken',
    notes: notesOn(pinned, meaning, cancelled),
    diff,
    renamed: document.renamed,
    packages: cancelled === undefined ? generated.packages : [],
    changeset: changeset && changesetPath(changeset.name),
    rules: generated.rules,
    files: [
      { path: pinned.paths.spec, contents: document.text },
      { path: pinned.paths.lock, contents: renderLock(lock) },
      ...generated.files,
      ...(changeset ? [{ path: changesetPath(changeset.name), contents: changeset.text }] : []),
      ...(cancelled ?? []).map((name) => ({ path: changesetPath(name), contents: undefined })),
      ...removePending(pinned),
    ],
  };
}

/** Before the first sync there is no lock, but there was a state. */
function earlierMeanings(
  { lock, spec }: PinnedVersion,
  meaning: string,
  changeset: string | undefined,
): EarlierMeaning[] {
  const left: LeftMeaning = lock ?? {
    meaning: digestContract(spec.root),
    modified: undefined,
    earlier: [],
  };
  if (left.meaning === meaning) return [...left.earlier];
  return rememberMeaning(left, meaning, changeset);
}

function isWithoutEffect({ changes }: Diff, { packages }: Regenerated): boolean {
  return (
    changes.every(({ level }) => level === 'docs') &&
    // Words that moved as well are a patch.
    packages.every(({ bump }) => bump === 'none' || bump === 'patch')
  );
}

function cancelledBy(
  { root, lock }: PinnedVersion,
  meaning: string,
): readonly string[] | undefined {
  const isPending = (name: string): boolean => existsSync(join(root, changesetPath(name)));
  return lock && cancelledChangesets(lock, meaning, isPending);
}

function notesOn(
  { lock, pending }: PinnedVersion,
  meaning: string,
  cancelled: readonly string[] | undefined,
): string[] {
  const earlier = lock?.earlier.find((each) => each.meaning === meaning);
  const since = earlier?.modified === undefined ? '' : `, of ${earlier.modified}`;
  return [
    ...(pending !== undefined ? [`what waited has stood since ${pending.since}`] : []),
    ...(earlier ? [`returns to a state that was pinned before${since}`] : []),
    ...(cancelled ? [`nothing of it was released: removed ${cancelled.join(', ')}`] : []),
  ];
}

function removePending({ paths, pending }: PinnedVersion): FileChange[] {
  if (pending === undefined) return [];
  return [paths.pendingSpec, paths.pendingLock].map((path) => ({ path, contents: undefined }));
}

function changesetPath(name: string): string {
  return `.changeset/${name}`;
}
