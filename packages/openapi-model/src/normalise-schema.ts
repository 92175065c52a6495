import { sortedEntries } from './compare.ts';
import { extrasOf } from './extras.ts';
import { isJsonObject, ownProperty, ownString, type JsonObject, type JsonValue } from './json.ts';
import type { NormaliseContext } from './normalise-context.ts';
import { KEYWORDS_OF_TYPE, valueParts } from './normalise-values.ts';
import { childPointer, pointerTokens } from './pointer.ts';
import { NO_ANNOTATIONS, type Discriminator, type Schema, type UnionSchema } from './schema.ts';
import {
  baseOf,
  childSchema,
  report,
  schemaList,
  schemaMap,
  type SchemaNode,
} from './schema-node.ts';

/**
 * Normalises a Schema Object, or a boolean, at `pointer`.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#schema-object
 */
export function normaliseSchema(
  value: JsonValue | undefined,
  pointer: string,
  context: NormaliseContext,
): Schema {
  const at = context.at(pointer);
  if (value === true || value === undefined) return { kind: 'any', ...NO_ANNOTATIONS, at };
  if (value === false) return { kind: 'never', ...NO_ANNOTATIONS, at };
  if (!isJsonObject(value)) {
    context.report('error', 'schema-invalid', pointer, 'a schema is an object or a boolean');
    return { kind: 'any', ...NO_ANNOTATIONS, at };
  }
  const node: SchemaNode = {
    value: effectiveKeywords(value, context),
    pointer,
    context,
    normalise: (child, childPointer) => normaliseSchema(child, childPointer, context),
  };
  checkKeywords(node);
  return withAnnotations(normaliseKeywords(node), node);
}

/** Before 3.1, whatever stands beside `$ref` is ignored. */
function effectiveKeywords(value: JsonObject, { dialect }: NormaliseContext): JsonObject {
  const ref = ownProperty(value, '$ref');
  return dialect === '3.0' && typeof ref === 'string' ? { $ref: ref } : value;
}

function normaliseKeywords(node: SchemaNode): Schema {
  const parts = [
    ...referencePart(node),
    ...valueParts(node),
    ...schemaList(node, 'allOf'),
    ...unionPart(node, 'anyOf'),
    ...unionPart(node, 'oneOf'),
    ...notPart(node),
    ...conditionalPart(node),
    ...dependentPart(node),
  ];
  return nullablePart(node, unevaluatedPart(node, join(parts, node)));
}

/**
 * `nullable` adds null to the `type` beside it, as 3.0.3 says. Where there is no type it adds null to everything else, as
 * 3.0.0 said and as documents with `allOf` or `anyOf` mean it.
 *
 * @see https://spec.openapis.org/oas/v3.0.4.html#fixed-fields-20
 */
function nullablePart(node: SchemaNode, schema: Schema): Schema {
  const { value, context } = node;
  const isUntyped = ownProperty(value, 'type') === undefined && schema.kind !== 'any';
  if (context.dialect !== '3.0' || ownProperty(value, 'nullable') !== true || !isUntyped) {
    return schema;
  }
  const members: Schema[] = [schema, { kind: 'null', ...baseOf(node) }];
  return { kind: 'union', ...baseOf(node), mode: 'anyOf', members, discriminator: undefined };
}

function join(parts: readonly Schema[], node: SchemaNode): Schema {
  const base = baseOf(node);
  if (parts.length === 0) return { kind: 'any', ...base };
  return parts.length === 1
    ? (parts[0] as Schema)
    : { kind: 'intersection', ...base, members: parts };
}

/** What the schema says of itself goes to the outermost part; a `$ref` alone keeps its own silence. */
function withAnnotations(schema: Schema, { value, pointer, context }: SchemaNode): Schema {
  return {
    ...schema,
    title: ownString(value, 'title') ?? schema.title,
    description: ownString(value, 'description') ?? schema.description,
    deprecated: ownProperty(value, 'deprecated') === true || schema.deprecated,
    readOnly: ownProperty(value, 'readOnly') === true || schema.readOnly,
    writeOnly: ownProperty(value, 'writeOnly') === true || schema.writeOnly,
    default: ownProperty(value, 'default') ?? schema.default,
    extras: extrasOf(value) ?? schema.extras,
    at: context.at(pointer),
  };
}

