import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { generateClient, type GeneratedFile } from '@apipin/codegen';
import { diffModels } from '@apipin/openapi-diff';
import { loadDocument, type ApiModel, type JsonObject } from '@apipin/openapi-model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDeclarations, judgePackages, type DeclarationDiff } from '../../src/index.ts';
import { specOf } from '../spec-of.ts';
import { compileConsumer, type Compiled } from './compile-consumer.ts';
import { consumerLines } from './consumer.ts';
import { applyEdit, EDITS } from './edits.ts';
import { HARBOUR } from './harbour.ts';

const isLong = process.env['TEST_LONG'] !== undefined;
const SEED = Number(process.env['TEST_SEED'] ?? 20261122);
const KINDS = Object.keys(EDITS);
/** How many documents are looked at, and how many edits of each. */
const RUNS = isLong
  ? { harbour: [60, 10], own: [6, 8] }
  : { harbour: [1, KINDS.length], own: [1, 1] };
/** In ms. */
const TIMEOUT = isLong ? 3_600_000 : 120_000;
/** A document, and what may become of it. */
interface History {
  readonly old: JsonObject;
  readonly steps: readonly Step[];
}

interface Step {
  /** The kinds of edits that it is made of. */
  readonly edits: readonly string[];
  readonly current: JsonObject;
}

interface Outcome extends Compiled {
  readonly edits: readonly string[];
  readonly declarations: DeclarationDiff;
  readonly bump: string;
}

const edit = fc.tuple(fc.nat(), fc.nat());

/** Documents that have been edited a few times already, each with one or two edits more in several ways. */
function sampleHistories(root: JsonObject, [documents, each]: readonly number[]): History[] {
  const histories = fc.record({
    before: fc.array(edit, { maxLength: 3 }),
    after: fc.array(fc.tuple(edit, fc.option(edit, { freq: 3 })), {
      minLength: each!,
      maxLength: each!,
    }),
  });
  return fc
    .sample(histories, { seed: SEED, numRuns: documents! })
    .map(({ before, after }, index) => {
      const old = before.reduce((document, past) => edited(document, past).document, root);
      const steps = after.map(([[, place], second], at): Step => {
        // Each kind has its turn, whatever the seed.
        const first = edited(old, [index * each! + at, place]);
        const last = second === null ? undefined : edited(first.document, second);
        return {
          edits: [first.kind, ...(last ? [last.kind] : [])],
          current: last?.document ?? first.document,
        };
      });
      return { old, steps };
    });
}

function edited(
  document: JsonObject,
  [kind, seed]: readonly [number, number],
): { readonly document: JsonObject; readonly kind: string } {
  const name = KINDS[kind % KINDS.length]!;
  let state = seed;
  const pick = (count: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % count;
  };
  const changed = applyEdit(document, name, pick);
  return changed !== undefined && isValid(changed)
    ? { document: changed, kind: name }
    : { document, kind: `${name}, in vain` };
}

function isValid(document: JsonObject): boolean {
  try {
    return specOf(document).model.operations.length > 0;
  } catch {
    return false;
  }
}

async function runAll(histories: readonly History[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const history of histories) outcomes.push(...(await run(history)));
  return outcomes;
}

async function run({ old, steps }: History): Promise<Outcome[]> {
  const { model } = specOf(old);
  const files = await generateClient(specOf(old));
  const currents: GeneratedFile[][] = [];
  for (const { current } of steps) currents.push(await generateClient(specOf(current)));
  const compiled = await compileConsumer({ lines: consumerLines(model), old: files, currents });
  return Promise.all(
    steps.map(async ({ edits, current }, index) => {
      const declarations = await compareDeclarations(files, currents[index]!);
      const bump = judge(model, specOf(current).model, declarations);
      return { ...compiled[index]!, edits, declarations, bump };
    }),
  );
}

function judge(old: ApiModel, current: ApiModel, declarations: DeclarationDiff): string {
  const { changes } = diffModels(old, current);
  const [verdict] = judgePackages(changes, [{ kind: 'client', package: 'client', declarations }]);
  return verdict!.bump;
}

const report = ({ edits, broken, declarations }: Outcome) => ({
  edits,
  broken: broken.slice(0, 2),
  declarations: declarations.changes.slice(0, 3),
});

function expectMajorWhereBroken(outcomes: readonly Outcome[]): void {
  const breaking = outcomes.filter(({ broken }) => broken.length > 0);
  expect(breaking.filter(({ bump }) => bump !== 'major').map(report)).toEqual([]);
  // What is declared tells enough by itself.
  const missed = breaking.filter(({ declarations }) => declarations.bump !== 'major');
  expect(missed.map(report)).toEqual([]);
}

test(
  'code that compiled and does not any more is a major change, and little else is',
  async () => {
    const outcomes = await runAll(sampleHistories(HARBOUR, RUNS.harbour));

    expectMajorWhereBroken(outcomes);
    expect(Math.min(...outcomes.map(({ lines }) => lines))).toBeGreaterThan(100);
    const overcautious = outcomes.filter(
      ({ broken, bump }) => broken.length === 0 && bump === 'major',
    );
    // What the consumer does not do, and others may: telling apart answers of which one is gone, for example.
    expect(overcautious.length, inspect(overcautious.map(report))).toBeLessThan(
      outcomes.length / 10,
    );
  },
  TIMEOUT,
);

// A program with a client of this size takes a compiler long.
test.runIf(isLong).each(['v3', '2026-03'])(
  'the same goes for edits of %s',
  async (version) => {
    const path = new URL(`../../../../specs/${version}/custom-channels.yaml`, import.meta.url);
    const { document } = await loadDocument(fileURLToPath(path));

    expectMajorWhereBroken(await runAll(sampleHistories(document!.root, RUNS.own)));
  },
  TIMEOUT,
);
