import {
  NO_ANNOTATIONS,
  type ConditionalSchema,
  type DependentSchema,
  type ObjectSchema,
  type Schema,
  type UnionSchema,
} from '@apipin/openapi-model';
import { unionTags } from '../adapt/union-tags.ts';
import { propertyKey, stringLiteral } from '../source-text.ts';

/** What emitting a shape needs to know beyond its schema. */
export interface ShapeContext {
  /** What references point to, by pointer. */
  readonly schemas: ReadonlyMap<string, Schema>;
  /** The expression for the shape of the schema at `target`. */
  reference(target: string): string;
  /** The expression for a function that tells whether `schema` accepts a value. */
  accepts(schema: Schema): string;
  /** The same for someone who tolerates what `schema` does not know; `undefined` where that is no different. */
  tolerates(schema: Schema): string | undefined;
  /** The expression for what tests a text against `pattern`. */
  pattern(pattern: string): string;
}

/** The shape of what is looked at no further. */
export const NOTHING = 'null';

/** The shape of objects in which every property is expected: beside others, it keeps theirs from being new. */
const ANY_PROPERTIES = '{ properties: {}, rest: null }';

/** Emits what `schema` knows: the names, strings and tags beyond which a value has something new. */
export function emitShape(schema: Schema, context: ShapeContext): string {
  const inside = (part: Schema | undefined): string =>
    part === undefined ? NOTHING : emitPart(part, context);
  switch (schema.kind) {
    case 'any':
    case 'never':
    case 'null':
    case 'boolean':
    case 'number':
    case 'string':
    case 'not':
      return NOTHING;
    case 'enum': {
      const strings = schema.values.filter((value) => typeof value === 'string');
      return strings.length === 0
        ? NOTHING
        : `{ values: [${strings.map(stringLiteral).join(', ')}] }`;
    }
    case 'array': {
      const items = inside(schema.items);
      const prefix = schema.prefixItems.map(inside);
      if ([items, ...prefix].every((shape) => shape === NOTHING)) return NOTHING;
      return prefix.length === 0
        ? `{ items: ${items} }`
        : `{ prefix: [${prefix.join(', ')}], items: ${items} }`;
    }
    case 'object':
      return emitProperties(schema, inside, context);
    case 'reference':
      return context.reference(schema.target);
    case 'union':
      return emitUnion(schema, context);
    case 'intersection':
      return allOf(schema.members.map((member) => emitShape(member, context)));
    case 'conditional':
      return emitConditional(schema, context);
    case 'dependent':
      return emitDependent(schema, context);
    case 'unevaluated':
      return allOf([
        emitShape(schema.schema, context),
        // Further properties are expected; which of them no other part has looked at is not told apart.
        schema.properties === undefined || schema.properties.kind === 'never'
          ? NOTHING
          : ANY_PROPERTIES,
      ]);
  }
}

/** The shape of what is inside a value, which no other shape looks at. */
function emitPart(schema: Schema, context: ShapeContext): string {
  const shape = emitShape(schema, context);
  return shape === ANY_PROPERTIES ? NOTHING : shape;
}

function emitProperties(
  { properties, requiredNames, patternProperties, additionalProperties }: ObjectSchema,
  inside: (part: Schema) => string,
  context: ShapeContext,
): string {
  const expected = additionalProperties?.kind === 'never' ? undefined : additionalProperties;
  const rest = expected && inside(expected);
  const listsNames = properties.length + patternProperties.length > 0;
  // Without a list of names, nothing says which properties are new.
  if (!listsNames && rest === undefined) return NOTHING;
  if (!listsNames && rest === NOTHING) return ANY_PROPERTIES;
  const listed = [
    ...properties.map(({ name, schema }) => `${propertyKey(name)}: ${inside(schema)},`),
    ...requiredNames.map((name) => `${propertyKey(name)}: ${NOTHING},`),
  ];
  const patterns = patternProperties.map(
    ({ pattern, schema }) => `[${context.pattern(pattern)}, ${inside(schema)}],`,
  );
  return [
    `{ properties: {${listed.map((line) => `\n${line}`).join('')}\n}`,
    patterns.length === 0 ? '' : `, patterns: [${patterns.join(' ')}]`,
    rest === undefined ? '' : `, rest: ${rest}`,
    ' }',
  ].join('');
}

