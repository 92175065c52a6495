import {
  ownProperty,
  pointerTokens,
  type ApiModel,
  type JsonObject,
  type JsonValue,
} from '@apipin/openapi-model';

type Members = Record<string, JsonValue>;

/**
 * The document as openapi-typescript can take it: it fails at booleans among the members of a union and at enumerated
 * values that are objects or lists, it follows a
 * reference outside `components.schemas` by indexing types, which breaks at the first optional property on the way, and
 * it lists only operations that have an id.
 */
export function prepareDocument(document: JsonObject, model: ApiModel): JsonObject {
  const { schemas, renamed } = nameTargets(document, model);
  const components = {
    ...(ownProperty(document, 'components') as JsonObject | undefined),
    schemas,
  };
  const named = rewrite({ ...document, components }, '', renamed) as JsonObject;
  return withOperationIds(named, model);
}

/** Gives every schema that a `$ref` finds elsewhere a place among the components. */
function nameTargets(
  document: JsonObject,
  model: ApiModel,
): { readonly schemas: JsonObject; readonly renamed: ReadonlyMap<string, string> } {
  const declared = ownProperty(ownProperty(document, 'components'), 'schemas');
  const schemas: Members = { ...(declared as JsonObject | undefined) };
  const renamed = new Map<string, string>();
  for (const [pointer, { name, isComponent }] of model.schemas) {
    if (isComponent) continue;
    let free = name.replace(/\W+/g, '_');
    while (Object.hasOwn(schemas, free)) free = `${free}_`;
    schemas[free] = valueAt(document, pointer) ?? {};
    renamed.set(pointer, `#/components/schemas/${free}`);
  }
  return { schemas, renamed };
}

const PROSE = new Set(['title', 'summary', 'description']);
const UNIONS = new Set(['allOf', 'anyOf', 'oneOf']);

function rewrite(value: JsonValue, key: string, renamed: ReadonlyMap<string, string>): JsonValue {
  // YAML reads `title: 2026` as a number.
  if (PROSE.has(key) && typeof value === 'number') return String(value);
  if (key === '$ref' && typeof value === 'string') return renamed.get(pointerOf(value)) ?? value;
  if (Array.isArray(value)) {
    return value.map((item: JsonValue) =>
      UNIONS.has(key) && typeof item === 'boolean'
        ? booleanSchema(item)
        : rewrite(item, '', renamed),
    );
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, child]) => !isStructuredEnumeration(name, child, value))
      .map(([name, child]) => [name, rewrite(child, name, renamed)]),
  );
}

/** An enumeration that openapi-typescript would take for one of objects: its values are, or its schema says so. */
function isStructuredEnumeration(name: string, value: JsonValue, schema: JsonValue): boolean {
  if (name !== 'enum' || !Array.isArray(value)) return false;
  return (
    ownProperty(schema, 'type') === 'object' ||
    ownProperty(schema, 'properties') !== undefined ||
    ownProperty(schema, 'additionalProperties') !== undefined ||
    value.some((item: JsonValue) => typeof item === 'object' && item !== null)
  );
}

function booleanSchema(accepts: boolean): JsonObject {
  return accepts ? {} : { not: {} };
}

function pointerOf(ref: string): string {
  try {
    return decodeURIComponent(ref.replace(/^#/, ''));
  } catch {
    return ref;
  }
}

function withOperationIds(document: JsonObject, model: ApiModel): JsonObject {
  for (const { at, operationId } of model.operations) {
    // `document` is a copy already.
    const operation = valueAt(document, at.pointer) as Members | undefined;
    if (operation !== undefined) operation['operationId'] = operationId;
  }
  return document;
}

/** The value at `pointer`, or `undefined`. */
export function valueAt(document: JsonValue, pointer: string): JsonValue | undefined {
  return pointerTokens(pointer).reduce<JsonValue | undefined>(
    (value, token) => (Array.isArray(value) ? value[Number(token)] : ownProperty(value, token)),
    document,
  );
}
