import { childPointer } from '@apipin/openapi-model';
import { stringLiteral } from '../source-text.ts';
import type { ChangeSite } from './change-site.ts';
import type { CompatNames } from './compat-names.ts';
import type { MappingNode, PropertyMapping } from './mapping-node.ts';

/** The way in which an emitted function maps. */
export type Direction = 'upgrade' | 'downgrade';

/** What emitting an expression takes besides what it maps. */
export interface EmitContext {
  readonly direction: Direction;
  readonly names: CompatNames;
}

/** An expression for the function that maps what `node` does. */
export function emitFunctionOf(node: MappingNode, context: EmitContext): string {
  switch (node.kind) {
    case 'rule':
      return emitRule(node.site, context);
    case 'link':
      return 'mapLink';
    case 'call':
      return context.names.functionName(node.mapping, context.direction);
    case 'items':
      return `(items, inner) => mapItems('', items, ${emitFunctionOf(node.items, context)}, inner)`;
  }
}

/** An expression for `value`, itself an expression, as `node` maps it. */
export function emitMapped(node: MappingNode, value: string, context: EmitContext): string {
  return node.kind === 'items'
    ? `mapItems('', ${value}, ${emitFunctionOf(node.items, context)}, context)`
    : `${emitFunctionOf(node, context)}(${value}, context)`;
}

/** An expression for a property of `value`, as it is mapped. */
export function emitMappedProperty(
  { name, node, presence }: PropertyMapping,
  context: EmitContext,
): string {
  const pointer = stringLiteral(childPointer('', name));
  const inside = (part: string): string => {
    if (node === undefined) return part;
    return node.kind === 'items'
      ? `mapItems(${pointer}, ${part}, ${emitFunctionOf(node.items, context)}, context)`
      : `mapPresent(${pointer}, ${part}, ${emitFunctionOf(node, context)}, context)`;
  };
  const whether = (part: string): string =>
    presence === undefined
      ? part
      : `mapPart(${pointer}, ${part}, ${emitRule(presence, context)}, context)`;
  const part = emitAccess(name);
  // A rule about presence is about the value as the current version has it.
  return context.direction === 'upgrade' ? whether(inside(part)) : inside(whether(part));
}

/** An expression for the property of `value` that is called `name`. */
export function emitAccess(name: string): string {
  const key = stringLiteral(name);
  if (name in Object.prototype) return `ownProperty(value, ${key})`;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `value.${name}` : `value[${key}]`;
}

function emitRule(site: ChangeSite, { direction, names }: EmitContext): string {
  return `changes[${stringLiteral(names.changeId(site))}].${direction}`;
}
