import {
  isJsonObject,
  memberKind,
  ownArray,
  ownProperty,
  ownString,
  type JsonObject,
  type JsonValue,
  type ObjectKind,
} from '@apipin/openapi-model';
import { componentReference, parseComponentReference } from './component-reference.ts';
import type { Names } from './path-names.ts';

/** By each schema whose discriminator selects schemas by their names, those of the names that `renamed` changes. */
export function findImplicitValues(
  root: JsonObject,
  renamed: Names,
): ReadonlyMap<JsonObject, readonly string[]> {
  const found = new Map<JsonObject, readonly string[]>();
  if (renamed.size === 0) return found;
  const schemas = ownProperty(ownProperty(root, 'components'), 'schemas');
  const derived = findDerivedSchemas(isJsonObject(schemas) ? schemas : {});
  visit(root, 'document', undefined);
  return found;

  function visit(value: JsonValue, kind: ObjectKind, component: string | undefined): void {
    if (Array.isArray(value))
      return value.forEach((item: JsonValue) => visit(item, kind, undefined));
    if (!isJsonObject(value)) return;
    if (kind === 'schema') addSchema(value, component);
    for (const [name, member] of Object.entries(value)) {
      const childKind = memberKind(kind, name);
      // No pointer from the root leads through what has an identifier, so nothing in it is a component.
      if (childKind !== undefined) visit(member, childKind, value === schemas ? name : undefined);
    }
  }

  function addSchema(schema: JsonObject, component: string | undefined): void {
    const discriminator = ownProperty(schema, 'discriminator');
    if (!isJsonObject(discriminator)) return;
    const variants = ['oneOf', 'anyOf'].flatMap((keyword) => schemasIn(ownArray(schema, keyword)));
    const selectable =
      variants.length > 0 || component === undefined
        ? variants
        : [component, ...derivedFrom(component, derived)];
    const names = [...new Set(selectable)].filter(
      (name) => renamed.has(name) && !isMapped(discriminator, name),
    );
    if (names.length > 0) found.set(schema, names);
  }
}

/** `schema` with each of `values` mapped to the schema that was called so. */
export function addMapping(
  schema: JsonObject,
  values: readonly string[],
  renamed: Names,
): JsonObject {
  const discriminator = ownProperty(schema, 'discriminator') as JsonObject;
  const mapping = ownProperty(discriminator, 'mapping');
  const added = values.map((value): [string, JsonValue] => [
    value,
    componentReference({ section: 'schemas', name: renamed.get(value) ?? value }),
  ]);
  return {
    ...schema,
    discriminator: {
      ...discriminator,
      mapping: Object.fromEntries([
        ...Object.entries(isJsonObject(mapping) ? mapping : {}),
        ...added,
      ]),
    },
  };
}

/** Whether the mapping says what selects the schema, or uses its name for another one. */
function isMapped(discriminator: JsonObject, name: string): boolean {
  const mapping = ownProperty(discriminator, 'mapping');
  if (!isJsonObject(mapping)) return false;
  return Object.entries(mapping).some(
    ([value, target]) => value === name || target === name || schemaAt(target) === name,
  );
}

/** The schemas that have each schema in their `allOf`. */
function findDerivedSchemas(schemas: JsonObject): ReadonlyMap<string, readonly string[]> {
  const derived = new Map<string, string[]>();
  for (const [name, schema] of Object.entries(schemas)) {
    for (const base of schemasIn(ownArray(schema, 'allOf'))) {
      derived.set(base, [...(derived.get(base) ?? []), name]);
    }
  }
  return derived;
}

function derivedFrom(base: string, derived: ReadonlyMap<string, readonly string[]>): Set<string> {
  const all = new Set(derived.get(base));
  // What is added in the loop is visited as well.
  for (const name of all) for (const further of derived.get(name) ?? []) all.add(further);
  return all;
}

function schemasIn(members: readonly JsonValue[]): string[] {
  return members.flatMap((member) => schemaAt(ownString(member, '$ref')) ?? []);
}

function schemaAt(ref: JsonValue | undefined): string | undefined {
  const target = typeof ref === 'string' ? parseComponentReference(ref) : undefined;
  return target?.section === 'schemas' && target.below === '' ? target.name : undefined;
}
