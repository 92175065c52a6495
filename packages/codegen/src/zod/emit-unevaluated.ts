import type { Schema, UnevaluatedSchema } from '@apipin/openapi-model';
import { regexLiteral, stringLiteral } from '../source-text.ts';
import { refined, type Expression } from './expression.ts';
import type { ZodContext } from './zod-context.ts';

type EmitSchema = (schema: Schema, context: ZodContext) => Expression;

/**
 * Emits what must hold for the parts of a value that no other keyword has looked at. Which those are depends on the
 * value, through the branches it matches; so each part of the schema becomes a claim, with the branches it stands in.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-11
 */
export function emitUnevaluated(
  { schema, properties, items }: UnevaluatedSchema,
  context: ZodContext,
  emit: EmitSchema,
): Expression {
  const claims = claimsOf(schema, [], new Set(), context, emit);
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

/**
 * @param when - The branches on the way here, as expressions that the value must match.
 * @param seen - References on the way here: a schema that applies itself to the same value adds nothing.
 */
function claimsOf(
  schema: Schema,
  when: readonly string[],
  seen: ReadonlySet<string>,
  context: ZodContext,
  emit: EmitSchema,
): string[] {
  const within = (member: Schema, ...branches: readonly string[]): string[] =>
    claimsOf(member, [...when, ...branches], seen, context, emit);
  const expression = (member: Schema): string => emit(member, context).code;

  switch (schema.kind) {
    case 'object':
      return [
        claim(when, {
          names: list(schema.properties.map(({ name }) => stringLiteral(name))),
          patterns: list(schema.patternProperties.map(({ pattern }) => regexLiteral(pattern))),
          everyProperty: schema.additionalProperties && 'true',
        }),
      ];
    case 'array':
      return [
        claim(when, {
          prefix: schema.prefixItems.length === 0 ? undefined : String(schema.prefixItems.length),
          everyItem: schema.items && 'true',
          contains: schema.contains && expression(schema.contains.schema),
        }),
      ];
    case 'reference': {
      const target = context.schemas.get(schema.target);
      if (target === undefined || seen.has(schema.target)) return [];
      return claimsOf(target, when, new Set([...seen, schema.target]), context, emit);
    }
    case 'intersection':
      return schema.members.flatMap((member) => within(member));
    case 'union':
      return schema.members.flatMap((member) => within(member, expression(member)));
    case 'conditional': {
      const condition = expression(schema.condition);
      const otherwise = `z.unknown().check(${context.check('not')}(${condition}))`;
      return [
        ...within(schema.condition, condition),
        ...(schema.consequent ? within(schema.consequent, condition) : []),
        ...(schema.alternative ? within(schema.alternative, otherwise) : []),
      ];
    }
    case 'dependent':
      return [...schema.schemas].flatMap(([name, member]) => {
        const present = `${context.check('requiredProperties')}(${stringLiteral(name)})`;
        return within(member, `z.looseObject({}).check(${present})`);
      });
    case 'unevaluated':
      return [
        ...within(schema.schema),
        claim(when, {
          everyProperty: schema.properties && 'true',
          everyItem: schema.items && 'true',
        }),
      ];
    default:
      return [];
  }
}

function claim(
  when: readonly string[],
  parts: Readonly<Record<string, string | undefined>>,
): string {
  const members = Object.entries({ when: list(when), ...parts }).flatMap(([name, code]) =>
    code === undefined ? [] : [`${name}: ${code}`],
  );
  return `{ ${members.join(', ')} }`;
}

function list(items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : `[${items.join(', ')}]`;
}
