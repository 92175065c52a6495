import {
  isJsonObject,
  ownProperty,
  type ArraySchema,
  type IntersectionSchema,
  type JsonObject,
  type JsonValue,
  type ObjectSchema,
  type Schema,
  type UnionSchema,
} from '@apipin/openapi-model';
import { docComment } from '../source-text.ts';
import { INT64_TYPE, isInt64 } from './int64-type.ts';
import { typeReference } from './type-reference.ts';

/** What a schema needs to become one that openapi-typescript reads. */
export interface TypeSchemaContext {
  /** The Schema Object at a pointer, for what the model leaves out: examples, and other words for readers. */
  valueAt(pointer: string): JsonValue | undefined;
  /** What the type of the schema at `target` is called. */
  nameOf(target: string): string;
  mask(name: string): string;
}

/** A keyword of ours: the comment that the type has where it is declared, or the property whose type it is. */
export const COMMENT_KEYWORD = 'x-comment';

/** What a schema is for which there is `INT64_TYPE`. */
export const INT64_REFERENCE = typeReference(INT64_TYPE);

/**
 * A schema of the model in the words that openapi-typescript has types for. What no type can say is left out, so that the
 * type accepts at least what the schema does.
 *
 * @param within - The pointer of the schema that `schema` is a part of.
 */
export function typeSchema(
  schema: Schema,
  context: TypeSchemaContext,
  within?: string,
): JsonObject {
  const type = keywordsOf(schema, context);
  // The parts of a schema stand where it does, and its words are not theirs.
  if (schema.at.pointer === within) return type;
  const source = schema.kind === 'reference' ? undefined : context.valueAt(schema.at.pointer);
  return { ...type, ...wordsOf(schema, source) };
}

const NEVER: JsonObject = { enum: [] };

function keywordsOf(schema: Schema, context: TypeSchemaContext): JsonObject {
  switch (schema.kind) {
    case 'never':
      return NEVER;
    case 'null':
    case 'boolean':
    case 'string':
      return { type: schema.kind };
    case 'number':
      return isInt64(schema) ? { $ref: INT64_REFERENCE } : { type: 'number' };
    case 'array':
      return { type: 'array', ...itemKeywords(schema, context) };
    case 'object':
      return objectKeywords(schema, context);
    case 'enum':
      return enumKeywords(schema.values);
    case 'reference':
      // openapi-typescript takes the first word of a pointer for the name of a type.
      return { $ref: typeReference(context.nameOf(schema.target)) };
    case 'union':
      return unionKeywords(schema, context);
    case 'intersection':
      return intersectionKeywords(schema, context);
    case 'unevaluated':
      return typeSchema(schema.schema, context, schema.at.pointer);
    case 'any':
    case 'not':
    case 'conditional':
    case 'dependent':
      return {};
  }
}

function enumKeywords(values: readonly JsonValue[]): JsonObject {
  if (values.some((value) => typeof value === 'object' && value !== null)) return {};
  // A choice of one, since openapi-typescript says of values by themselves that they are some, with a tag.
  return { anyOf: [{ enum: [...values] }] };
}

function itemKeywords(
  { prefixItems, items, maxItems, minItems, at }: ArraySchema,
  context: TypeSchemaContext,
): JsonObject {
  const part = (item: Schema): JsonObject => typeSchema(item, context, at.pointer);
  if (prefixItems.length === 0) return items === undefined ? {} : { items: part(items) };
  // A tuple has its length, which `prefixItems` alone does not ask for.
  const most = items?.kind === 'never' ? prefixItems.length : maxItems;
  const isTuple = minItems === prefixItems.length && most === prefixItems.length;
  return isTuple ? { prefixItems: prefixItems.map(part) } : {};
}

function objectKeywords(schema: ObjectSchema, context: TypeSchemaContext): JsonObject {
  const { properties, requiredNames, at } = schema;
  const part = (child: Schema): JsonObject => typeSchema(child, context, at.pointer);
  const required = [
    ...properties.filter((property) => property.required).map(({ name }) => name),
    ...requiredNames,
  ];
  return {
    type: 'object',
    properties: Object.fromEntries(
      properties.map((property) => [context.mask(property.name), part(property.schema)]),
    ),
    required: required.map(context.mask),
    ...furtherProperties(schema, part),
  };
}

