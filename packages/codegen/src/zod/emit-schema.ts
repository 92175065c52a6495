import type {
  ArraySchema,
  ConditionalSchema,
  DependentSchema,
  EnumSchema,
  IntersectionSchema,
  JsonValue,
  NumberSchema,
  ReferenceSchema,
  Schema,
  StringSchema,
  UnionSchema,
} from '@apipin/openapi-model';
import { stringLiteral } from '../source-text.ts';
import { emitObject } from './emit-object.ts';
import { emitUnevaluated } from './emit-unevaluated.ts';
import { refined, type Expression } from './expression.ts';
import { areExclusive, tagOf } from '../exclusive.ts';
import { STRING_FORMATS } from '../string-formats.ts';
import type { ZodContext } from './zod-context.ts';

/**
 * Emits the zod expression that accepts exactly the values `schema` accepts.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-validation
 */
export function emitSchema(schema: Schema, context: ZodContext): Expression {
  switch (schema.kind) {
    case 'any':
      return UNKNOWN;
    case 'never':
      return { code: 'z.never()', type: 'z.ZodNever' };
    case 'null':
      return { code: 'z.null()', type: 'z.ZodNull' };
    case 'boolean':
      return { code: 'z.boolean()', type: 'z.ZodBoolean' };
    case 'number':
      return emitNumber(schema, context);
    case 'string':
      return emitString(schema, context);
    case 'array':
      return emitArray(schema, context);
    case 'object':
      return emitObject(schema, context, emitSchema);
    case 'enum':
      return emitEnum(schema, context);
    case 'reference':
      return emitReference(schema, context);
    case 'union':
      return emitUnion(schema, context);
    case 'intersection':
      return emitIntersection(schema, context);
    case 'not':
    case 'conditional':
    case 'dependent':
      return refined(UNKNOWN, emitCheck(schema, context));
    case 'unevaluated':
      return emitUnevaluated(schema, context, emitSchema);
  }
}

const UNKNOWN: Expression = { code: 'z.unknown()', type: 'z.ZodUnknown' };

function emitNumber(schema: NumberSchema, context: ZodContext): Expression {
  const check = numberCheck(schema);
  return refined(
    { code: 'z.number()', type: 'z.ZodNumber' },
    check === undefined ? '' : `.check(${context.check(check)}())`,
    call('min', schema.minimum),
    call('gt', schema.exclusiveMinimum),
    call('max', schema.maximum),
    call('lt', schema.exclusiveMaximum),
    schema.multipleOf === undefined
      ? ''
      : `.check(${context.check('multipleOf')}(${schema.multipleOf}))`,
  );
}

/** zod's own formats take no `bigint`. */
function numberCheck({ integer, format }: NumberSchema): string | undefined {
  if (integer) return format === 'int32' || format === 'int64' ? format : 'integer';
  return format === 'float' ? format : undefined;
}

function emitString(schema: StringSchema, context: ZodContext): Expression {
  return refined(
    emitFormat(schema.format, context),
    call('min', schema.minLength),
    call('max', schema.maxLength),
    schema.pattern === undefined ? '' : emitPattern(schema.pattern, context),
  );
}

function emitPattern(pattern: string, context: ZodContext): string {
  return context.isLinearPattern(pattern)
    ? `.check(${context.check('matching')}(${context.pattern(pattern)}, ${stringLiteral(pattern)}))`
    : `.regex(${context.pattern(pattern)})`;
}

/** zod's own formats are looser than the RFCs in some places and stricter in others. */
function emitFormat(format: string | undefined, context: ZodContext): Expression {
  const predicate = format === undefined ? undefined : STRING_FORMATS.get(format);
  if (format === undefined || predicate === undefined) {
    return { code: 'z.string()', type: 'z.ZodString' };
  }
  const name = stringLiteral(format);
  return {
    code: `z.stringFormat(${name}, ${context.value(predicate)})`,
    type: `z.ZodCustomStringFormat<${name}>`,
  };
}

function call(method: string, argument: number | undefined): string {
  return argument === undefined ? '' : `.${method}(${argument})`;
}

