import {
  pointerTokens,
  type ApiModel,
  type JsonObject,
  type JsonValue,
} from '@apipin/openapi-model';

type Mutable = Record<string, JsonValue>;

/**
 * The document with every schema that a `$ref` finds outside `components.schemas` added there.
 *
 * openapi-typescript follows such references by indexing types, which breaks at the first optional property on the way.
 */
export function nameReferenceTargets(document: JsonObject, model: ApiModel): JsonObject {
  const elsewhere = [...model.schemas].filter(([, { isComponent }]) => !isComponent);
  if (elsewhere.length === 0) return document;
  const components = (document['components'] ?? {}) as JsonObject;
  const schemas = { ...(components['schemas'] as JsonObject | undefined) } as Mutable;
  const renamed = new Map<string, string>();
  for (const [pointer, { name }] of elsewhere) {
    const value = pointerTokens(pointer).reduce<JsonValue | undefined>(
      (parent, token) => (parent as Record<string, JsonValue> | undefined)?.[token],
      document,
    );
    let free = name.replace(/\W+/g, '_');
    while (Object.hasOwn(schemas, free)) free = `${free}_`;
    schemas[free] = value ?? {};
    renamed.set(pointer, `#/components/schemas/${free}`);
  }
  return withReferences(
    { ...document, components: { ...components, schemas } },
    renamed,
  ) as JsonObject;
}

function withReferences(value: JsonValue, renamed: ReadonlyMap<string, string>): JsonValue {
  if (Array.isArray(value)) return value.map((item) => withReferences(item, renamed));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key,
      key === '$ref' && typeof child === 'string'
        ? (renamed.get(decodeURIComponent(child.slice(1))) ?? child)
        : withReferences(child, renamed),
    ]),
  );
}