/** What is known of properties that have no type by name. */
function furtherProperties(
  { properties, patternProperties, additionalProperties }: ObjectSchema,
  part: (schema: Schema) => JsonObject,
): JsonObject {
  const known = patternProperties
    .map(({ schema }) => schema)
    .filter(({ kind }) => kind !== 'never');
  if (additionalProperties?.kind === 'never') {
    if (known.length > 0) return { additionalProperties: { anyOf: known.map(part) } };
    return { additionalProperties: properties.length > 0 ? false : NEVER };
  }
  if (patternProperties.length > 0 || additionalProperties?.kind === 'any') {
    return { additionalProperties: true };
  }
  return additionalProperties === undefined
    ? {}
    : { additionalProperties: part(additionalProperties) };
}

function unionKeywords(schema: UnionSchema, context: TypeSchemaContext): JsonObject {
  const { mode, members, at } = schema;
  const part = (member: Schema): JsonObject => typeSchema(member, context, at.pointer);
  if (mode !== 'types') return { anyOf: members.map(part) };
  // Who says no type but lists properties means an object.
  const declared = ownProperty(context.valueAt(at.pointer), 'type');
  if (declared === undefined) {
    const object = members.find((member) => member.kind === 'object');
    return object !== undefined && saysMoreThanObject(object) ? part(object) : {};
  }
  const [nulls, others] = [true, false].map((isNull) =>
    members.filter(({ kind }) => (kind === 'null') === isNull),
  ) as [Schema[], Schema[]];
  return { anyOf: [...others, ...nulls].map(part) };
}

function saysMoreThanObject(schema: ObjectSchema): boolean {
  return (
    schema.properties.length > 0 ||
    schema.patternProperties.length > 0 ||
    schema.additionalProperties !== undefined
  );
}

function intersectionKeywords(
  { members, at }: IntersectionSchema,
  context: TypeSchemaContext,
): JsonObject {
  const values = members.find(({ kind }) => kind === 'enum');
  if (values !== undefined) return typeSchema(values, context, at.pointer);
  const parts = members
    .map((member) => typeSchema(member, context, at.pointer))
    .filter((part) => !isUnknown(part));
  const [first = {}] = parts;
  const required = members.flatMap((member) => requiredOf(member, at.pointer));
  if (parts.length === 0 || (parts.length === 1 && required.length === 0)) return first;
  return { allOf: parts, required: required.map((name) => context.mask(name)) };
}

/** What the schema at `pointer` itself asks for, which may be properties of other members. */
function requiredOf(member: Schema, pointer: string): readonly string[] {
  if (member.at.pointer !== pointer) return [];
  if (member.kind === 'union' && member.mode === 'types') {
    return member.members.flatMap((each) => requiredOf(each, pointer));
  }
  return member.kind === 'object' ? member.requiredNames : [];
}

const TYPE_KEYWORDS = ['$ref', 'type', 'const', 'enum', 'allOf', 'anyOf'];

function isUnknown(type: JsonObject): boolean {
  return !TYPE_KEYWORDS.some((keyword) => Object.hasOwn(type, keyword));
}

/** What readers of the type are told, and whether callers may only read the property. */
function wordsOf(schema: Schema, source: JsonValue | undefined): JsonObject {
  const { title, description, deprecated, readOnly } = schema;
  const format = printableOf(source, 'format');
  const tags = [
    ...(deprecated ? ['@deprecated'] : []),
    ...tagsOf('default', printableOf(source, 'default')),
    ...tagsOf('example', printableOf(source, 'example')),
    ...examplesOf(source).flatMap((example) => tagsOf('example', example)),
  ];
  const comment = docComment([
    title,
    description === title ? undefined : description,
    format && `Format: ${format}`,
    tags.join('\n'),
  ]);
  return {
    ...(comment === '' ? {} : { [COMMENT_KEYWORD]: comment }),
    ...(readOnly ? { readOnly } : {}),
  };
}

function tagsOf(name: string, text: string | undefined): readonly string[] {
  return text === undefined ? [] : [`@${name} ${text}`.trimEnd()];
}

function examplesOf(source: JsonValue | undefined): readonly string[] {
  const examples = ownProperty(source, 'examples');
  return Array.isArray(examples) ? examples.map(printable) : [];
}

/** A member of `source` as a comment shows it. */
export function printableOf(source: JsonValue | undefined, name: string): string | undefined {
  const value = ownProperty(source, name);
  return value === undefined ? undefined : printable(value);
}

/** Characters that show nothing, change how others show or, alone, are no text. */
const INVISIBLE = /[^\P{C}\n\t]|[\p{Zl}\p{Zp}]/gu;

/** `value` as a comment shows it: openapi-typescript looks for references in objects. */
export function printable(value: JsonValue): string {
  const text =
    isJsonObject(value) || Array.isArray(value) ? JSON.stringify(value, null, 2) : String(value);
  return text.replace(/\r\n?/g, '\n').replace(INVISIBLE, ' ');
}