function emitArray(schema: ArraySchema, context: ZodContext): Expression {
  const items = schema.items === undefined ? undefined : emitSchema(schema.items, context);
  const prefix = schema.prefixItems.map((item) => emitSchema(item, context).code);
  const contained = schema.contains && emitSchema(schema.contains.schema, context).code;
  const { min, max } = schema.contains ?? { min: 0, max: undefined };
  const item = prefix.length > 0 || items === undefined ? UNKNOWN : items;
  return refined(
    { code: `z.array(${item.code})`, type: `z.ZodArray<${item.type}>` },
    call('min', schema.minItems),
    call('max', schema.maxItems),
    prefix.length === 0
      ? ''
      : `.check(${context.check('prefixItems')}(${list([`[${prefix.join(', ')}]`, items?.code])}))`,
    schema.uniqueItems ? `.check(${context.check('uniqueItems')}())` : '',
    contained === undefined
      ? ''
      : `.check(${context.check('contains')}(${list([contained, String(min), max?.toString()])}))`,
  );
}

function list(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(', ');
}

function emitEnum({ values, isOpen, at }: EnumSchema, context: ZodContext): Expression {
  if (isOpen) {
    const literals = values.map(jsonText);
    const openEnum = context.check('openEnum');
    return {
      code: `${openEnum}([${literals.join(', ')}], ${stringLiteral(at.pointer)})`,
      type: `ReturnType<typeof ${openEnum}<${literals.join(' | ')}>>`,
    };
  }
  if (values.length > 1 && values.every(isPlainName)) {
    const entries = values.map((value) => `${stringLiteral(value)}: ${stringLiteral(value)}`);
    return {
      code: `z.enum([${values.map(stringLiteral).join(', ')}])`,
      type: `z.ZodEnum<{ ${entries.join('; ')} }>`,
    };
  }
  if (values.every(isPrimitive)) {
    const literals = values.map(jsonText);
    return {
      code: `z.literal(${literals.length === 1 ? literals[0] : `[${literals.join(', ')}]`})`,
      type: `z.ZodLiteral<${literals.join(' | ')}>`,
    };
  }
  return refined(
    UNKNOWN,
    `.check(${context.check('oneOfValues')}([${values.map(jsonLiteral).join(', ')}]))`,
  );
}

function jsonText(value: JsonValue): string {
  return typeof value === 'string' ? stringLiteral(value) : String(value);
}

/** zod keeps the values of an enum as keys of an object, where `__proto__` would be lost. */
function isPlainName(value: JsonValue): value is string {
  return typeof value === 'string' && !(value in Object.prototype);
}

function isPrimitive(value: JsonValue): value is null | boolean | number | string {
  return typeof value !== 'object' || value === null;
}

/** JSON is JavaScript, but for a `__proto__` key and for characters that do not show. */
function jsonLiteral(value: JsonValue): string {
  return `JSON.parse(${stringLiteral(JSON.stringify(value))})`;
}

function emitReference({ target }: ReferenceSchema, context: ZodContext): Expression {
  const name = context.reference(target);
  const type = context.hasWrittenType(target) ? `z.ZodType<${name}>` : `typeof ${name}`;
  return context.isRecursive(target)
    ? { code: `z.lazy(() => ${name})`, type: `z.ZodLazy<${type}>` }
    : { code: name, type };
}

function emitUnion(schema: UnionSchema, context: ZodContext): Expression {
  const exclusive = schema.mode === 'types' || areExclusive(schema.members, context.schemas);
  const nonNull = schema.members.filter(({ kind }) => kind !== 'null');
  if (nonNull.length === 1 && (schema.mode === 'anyOf' || exclusive)) {
    const { code, type } = emitSchema(nonNull[0] as Schema, context);
    return { code: `${code}.nullable()`, type: `z.ZodNullable<${type}>` };
  }
  if (schema.mode === 'types') return emitTypes(schema, context);
  const tag = tagOf(schema, context.schemas);
  const members = schema.members.map((member) => emitSchema(member, context));
  const codes = `[${members.map(({ code }) => code).join(', ')}]`;
  const types = `[${members.map(({ type }) => type).join(', ')}]`;
  if (
    tag !== undefined &&
    !schema.members.some((member) => isRecursiveReference(member, context))
  ) {
    const name = stringLiteral(tag);
    return {
      code: `z.discriminatedUnion(${name}, ${codes})`,
      type: `z.ZodDiscriminatedUnion<${types}, ${name}>`,
    };
  }
  const listed = codes + emitLabels(schema, context);
  const exactlyOne = schema.mode === 'oneOf' && !exclusive;
  return exactlyOne
    ? { code: `z.xor(${listed})`, type: `z.ZodXor<readonly ${types}>` }
    : { code: `z.union(${listed})`, type: `z.ZodUnion<readonly ${types}>` };
}

