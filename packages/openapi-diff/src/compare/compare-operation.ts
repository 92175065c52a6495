import type { Operation } from '@apipin/openapi-model';
import { withoutParameterNames, withoutVersion } from '../match/path-template.ts';
import type { OperationPair } from '../match/operations.ts';
import { compareRequestBodies } from './compare-bodies.ts';
import { compareStabilities, compareSunsets, isAnnounced } from './compare-lifecycle.ts';
import { compareParameters } from './compare-parameters.ts';
import { compareResponses } from './compare-responses.ts';
import { compareSecurity } from './compare-security.ts';
import { addFinding, type OperationContext } from './operation-context.ts';

/** @see https://spec.openapis.org/oas/v3.1.1.html#operation-object */
export function compareOperation(pair: OperationPair, context: OperationContext): void {
  compareIdentity(pair, context);
  compareStages(pair, context);
  compareWords(pair, context);
  compareSecurity(pair, context);
  compareParameters(pair, context);
  compareRequestBodies(pair, context);
  compareResponses(pair, context);
}

/** Adds that an operation is gone. */
export function removeOperation(old: Operation, context: OperationContext): void {
  const rule = isAnnounced(old, context.comparer.today)
    ? 'operation-announced-removed'
    : 'operation-removed';
  addFinding(context, rule, '', { old, before: methodAndPath(old) });
}

/** Adds that an operation is new. */
export function addOperation(current: Operation, context: OperationContext): void {
  addFinding(context, 'operation-added', '', { new: current, after: methodAndPath(current) });
}

export function methodAndPath({ method, path }: Operation): string {
  return `${method.toUpperCase()} ${path}`;
}

function compareIdentity(pair: OperationPair, context: OperationContext): void {
  const { old, new: current } = pair;
  if (old.operationId !== current.operationId) {
    const values = { before: old.operationId, after: current.operationId };
    addFinding(context, 'operation-id-changed', '', { ...pair, ...values });
  }
  if (old.method !== current.method) {
    const values = { before: old.method.toUpperCase(), after: current.method.toUpperCase() };
    addFinding(context, 'operation-method-changed', '', { ...pair, ...values });
  }
  const [before, after] = [withoutParameterNames(old.path), withoutParameterNames(current.path)];
  if (before === after) return;
  const isVersion = withoutVersion(before) === withoutVersion(after);
  const rule = isVersion ? 'operation-version-changed' : 'operation-path-changed';
  addFinding(context, rule, '', { ...pair, before: old.path, after: current.path });
}

function compareStages(pair: OperationPair, context: OperationContext): void {
  const { old, new: current } = pair;
  if (old.deprecated !== current.deprecated) {
    const rule = current.deprecated ? 'operation-deprecated-set' : 'operation-deprecated-unset';
    addFinding(context, rule, '', { ...pair, before: old.deprecated, after: current.deprecated });
  }
  const changes = [
    ...compareSunsets(old, current, context.comparer.today),
    ...compareStabilities(old, current),
  ];
  for (const { kind, action, ...values } of changes) {
    addFinding(context, `operation-${kind}-${action}`, '', { ...pair, ...values });
  }
}

function compareWords(pair: OperationPair, context: OperationContext): void {
  const { old, new: current } = pair;
  if (old.summary !== current.summary || old.description !== current.description) {
    const values = { before: wordsOf(old), after: wordsOf(current) };
    addFinding(context, 'operation-text-changed', '', { ...pair, ...values });
  }
  if (old.tags.join('\n') !== current.tags.join('\n')) {
    const values = { before: [...old.tags], after: [...current.tags] };
    addFinding(context, 'operation-tags-changed', '', { ...pair, ...values });
  }
}

/** What readers are told of an operation. */
export function wordsOf({ summary, description }: Operation): string {
  return [summary, description].filter((text) => text !== undefined).join('\n\n');
}