function referencePart(node: SchemaNode): Schema[] {
  return ['$ref', '$dynamicRef'].flatMap((keyword): Schema[] => {
    const ref = ownProperty(node.value, keyword);
    if (typeof ref !== 'string') return [];
    const target = node.context.references.resolve(ref, node.pointer);
    if (target === undefined) {
      report(
        node,
        'error',
        'ref-unresolved',
        keyword,
        `"${ref}" leads to nothing; correct the $ref`,
      );
      return [];
    }
    if (keyword === '$dynamicRef' && node.context.references.isDynamic(ref, target)) {
      report(
        node,
        'error',
        'dynamic-ref',
        keyword,
        `what "${ref}" means depends on how it is reached, which validators cannot follow; use $ref, or allow "dynamic-ref" to always mean ${target}`,
      );
    }
    node.context.addTarget(target);
    return [{ kind: 'reference', ...baseOf(node), target }];
  });
}

function unionPart(node: SchemaNode, mode: 'anyOf' | 'oneOf'): Schema[] {
  const members = schemaList(node, mode);
  if (members.length === 0) return [];
  if (members.length === 1) return [...members];
  const union: UnionSchema = {
    kind: 'union',
    ...baseOf(node),
    mode,
    members,
    discriminator: discriminatorOf(node, members),
  };
  return [union];
}

function discriminatorOf(node: SchemaNode, members: readonly Schema[]): Discriminator | undefined {
  const value = ownProperty(node.value, 'discriminator');
  const propertyName = ownString(value, 'propertyName');
  if (propertyName === undefined) return undefined;
  const mapping = new Map<string, string>();
  for (const member of members) {
    // A component's name is its implicit tag.
    if (member.kind === 'reference')
      mapping.set(pointerTokens(member.target).at(-1) ?? '', member.target);
  }
  const explicit = ownProperty(value, 'mapping');
  for (const [tag, ref] of isJsonObject(explicit) ? sortedEntries(explicit) : []) {
    const target = typeof ref === 'string' ? discriminatorTarget(ref, node) : undefined;
    if (target === undefined) {
      report(
        node,
        'warning',
        'discriminator-unresolved',
        'discriminator',
        `the mapping of ${JSON.stringify(tag)} leads to nothing`,
      );
    } else {
      mapping.set(tag, target);
    }
  }
  return { propertyName, mapping };
}

/** A mapping value is a component name or a reference. */
function discriminatorTarget(ref: string, { pointer, context }: SchemaNode): string | undefined {
  const named = childPointer('/components/schemas', ref);
  return context.references.valueAt(named) === undefined
    ? context.references.resolve(ref, pointer)
    : named;
}

function notPart(node: SchemaNode): Schema[] {
  const schema = childSchema(node, 'not');
  return schema === undefined ? [] : [{ kind: 'not', ...baseOf(node), schema }];
}

function conditionalPart(node: SchemaNode): Schema[] {
  const condition = childSchema(node, 'if');
  if (condition === undefined) return [];
  const consequent = childSchema(node, 'then');
  const alternative = childSchema(node, 'else');
  return [{ kind: 'conditional', ...baseOf(node), condition, consequent, alternative }];
}

/** `dependencies` said both of its successors in drafts before 2019-09, and may still be understood. */
function dependentPart(node: SchemaNode): Schema[] {
  return ['dependentSchemas', 'dependencies'].flatMap((keyword): Schema[] => {
    const schemas = schemaMap(node, keyword, (value) => !Array.isArray(value));
    return schemas.length === 0
      ? []
      : [{ kind: 'dependent', ...baseOf(node), schemas: new Map(schemas) }];
  });
}

function unevaluatedPart(node: SchemaNode, schema: Schema): Schema {
  const properties = childSchema(node, 'unevaluatedProperties');
  const items = childSchema(node, 'unevaluatedItems');
  if (properties === undefined && items === undefined) return schema;
  return { kind: 'unevaluated', ...baseOf(node), schema, properties, items };
}

const KNOWN_KEYWORDS: ReadonlySet<string> = new Set([
  ...Object.values(KEYWORDS_OF_TYPE).flat(),
  ...words('$ref $dynamicRef $id $anchor $dynamicAnchor $schema $vocabulary $defs $comment'),
  ...words('type enum const format minContains maxContains'),
  ...words('allOf anyOf oneOf not if then else dependentSchemas'),
  ...words('unevaluatedProperties unevaluatedItems'),
  ...words('title description default deprecated readOnly writeOnly example examples'),
  ...words('contentEncoding contentMediaType contentSchema discriminator xml externalDocs'),
]);

function words(text: string): string[] {
  return text.split(' ');
}

/** A keyword that nobody enforces is named, since its author may believe otherwise. */
function checkKeywords(node: SchemaNode): void {
  for (const keyword of Object.keys(node.value)) {
    if (KNOWN_KEYWORDS.has(keyword) || keyword.startsWith('x-')) continue;
    if (keyword === 'nullable' && node.context.dialect === '3.0') continue;
    report(
      node,
      'warning',
      'keyword-unknown',
      keyword,
      `"${keyword.slice(0, 40)}" is no keyword of this dialect and restricts nothing`,
    );
  }
}