/** Names for the members, by which a message says what came closest; plain types speak for themselves. */
function emitLabels({ members }: UnionSchema, context: ZodContext): string {
  if (members.every(({ kind }) => PLAIN.has(kind))) return '';
  const labels = members.map((member, index) => stringLiteral(label(member, index, context)));
  return `, ${context.check('closest')}(${labels.join(', ')})`;
}

const PLAIN: ReadonlySet<Schema['kind']> = new Set(['null', 'boolean', 'number', 'string', 'enum']);

function label(member: Schema, index: number, context: ZodContext): string {
  if (member.kind === 'reference') return context.nameOf(member.target);
  // What a discriminator selects stands beside its tag.
  const selected =
    member.kind === 'intersection' && member.members.find(({ kind }) => kind === 'reference');
  if (selected) return label(selected, index, context);
  return member.title ?? (PLAIN.has(member.kind) ? member.kind : `alternative ${index + 1}`);
}

function isRecursiveReference(member: Schema, context: ZodContext): boolean {
  return member.kind === 'reference' && context.isRecursive(member.target);
}

/** A list of types, and one part for all the types that nothing restricts. */
function emitTypes({ members }: UnionSchema, context: ZodContext): Expression {
  const allTypes = members.length === 6;
  const restricted = allTypes ? members.filter((member) => !isWholeType(member)) : members;
  if (restricted.length === 0) return UNKNOWN;
  const parts = restricted.map((member) => emitSchema(member, context));
  if (allTypes) parts.push(emitOtherThan(restricted, context));
  return {
    code: `z.union([${parts.map(({ code }) => code).join(', ')}])`,
    type: `z.ZodUnion<readonly [${parts.map(({ type }) => type).join(', ')}]>`,
  };
}

function emitOtherThan(restricted: readonly Schema[], context: ZodContext): Expression {
  const types = restricted.map(({ kind }) => stringLiteral(kind));
  const otherThan = context.check('otherThan');
  return {
    code: `${otherThan}(${types.join(', ')})`,
    type: `ReturnType<typeof ${otherThan}<${types.join(' | ')}>>`,
  };
}

function isWholeType(schema: Schema): boolean {
  switch (schema.kind) {
    case 'null':
    case 'boolean':
      return true;
    case 'number':
    case 'string':
    case 'array':
    case 'object':
      return !Object.entries(schema).some(
        ([name, value]) => !NOT_A_RESTRICTION.has(name) && isRestriction(value),
      );
    default:
      return false;
  }
}

const NOT_A_RESTRICTION = new Set([
  'kind',
  'at',
  'title',
  'description',
  'default',
  'deprecated',
  'readOnly',
  'writeOnly',
]);

function isRestriction(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof Map) return value.size > 0;
  return value !== undefined && value !== false;
}

/** Members that have a shape are intersected; the others refine what the first ones accept. */
function emitIntersection({ members }: IntersectionSchema, context: ZodContext): Expression {
  const shapes = members
    .filter((member) => !isCheck(member))
    .map((member) => emitSchema(member, context));
  const [first = UNKNOWN, ...rest] = shapes;
  const joined = rest.reduce(
    (left, right) => ({
      code: `z.intersection(${left.code}, ${right.code})`,
      type: `z.ZodIntersection<${left.type}, ${right.type}>`,
    }),
    first,
  );
  return refined(joined, ...members.filter(isCheck).map((member) => emitCheck(member, context)));
}

type CheckSchema = Extract<Schema, { kind: 'not' | 'conditional' | 'dependent' }>;

function isCheck(schema: Schema): schema is CheckSchema {
  return schema.kind === 'not' || schema.kind === 'conditional' || schema.kind === 'dependent';
}

function emitCheck(schema: CheckSchema, context: ZodContext): string {
  switch (schema.kind) {
    case 'not':
      return `.check(${context.check('not')}(${emitSchema(schema.schema, context).code}))`;
    case 'conditional':
      return emitConditional(schema, context);
    case 'dependent':
      return emitDependent(schema, context);
  }
}

function emitConditional(
  { condition, consequent, alternative }: ConditionalSchema,
  context: ZodContext,
): string {
  const branches = [consequent, alternative].map(
    (branch) => (branch ? emitSchema(branch, context) : UNKNOWN).code,
  );
  return `.check(${context.check('conditional')}(${[emitSchema(condition, context).code, ...branches].join(', ')}))`;
}

function emitDependent({ schemas }: DependentSchema, context: ZodContext): string {
  const entries = [...schemas].map(
    ([name, schema]) => `[${stringLiteral(name)}, ${emitSchema(schema, context).code}]`,
  );
  return `.check(${context.check('dependentSchemas')}([${entries.join(', ')}]))`;
}
