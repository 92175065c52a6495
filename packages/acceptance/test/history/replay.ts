import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { apipinHere } from '../apipin.ts';
import type { JsonObject } from '../json.ts';
import type { Finished } from '../run-node.ts';
import { readFolder } from '../scratch-folder.ts';
import { compileConsumer, type ClientSource, type ConsumerVerdict } from './consumer.ts';
import { findBreaks } from './find-breaks.ts';
import { structureOf, type Structure } from './structure.ts';

/** A document as it was published at some time. */
export interface PublishedDocument {
  readonly name: string;
  /** JSON or YAML. */
  readonly text: string;
}

/** How a history is replayed. */
export interface ReplayOptions {
  /** Where the repository is made; empty. */
  readonly folder: string;
  /** For `--settle`. */
  readonly settle?: string;
  /**
   * Every how many syncs that release less than a major a consumer is compiled.
   *
   * @defaultValue 1
   */
  readonly compileEvery?: number;
  /**
   * Every how many syncs `apipin generate --check` has to find nothing.
   *
   * @defaultValue 1
   */
  readonly checkEvery?: number;
}

/** The bump of a client; `none` where nothing was taken. */
export type Bump = 'major' | 'minor' | 'patch' | 'none';

/** One document that was synced, and what came of it. */
export interface Step {
  readonly name: string;
  readonly outcome: 'unchanged' | 'waiting' | 'taken' | 'failed';
  readonly bump: Bump;
  readonly notes: readonly string[];
  /** Names that upstream changed and that were changed back. */
  readonly held: number;
  readonly bytesChanged: boolean;
  /** Whether it says something else than the pinned document, by our own judge. */
  readonly meaningChanged: boolean;
  /** Whether it says the same under other names, by our own judge. */
  readonly namesChanged: boolean;
  readonly breaks: readonly string[];
  readonly consumer: ConsumerVerdict | undefined;
  /** Whether it was pinned before. */
  readonly isReturn: boolean;
  /** Seconds. */
  readonly duration: number;
  /** What was said, where it failed. */
  readonly complaint: string;
  /** Promises that were not kept. */
  readonly problems: readonly string[];
}

type Tree = Readonly<Record<string, string>>;

const SPEC = 'specs/v1/api.yaml';
const LOCK = 'specs/v1/api.lock.yaml';
const CLIENT = 'packages/api-v1/src/';

/** What is pinned. */
interface Pinned {
  readonly tree: Tree;
  readonly document: JsonObject;
  readonly structure: Structure;
}

/** Takes the first document with `apipin generate` and each of the others with `apipin sync`, and judges every step. */
export async function* replay(
  [first, ...documents]: readonly PublishedDocument[],
  options: ReplayOptions,
): AsyncGenerator<Step, void, undefined> {
  if (first === undefined) return;
  const { folder, compileEvery = 1, checkEvery = 1 } = options;
  const root = join(folder, 'repository');
  let pinned = await createRepository(root, first);
  let last = first.text;
  let safe = 0;
  const seen = new Set([pinned.structure.unnamed]);
  for (const [index, document] of documents.entries()) {
    const sync = await syncDocument(root, document, options);
    const tree = (await readFolder(root)) ?? {};
    const current = tree[SPEC] === pinned.tree[SPEC] ? { ...pinned, tree } : readPinned(tree);
    const judged = { before: pinned, after: current, upstream: readStructure(document.text), seen };
    const step = judge(document.name, sync, judged);
    const problems = [...step.problems];
    if (index % checkEvery === 0) problems.push(...(await checkTree(root, tree)));
    let consumer: ConsumerVerdict | undefined;
    if (step.bump === 'minor' || step.bump === 'patch') {
      if (safe % compileEvery === 0) consumer = await consume(pinned, current, folder);
      safe += 1;
    }
    if (consumer !== undefined && consumer.broken.length > 0) {
      problems.push(`released as ${step.bump}, and breaks ${consumer.broken.join('\n')}`);
    }
    yield { ...step, problems, consumer, bytesChanged: document.text !== last };
    last = document.text;
    pinned = current;
    if (step.outcome === 'taken') seen.add(current.structure.unnamed);
  }
}

async function createRepository(root: string, { name, text }: PublishedDocument): Promise<Pinned> {
  const files = {
    'package.json': '{ "type": "module" }',
    '.changeset/config.json': '{}',
    'specs/versions.yaml': 'apis: { api: { versions: [{ id: v1, spec: v1/api.yaml }] } }\n',
    [SPEC]: text,
  };
  for (const [path, contents] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), contents);
  }
  const { code, stderr } = await apipinHere(root, ['generate']);
  if (code !== 0) throw new Error(`${name} cannot be generated from:\n${stderr}`);
  return readPinned((await readFolder(root)) ?? {});
}

function readPinned(tree: Tree): Pinned {
  const document = readDocument(tree[SPEC] ?? '');
  return { tree, document, structure: structureOf(document) };
}

function readDocument(text: string): JsonObject {
  const plain = text.replace(/^\uFEFF/, '');
  return (plain.trimStart().startsWith('{') ? JSON.parse(plain) : parse(plain)) as JsonObject;
}

/** `undefined` where nobody can read it. */
function readStructure(text: string): Structure | undefined {
  try {
    return structureOf(readDocument(text));
  } catch {
    return undefined;
  }
}

interface FinishedSync extends Finished {
  /** Seconds. */
  readonly duration: number;
  readonly report: SyncReport | undefined;
}

/** What `apipin sync --json` says, as far as it is judged. */
interface SyncReport {
  readonly outcome: 'unchanged' | 'waiting' | 'taken';
  readonly notes: readonly string[];
  readonly renamed: readonly unknown[];
  readonly packages: readonly { readonly package: string; readonly bump: Bump }[];
}