function emitUnion(union: UnionSchema, context: ShapeContext): string {
  const tags = unionTags(union, context.schemas);
  if (tags !== undefined) {
    const members = tags.members.flatMap(([member, values]) =>
      values.map((value) => `${propertyKey(value)}: ${emitShape(member, context)},`),
    );
    return `{ tag: ${stringLiteral(tags.name)}, members: {\n${members.join('\n')}\n} }`;
  }
  const shapes = union.members.map((member) => emitShape(member, context));
  if (shapes.every((shape) => shape === NOTHING)) return NOTHING;
  // Shapes only look at values of their type: there is no choice to make where each member has a type of its own.
  if (haveTypesOfTheirOwn(union.members)) return allOf(shapes);
  return anyOf(
    union.members.map((member, index) => {
      const accepts = context.accepts(member);
      return [accepts, context.tolerates(member) ?? accepts, shapes[index] as string];
    }),
  );
}

/** Whether no two of `members` are about values of one type, as far as that can be seen without a look further in. */
function haveTypesOfTheirOwn(members: readonly Schema[]): boolean {
  const types = members.map((member) => {
    if (member.kind !== 'enum') return TYPES.has(member.kind) ? member.kind : undefined;
    return member.values.every((value) => typeof value === 'string') ? 'string' : undefined;
  });
  return types.every((type) => type !== undefined) && new Set(types).size === types.length;
}

const TYPES: ReadonlySet<Schema['kind']> = new Set([
  'null',
  'boolean',
  'number',
  'string',
  'array',
  'object',
]);

function emitConditional(schema: ConditionalSchema, context: ShapeContext): string {
  const { condition, consequent, alternative, at } = schema;
  const isNotMet: Schema = { kind: 'not', ...NO_ANNOTATIONS, at, schema: condition };
  return allOf([
    emitWhere(condition, condition, context),
    consequent === undefined ? NOTHING : emitWhere(condition, consequent, context),
    alternative === undefined ? NOTHING : emitWhere(isNotMet, alternative, context),
  ]);
}

function emitDependent({ schemas, at }: DependentSchema, context: ShapeContext): string {
  const parts = [...schemas].map(([name, schema]) => {
    const base = { ...NO_ANNOTATIONS, at };
    const hasName: Schema = {
      kind: 'object',
      ...base,
      properties: [{ name, required: true, schema: { kind: 'any', ...base }, at }],
      requiredNames: [],
      additionalProperties: undefined,
      patternProperties: [],
      propertyNames: undefined,
      minProperties: undefined,
      maxProperties: undefined,
      dependentRequired: new Map(),
    };
    return emitWhere(hasName, schema, context);
  });
  return allOf(parts);
}

/** The shape of `schema` for values that meet `condition`. */
function emitWhere(condition: Schema, schema: Schema, context: ShapeContext): string {
  const shape = emitShape(schema, context);
  if (shape === NOTHING) return NOTHING;
  const accepts = context.accepts(condition);
  return anyOf([[accepts, accepts, shape]]);
}

function anyOf(members: readonly (readonly [string, string, string])[]): string {
  return `{ any: [${members.map((member) => `[${member.join(', ')}]`).join(', ')}] }`;
}

function allOf(shapes: readonly string[]): string {
  const looking = shapes.filter((shape) => shape !== NOTHING);
  if (looking.length === 0) return NOTHING;
  return looking.length === 1 ? (looking[0] as string) : `{ all: [${looking.join(', ')}] }`;
}
