import type { Schema, UnevaluatedSchema } from '@apipin/openapi-model';
import { stringLiteral } from '../source-text.ts';
import { unevaluatedClaims, type Claim, type Condition } from '../unevaluated-claims.ts';
import { refined, type Expression } from './expression.ts';
import type { ZodContext } from './zod-context.ts';

type EmitSchema = (schema: Schema, context: ZodContext) => Expression;

/** Emits what must hold for the parts of a value that no other keyword has looked at. */
export function emitUnevaluated(
  { schema, properties, items }: UnevaluatedSchema,
  context: ZodContext,
  emit: EmitSchema,
): Expression {
  const claims = unevaluatedClaims(schema, context.schemas).map((claim) =>
    emitClaim(claim, context, emit),
  );
  const check = (name: string, rest: Schema | undefined): string =>
    rest === undefined
      ? ''
      : `.check(${context.check(name)}(${emit(rest, context).code}, [${claims.join(', ')}]))`;
  return refined(
    emit(schema, context),
    check('unevaluatedProperties', properties),
    check('unevaluatedItems', items),
  );
}

function emitClaim(claim: Claim, context: ZodContext, emit: EmitSchema): string {
  const { conditions, names, patterns, everyProperty, prefix, everyItem, contains } = claim;
  const members = [
    list(
      'when',
      conditions.map((condition) => emitCondition(condition, context, emit)),
    ),
    list('names', names.map(stringLiteral)),
    list('patterns', patterns.map(context.pattern)),
    everyProperty ? 'everyProperty: true' : '',
    prefix > 0 ? `prefix: ${prefix}` : '',
    everyItem ? 'everyItem: true' : '',
    contains === undefined ? '' : `contains: ${emit(contains, context).code}`,
  ];
  return `{ ${members.filter((member) => member !== '').join(', ')} }`;
}

function list(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `${name}: [${items.join(', ')}]`;
}

/** A condition as the schema of the values that meet it. */
function emitCondition(condition: Condition, context: ZodContext, emit: EmitSchema): string {
  switch (condition.kind) {
    case 'matches':
      return emit(condition.schema, context).code;
    case 'differs':
      return `z.unknown().check(${context.check('not')}(${emit(condition.schema, context).code}))`;
    case 'has':
      return `z.looseObject({}).check(${context.check('requiredProperties')}(${stringLiteral(condition.name)}))`;
  }
}
