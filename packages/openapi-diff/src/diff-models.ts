import { compareCodeUnits, type ApiModel, type Operation } from '@apipin/openapi-model';
import type { Change, ComparedDocument, Diff, Level } from './change.ts';
import { compareComponents } from './compare/compare-components.ts';
import { compareDocuments } from './compare/compare-documents.ts';
import { addOperation, compareOperation, removeOperation } from './compare/compare-operation.ts';
import { compareWebhook } from './compare/compare-webhook.ts';
import { compareSecuritySchemes } from './compare/compare-security.ts';
import { createSchemaComparer } from './compare/create-schema-comparer.ts';
import type { OperationContext } from './compare/operation-context.ts';
import { describeChange } from './describe-change.ts';
import { isStable } from './compare/compare-lifecycle.ts';
import { comparisonsIn, type Comparison } from './finding.ts';
import { gather, type Gathering, type Origin } from './gather.ts';
import { bumpOf, judge, type Judgement } from './judge.ts';
import { matchOperations } from './match/operations.ts';
import { RULES } from './rules/rules.ts';

/** How documents are compared. */
export interface DiffOptions extends Judgement {
  /** The day to hold sunsets to; without it, what was deprecated may go. */
  readonly today?: Date | undefined;
}

/**
 * Compares two versions of an API by what they mean.
 *
 * Operations are recognised by operationId, or else by method and path; schemas by where they are used. Nothing is
 * said of order, of extensions that nobody knows, or of names that only the document itself uses.
 */
export function diffModels(old: ApiModel, current: ApiModel, options: DiffOptions = {}): Diff {
  const changes = sortChanges(changesOf(compareModels(old, current, options), options));
  return {
    old: documentOf(old),
    new: documentOf(current),
    bump: bumpOf(changes),
    changes,
  };
}

function documentOf({ at, title, version }: ApiModel): ComparedDocument {
  return { file: at.file, title, version };
}

function compareModels(old: ApiModel, current: ApiModel, { today }: DiffOptions): Gathering {
  const gathering: Gathering = new Map();
  const renamed = new Map<string, string>();
  const comparer = createSchemaComparer(old, current, today);
  const compareNamed = (
    name: string,
    compare: (context: OperationContext) => void,
    origin?: Origin,
  ): void => {
    const comparison: Comparison = { findings: [], children: [] };
    compare({ name, comparer, comparison });
    gather(gathering, comparison, origin);
    for (const { names } of comparisonsIn(comparison)) if (names) renamed.set(...names);
  };
  const compareOne = (
    operation: Operation,
    promised: Operation,
    compare: (context: OperationContext) => void,
  ): void =>
    compareNamed(operation.operationId, compare, { operation, isStable: isStable(promised) });
  const { pairs, removed, added } = matchOperations(old.operations, current.operations);
  for (const pair of pairs) {
    compareOne(pair.new, pair.old, (context) => compareOperation(pair, context));
  }
  for (const each of removed) compareOne(each, each, (context) => removeOperation(each, context));
  for (const each of added) compareOne(each, each, (context) => addOperation(each, context));
  for (const pair of matchOperations(old.webhooks, current.webhooks).pairs) {
    compareNamed(`webhook ${pair.new.path}`, (context) => compareWebhook(pair, context));
  }
  gather(gathering, compareSecuritySchemes(old, current));
  gather(gathering, compareComponents(old, current, renamed));
  gather(gathering, compareDocuments(old, current));
  return gathering;
}

function changesOf(gathering: Gathering, judgement: Judgement): Change[] {
  return [...gathering].map(([id, { finding, operations, isIdle }]) => {
    const rule = RULES.get(finding.rule);
    if (rule === undefined) throw new Error(`there is no rule "${finding.rule}"; define it`);
    const { subject, old, new: current, before, after } = finding;
    return {
      id,
      rule: rule.id,
      area: rule.area,
      ...judge(isIdle, rule, judgement),
      direction: rule.direction,
      operations: [...operations.values()].sort((a, b) =>
        compareCodeUnits(a.operationId, b.operationId),
      ),
      subject,
      old,
      new: current,
      before,
      after,
      message: describeChange(finding, rule),
    };
  });
}

const LEVELS: readonly Level[] = ['breaking', 'non-breaking', 'docs'];

function sortChanges(changes: Change[]): Change[] {
  return changes.sort(
    (a, b) =>
      LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
      compareCodeUnits(a.subject, b.subject) ||
      compareCodeUnits(a.rule, b.rule),
  );
}
