import type { ApiModel, Parameter } from '@apipin/openapi-model';
import { facetsOf } from '../match/facets.ts';
import { parameterNames } from '../match/path-template.ts';
import type { OperationPair } from '../match/operations.ts';
import { compareSunsets, isAnnounced } from './compare-lifecycle.ts';
import { addFinding, addSchemas, type OperationContext } from './operation-context.ts';
import type { Writing } from './schema-site.ts';

/** @see https://spec.openapis.org/oas/v3.1.1.html#parameter-object */
export function compareParameters(pair: OperationPair, context: OperationContext): void {
  const newNames = newNamesOfPathParameters(pair);
  const news = new Map(pair.new.parameters.map((parameter) => [keyOf(parameter), parameter]));
  for (const old of pair.old.parameters) {
    const key = keyOf(old, newNames.get(old.name));
    const current = news.get(key);
    news.delete(key);
    if (current === undefined) removeParameter(old, context);
    else compareParameter(old, current, context);
  }
  for (const current of news.values()) addParameter(current, context);
}

/** Parameters of a path stand for each other by their place in it. */
function newNamesOfPathParameters({ old, new: current }: OperationPair): Map<string, string> {
  const before = parameterNames(old.path);
  const after = parameterNames(current.path);
  if (before.length !== after.length) return new Map();
  return new Map(before.map((name, index) => [name, after[index] as string]));
}

/** Names of headers have no case. */
function keyOf(parameter: Parameter, newName = parameter.name): string {
  const { in: location } = parameter;
  if (location === 'path') return `path ${newName}`;
  return `${location} ${location === 'header' ? parameter.name.toLowerCase() : parameter.name}`;
}

function partOf({ in: location, name }: Parameter): string {
  return `${location} ${name}`;
}

function addParameter(current: Parameter, context: OperationContext): void {
  const action = current.required ? 'added-required' : 'added-optional';
  addFinding(context, `request-parameter-${action}`, partOf(current), { new: current });
}

function removeParameter(old: Parameter, context: OperationContext): void {
  const action = old.required ? 'removed-required' : 'removed-optional';
  const rule = isAnnounced(old, context.comparer.today) ? 'announced-removed' : action;
  addFinding(context, `request-parameter-${rule}`, partOf(old), { old });
}

function compareParameter(old: Parameter, current: Parameter, context: OperationContext): void {
  const part = partOf(old);
  const both = { old, new: current };
  const report = (rule: string, before: string | boolean, after: string | boolean): void =>
    addFinding(context, `request-parameter-${rule}`, part, { ...both, before, after });

  if (old.name !== current.name && old.in === 'path') report('renamed', old.name, current.name);
  if (old.required !== current.required) {
    report(
      current.required ? 'became-required' : 'became-optional',
      old.required,
      current.required,
    );
  }
  compareSerializations(old, current, context);
  if (old.deprecated !== current.deprecated) {
    report(
      current.deprecated ? 'deprecation-set' : 'deprecation-unset',
      old.deprecated,
      current.deprecated,
    );
  }
  for (const { action, ...values } of compareSunsets(old, current, context.comparer.today)) {
    addFinding(context, `request-parameter-lifetime-${action}`, part, { ...both, ...values });
  }
  if (old.allowReserved !== current.allowReserved) {
    const rule = current.allowReserved ? 'allow-reserved-set' : 'allow-reserved-unset';
    report(rule, old.allowReserved, current.allowReserved);
  }
  if (old.description !== current.description) {
    report('text-changed', old.description ?? '', current.description ?? '');
  }
  addSchemas(context, old.schema, current.schema, {
    place: 'request-parameter',
    subject: part,
    writing: writingOf(current),
  });
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#style-values */
function compareSerializations(
  old: Parameter,
  current: Parameter,
  context: OperationContext,
): void {
  // Whether lists and objects explode means nothing to other values.
  const mayExplode =
    isComposite(old, context.comparer.old) && isComposite(current, context.comparer.new);
  const before = serializationOf(old, mayExplode);
  const after = serializationOf(current, mayExplode);
  if (before === after) return;
  const change = { old, new: current, before, after };
  addFinding(context, 'request-parameter-serialization-changed', partOf(old), change);
}

function isComposite({ schema }: Parameter, model: ApiModel): boolean {
  const { types } = facetsOf(schema, model);
  return types === undefined || types.has('array') || types.has('object');
}

function serializationOf({ mediaType, style, explode }: Parameter, mayExplode: boolean): string {
  return mediaType ?? (mayExplode && explode ? `${style}, exploded` : style);
}

function writingOf({ mediaType, style, explode }: Parameter): Writing {
  if (mediaType !== undefined) return 'json';
  return style === 'form' && explode ? 'repeated text' : 'text';
}