async function syncDocument(
  root: string,
  { text }: PublishedDocument,
  { folder, settle }: ReplayOptions,
): Promise<FinishedSync> {
  const source = join(folder, 'upstream.yaml');
  await writeFile(source, text);
  const args = ['sync', 'v1', '--from', source, '--json'];
  const started = performance.now();
  const finished = await apipinHere(
    root,
    settle === undefined ? args : [...args, '--settle', settle],
  );
  const duration = (performance.now() - started) / 1000;
  await rm(source);
  if (finished.code !== 0) return { ...finished, duration, report: undefined };
  const [report] = JSON.parse(finished.stdout) as SyncReport[];
  return { ...finished, duration, report };
}

interface Judged {
  readonly before: Pinned;
  readonly after: Pinned;
  readonly upstream: Structure | undefined;
  /** Every state that was pinned before, whatever its names. */
  readonly seen: ReadonlySet<string>;
}

type JudgedStep = Omit<Step, 'consumer' | 'bytesChanged'>;

function judge(name: string, sync: FinishedSync, judged: Judged): JudgedStep {
  const { before, after, upstream, seen } = judged;
  const { report } = sync;
  const outcome: Step['outcome'] = report?.outcome ?? 'failed';
  const meaningChanged = upstream?.unnamed !== before.structure.unnamed;
  const step = {
    name,
    outcome,
    bump: report?.packages.find((each) => each.package === '@apipin/api-v1')?.bump ?? 'none',
    notes: report?.notes ?? [],
    held: report?.renamed.length ?? 0,
    meaningChanged,
    namesChanged: !meaningChanged && upstream?.named !== before.structure.named,
    breaks: outcome === 'taken' ? findBreaks(before.document, after.document) : [],
    isReturn: outcome === 'taken' && seen.has(after.structure.unnamed),
    duration: sync.duration,
    complaint: report === undefined ? sync.stderr : '',
  };
  return { ...step, problems: [...findProblems(step, judged)] };
}

function* findProblems(step: Omit<JudgedStep, 'problems'>, judged: Judged): Generator<string> {
  const { before, after, upstream } = judged;
  const written = changedPaths(before.tree, after.tree);
  if (step.outcome === 'failed' && written.length > 0) yield `failed, and wrote ${written.join()}`;
  if (!step.meaningChanged && written.some((path) => !path.startsWith('specs/pending/'))) {
    yield `wrote ${written.length} files though nothing of meaning changed`;
  }
  if (step.outcome === 'unchanged' && step.meaningChanged) yield 'did not notice a change';
  if (step.outcome !== 'taken') return;
  if (after.structure.unnamed !== upstream?.unnamed)
    yield 'pinned something else than upstream has';
  // What was never released breaks nobody.
  const isCancelled = step.notes.some((note) => note.startsWith('nothing of it was released'));
  if (step.breaks.length > 0 && step.bump !== 'major' && !isCancelled) {
    yield `released as ${step.bump}: ${step.breaks.join('; ')}`;
  }
  if (step.isReturn !== step.notes.some((note) => note.startsWith('returns to'))) {
    yield step.isReturn ? 'did not recognise an earlier state' : 'recognised what was never there';
  }
  yield* lostNames(before.structure, after.structure);
}

/** Files that came, went or changed. */
function changedPaths(before: Tree, after: Tree): string[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...paths].filter((path) => before[path] !== after[path]);
}

/** Parts that say what they said where they said it, and are called something else. */
function* lostNames(before: Structure, after: Structure): Generator<string> {
  const current = new Map([...after.components].map(([colour, pointer]) => [pointer, colour]));
  for (const [colour, pointer] of before.components) {
    const now = after.components.get(colour);
    if (now === undefined || now === pointer) continue;
    const places = [...(after.places.get(now) ?? [])];
    if (!places.some((place) => before.places.get(pointer)?.has(place))) continue;
    // What is new may be what users of the name go on to mean.
    const heir = current.get(pointer);
    if (heir === undefined || before.components.has(heir)) yield `${pointer} is called ${now}`;
  }
  for (const [operation, id] of before.operations) {
    const now = after.operations.get(operation);
    if (now !== undefined && now !== id) yield `operation ${id} is called ${now}`;
  }
}

/** Compiles what uses everything that was pinned against what is pinned now. */
function consume(before: Pinned, after: Pinned, folder: string): Promise<ConsumerVerdict> {
  const [older, newer] = [clientIn(before.tree), clientIn(after.tree)];
  return compileConsumer(before.document, older, newer, join(folder, 'consumers'));
}

async function checkTree(root: string, tree: Tree): Promise<string[]> {
  const problems: string[] = [];
  const { code, stdout } = await apipinHere(root, ['generate', '--check']);
  if (code !== 0) problems.push(`generate --check: ${stdout}`);
  const lock = tree[LOCK];
  if (lock !== undefined) {
    const { meaning, bytes, names } = parse(lock) as JsonObject;
    const isWhole = /^[0-9a-f]{64}$/.test(String(meaning)) && String(bytes).startsWith('sha256-');
    if (!isWhole || names === undefined) problems.push('the lock is damaged');
  }
  if (Object.keys(tree).some((path) => path.startsWith('.apipin'))) problems.push('left a trace');
  return problems;
}

function clientIn(tree: Tree): ClientSource {
  const files = Object.entries(tree).filter(([path]) => path.startsWith(CLIENT));
  return new Map(files.map(([path, text]) => [path.slice(CLIENT.length), text]));
}
