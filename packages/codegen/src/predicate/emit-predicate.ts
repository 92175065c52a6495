import type {
  EnumSchema,
  JsonValue,
  NumberSchema,
  Schema,
  StringSchema,
  UnionSchema,
} from '@apipin/openapi-model';
import { areExclusive, tagOf, tagValues } from '../exclusive.ts';
import { stringLiteral } from '../source-text.ts';
import { emitArrayBody } from './emit-array-body.ts';
import { emitObjectBody } from './emit-object-body.ts';
import { emitUnevaluatedBody } from './emit-unevaluated-body.ts';
import type { PredicateContext } from './predicate-context.ts';

/**
 * Emits a boolean expression that is true of exactly the values that `schema` accepts.
 *
 * @param value - An expression that is cheap to repeat.
 * @see https://json-schema.org/draft/2020-12/json-schema-validation
 */
export function emitPredicate(schema: Schema, value: string, context: PredicateContext): string {
  const inner = (part: Schema): string => emitPart(part, value, context);
  switch (schema.kind) {
    case 'any':
      return 'true';
    case 'never':
      return 'false';
    case 'null':
      return `${value} === null`;
    case 'boolean':
      return `typeof ${value} === 'boolean'`;
    case 'number':
      return emitNumber(schema, value, context);
    case 'string':
      return emitString(schema, value, context);
    case 'enum':
      return emitEnum(schema, value, context);
    case 'reference':
      return `${context.predicateOf(schema.target)}(${value})`;
    case 'array':
    case 'object':
    case 'unevaluated':
      return `${context.hoist(schema.kind, emitBody(schema, context))}(${value})`;
    case 'union':
      return tagOf(schema, context.schemas) === undefined
        ? emitUnion(schema, value, context)
        : `${context.hoist(schema.kind, emitBody(schema, context))}(${value})`;
    case 'intersection':
      return `(${schema.members.map(inner).join(' && ')})`;
    case 'not':
      return `!(${inner(schema.schema)})`;
    case 'conditional': {
      const { condition, consequent, alternative } = schema;
      const [then, otherwise] = [consequent, alternative].map((branch) =>
        branch ? inner(branch) : 'true',
      );
      return `(${inner(condition)} ? ${then} : ${otherwise})`;
    }
    case 'dependent': {
      const parts = [...schema.schemas].map(
        ([name, dependent]) =>
          `(!Object.hasOwn(${value}, ${stringLiteral(name)}) || ${inner(dependent)})`,
      );
      return `(!${context.helper('isObject')}(${value}) || (${parts.join(' && ')}))`;
    }
  }
}

/**
 * Emits a boolean expression like {@link emitPredicate}, to stand beside others about the same value: a function of its
 * own where the compiler would conclude from a test what type the value has, and then refuse the next test.
 */
export function emitPart(schema: Schema, value: string, context: PredicateContext): string {
  const test = emitPredicate(schema, value, context);
  return /\btypeof \b|=== null/.test(test)
    ? `${context.hoist('part', `return ${emitPredicate(schema, 'value', context)};`)}(${value})`
    : test;
}

/** Emits statements that return whether `value` is one that `schema` accepts. */
export function emitBody(schema: Schema, context: PredicateContext): string {
  switch (schema.kind) {
    case 'array':
      return emitArrayBody(schema, context);
    case 'object':
      return emitObjectBody(schema, context);
    case 'unevaluated':
      return emitUnevaluatedBody(schema, context);
    case 'union': {
      const tag = tagOf(schema, context.schemas);
      if (tag !== undefined) return emitTaggedBody(tag, schema, context);
    }
  }
  return `return ${emitPredicate(schema, 'value', context)};`;
}

function emitNumber(schema: NumberSchema, value: string, context: PredicateContext): string {
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf } = schema;
  const parts = [
    `${context.helper(numberPredicate(schema))}(${value})`,
    minimum === undefined ? '' : `${value} >= ${minimum}`,
    exclusiveMinimum === undefined ? '' : `${value} > ${exclusiveMinimum}`,
    maximum === undefined ? '' : `${value} <= ${maximum}`,
    exclusiveMaximum === undefined ? '' : `${value} < ${exclusiveMaximum}`,
    multipleOf === undefined ? '' : `${context.helper('isMultipleOf')}(${value}, ${multipleOf})`,
  ];
  return conjunction(parts);
}

function numberPredicate({ integer, format }: NumberSchema): string {
  if (!integer) return format === 'float' ? 'isFloat' : 'isNumber';
  if (format === 'int32') return 'isInt32';
  return format === 'int64' ? 'isInt64' : 'isInteger';
}

function emitString(schema: StringSchema, value: string, context: PredicateContext): string {
  const { minLength, maxLength, pattern, format } = schema;
  const check = format === undefined ? undefined : context.formatPredicate(format);
  return conjunction([
    `typeof ${value} === 'string'`,
    minLength === undefined ? '' : `${context.helper('hasLength')}(${value}, ${minLength})`,
    maxLength === undefined ? '' : `!${context.helper('hasLength')}(${value}, ${maxLength + 1})`,
    pattern === undefined ? '' : `${context.pattern(pattern)}.test(${value})`,
    check === undefined ? '' : `${check}(${value})`,
  ]);
}

/** Up to this many comparisons are quicker than looking a value up. */
const FEW = 8;

function emitEnum(schema: EnumSchema, value: string, context: PredicateContext): string {
  const { values, isOpen, at } = schema;
  if (!values.every(isPrimitive)) {
    const list = context.constant(
      `JSON.parse(${stringLiteral(JSON.stringify(values))}) as unknown[]`,
    );
    return `${list}.some((allowed) => ${context.helper('sameJson')}(allowed, ${value}))`;
  }
  const literals = values.map((item) =>
    typeof item === 'string' ? stringLiteral(item) : String(item),
  );
  if (isOpen) {
    const known = context.constant(`[${literals.join(', ')}]`);
    return `${context.helper('isOpenValue')}(${value}, ${known}, ${stringLiteral(at.pointer)})`;
  }
  if (literals.length > FEW)
    return `${context.constant(`new Set<unknown>([${literals.join(', ')}])`)}.has(${value})`;
  return disjunction(literals.map((literal) => `${value} === ${literal}`));
}

function isPrimitive(value: JsonValue): value is null | boolean | number | string {
  return typeof value !== 'object' || value === null;
}

function emitUnion(schema: UnionSchema, value: string, context: PredicateContext): string {
  const members = schema.members.map((member) => emitPredicate(member, value, context));
  if (schema.mode !== 'oneOf' || areExclusive(schema.members, context.schemas)) {
    return disjunction(members);
  }
  return `${members.map((member) => `Number(${member})`).join(' + ')} === 1`;
}

/** One look at the tag leaves one member to try. */
function emitTaggedBody(tag: string, { members }: UnionSchema, context: PredicateContext): string {
  const cases = members.map((member) => {
    const values = tagValues(tag, member, context.schemas);
    const labels = values.map((value) => `case ${stringLiteral(value)}:`);
    return `${labels.join('\n')}\nreturn ${emitPredicate(member, 'value', context)};`;
  });
  return `if (!${context.helper('isObject')}(value)) return false;
switch (value[${stringLiteral(tag)}]) {
${cases.join('\n')}
default:
return false;
}`;
}

function conjunction(parts: readonly string[]): string {
  const said = parts.filter((part) => part !== '');
  return said.length === 1 ? (said[0] as string) : `(${said.join(' && ')})`;
}

function disjunction(parts: readonly string[]): string {
  return parts.length === 1 ? (parts[0] as string) : `(${parts.join(' || ')})`;
}
