import type { Schema, UnevaluatedSchema } from '@apipin/openapi-model';
import { stringLiteral, usesVariable } from '../source-text.ts';
import { unevaluatedClaims, type Claim, type Condition } from '../unevaluated-claims.ts';
import { emitPart, emitPredicate } from './emit-predicate.ts';
import type { PredicateContext } from './predicate-context.ts';

/** Emits the statements that test a value against `schema`, and what it leaves unevaluated against the rest. */
export function emitUnevaluatedBody(
  { schema, properties, items }: UnevaluatedSchema,
  context: PredicateContext,
): string {
  const claims = unevaluatedClaims(schema, context.schemas);
  const ofProperties = properties === undefined ? [] : claims.filter(coversProperties);
  const ofItems = items === undefined ? [] : claims.filter(coversItems);
  const held = claims.filter((claim) => ofProperties.includes(claim) || ofItems.includes(claim));
  const holds = new Map(held.map((claim, index) => [claim, `holds${index}`]));
  const statements = [
    `if (!(${emitPart(schema, 'value', context)})) return false;`,
    ...[...holds].map(([claim, name]) => `const ${name} = ${emitConditions(claim, context)};`),
    properties === undefined ? '' : emitProperties(properties, ofProperties, holds, context),
    items === undefined ? '' : emitItems(items, ofItems, holds, context),
    'return true;',
  ];
  return statements.filter((statement) => statement !== '').join('\n');
}

function coversProperties({ names, patterns, everyProperty }: Claim): boolean {
  return everyProperty || names.length + patterns.length > 0;
}

function coversItems({ prefix, everyItem, contains }: Claim): boolean {
  return everyItem || prefix > 0 || contains !== undefined;
}

function emitConditions({ conditions }: Claim, context: PredicateContext): string {
  return conditions.map((condition) => emitCondition(condition, context)).join(' && ') || 'true';
}

function emitCondition(condition: Condition, context: PredicateContext): string {
  switch (condition.kind) {
    case 'matches':
      return emitPart(condition.schema, 'value', context);
    case 'differs':
      return `!(${emitPart(condition.schema, 'value', context)})`;
    case 'has':
      return `${context.helper('isObject')}(value) && Object.hasOwn(value, ${stringLiteral(condition.name)})`;
  }
}

type Holds = ReadonlyMap<Claim, string>;

function emitProperties(
  rest: Schema,
  claims: readonly Claim[],
  holds: Holds,
  context: PredicateContext,
): string {
  const covered = claims.map((claim) => {
    const parts = [
      ...claim.names.map((name) => `key === ${stringLiteral(name)}`),
      ...claim.patterns.map((pattern) => `${context.pattern(pattern)}.test(key)`),
    ];
    return emitCovered(holds.get(claim), claim.everyProperty ? [] : parts);
  });
  const test = [...covered, emitPredicate(rest, 'value[key]', context)].join(' || ');
  const isObject = `${context.helper('isObject')}(value)`;
  if (!usesVariable(test, 'key')) {
    return `if (${isObject} && Object.keys(value).length > 0 && !(${test})) return false;`;
  }
  return `if (${isObject}) {
for (const key of Object.keys(value)) {
if (!(${test})) return false;
}
}`;
}

function emitItems(
  rest: Schema,
  claims: readonly Claim[],
  holds: Holds,
  context: PredicateContext,
): string {
  const covered = claims.map((claim) => {
    const parts = [
      claim.prefix === 0 ? '' : `index < ${claim.prefix}`,
      claim.contains === undefined ? '' : emitPredicate(claim.contains, 'item', context),
    ];
    return emitCovered(
      holds.get(claim),
      claim.everyItem ? [] : parts.filter((part) => part !== ''),
    );
  });
  const test = [...covered, emitPredicate(rest, 'item', context)].join(' || ');
  return `if (Array.isArray(value)) {
for (let index = 0; index < value.length; index += 1) {
${usesVariable(test, 'item') ? 'const item = value[index];' : ''}
if (!(${test})) return false;
}
}`;
}

/** A claim that holds covers what is in `parts`; everything where there are none. */
function emitCovered(holds: string | undefined, parts: readonly string[]): string {
  return parts.length === 0 ? `${holds}` : `(${holds} && (${parts.join(' || ')}))`;
}
