import type { Schema, UnevaluatedSchema } from '@apipin/openapi-model';
import { regexLiteral, stringLiteral } from '../source-text.ts';
import { unevaluatedClaims, type Claim, type Condition } from '../unevaluated-claims.ts';
import { emitPredicate } from './emit-predicate.ts';
import type { PredicateContext } from './predicate-context.ts';

/** Emits the statements that test a value against `schema`, and what it leaves unevaluated against the rest. */
export function emitUnevaluatedBody(
  { schema, properties, items }: UnevaluatedSchema,
  context: PredicateContext,
): string {
  const claims = unevaluatedClaims(schema, context.schemas);
  const conditions = claims.map(
    ({ conditions: all }, index) =>
      `const holds${index} = ${all.map((condition) => emitCondition(condition, context)).join(' && ') || 'true'};`,
  );
  return `if (!(${emitPredicate(schema, 'value', context)})) return false;
${conditions.join('\n')}
${properties === undefined ? '' : emitProperties(properties, claims, context)}
${items === undefined ? '' : emitItems(items, claims, context)}
return true;`;
}

function emitCondition(condition: Condition, context: PredicateContext): string {
  switch (condition.kind) {
    case 'matches':
      return emitPredicate(condition.schema, 'value', context);
    case 'differs':
      return `!(${emitPredicate(condition.schema, 'value', context)})`;
    case 'has':
      return `${context.helper('isObject')}(value) && Object.hasOwn(value, ${stringLiteral(condition.name)})`;
  }
}

function emitProperties(rest: Schema, claims: readonly Claim[], context: PredicateContext): string {
  const covered = claims.flatMap(({ names, patterns, everyProperty }, index) => {
    const parts = [
      ...names.map((name) => `key === ${stringLiteral(name)}`),
      ...patterns.map((pattern) => `${context.constant(regexLiteral(pattern))}.test(key)`),
    ];
    if (everyProperty) return [`holds${index}`];
    return parts.length === 0 ? [] : [`(holds${index} && (${parts.join(' || ')}))`];
  });
  return `if (${context.helper('isObject')}(value)) {
for (const key of Object.keys(value)) {
if (!(${[...covered, emitPredicate(rest, 'value[key]', context)].join(' || ')})) return false;
}
}`;
}

function emitItems(rest: Schema, claims: readonly Claim[], context: PredicateContext): string {
  const covered = claims.flatMap(({ prefix, everyItem, contains }, index) => {
    const parts = [
      prefix === 0 ? '' : `index < ${prefix}`,
      contains === undefined ? '' : emitPredicate(contains, 'item', context),
    ].filter((part) => part !== '');
    if (everyItem) return [`holds${index}`];
    return parts.length === 0 ? [] : [`(holds${index} && (${parts.join(' || ')}))`];
  });
  return `if (Array.isArray(value)) {
for (const [index, item] of value.entries()) {
if (!(${[...covered, emitPredicate(rest, 'item', context)].join(' || ')})) return false;
}
}`;
}
