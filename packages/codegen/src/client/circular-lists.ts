import { strongComponents, type ApiModel, type Schema } from '@apipin/openapi-model';

/**
 * Names for the lists, by their pointers, that lead back to the schema they are a part of without an object on the way,
 * as in `Json: string | Json[]`. The compiler follows such a circle at once and refuses it, unless the list has a name.
 */
export function findCircularLists({ schemas }: ApiModel): ReadonlyMap<string, string> {
  const edges = new Map(
    [...schemas].map(([pointer, { schema }]) => [pointer, [...referencesOf(schema)]]),
  );
  const circles = new Map<string, ReadonlySet<string>>();
  for (const members of strongComponents(edges.keys(), (pointer) => edges.get(pointer) ?? [])) {
    const circle = new Set(members);
    for (const member of members) circles.set(member, circle);
  }
  const aliases = new Map<string, string>();
  for (const [pointer, { schema }] of schemas) {
    for (const list of listsOf(schema)) {
      const leadsBack = [...referencesOf(list)].some((target) => circles.get(pointer)?.has(target));
      if (leadsBack) aliases.set(list.at.pointer, `CircularList${aliases.size + 1}`);
    }
  }
  return aliases;
}

/** What the compiler has to know at once to know the type of `schema`. */
function* referencesOf(schema: Schema): Generator<string> {
  if (schema.kind === 'reference') yield schema.target;
  for (const part of partsOf(schema)) yield* referencesOf(part);
}

function* listsOf(schema: Schema): Generator<Schema> {
  if (schema.kind === 'array') yield schema;
  for (const part of partsOf(schema)) yield* listsOf(part);
}

function partsOf(schema: Schema): readonly Schema[] {
  switch (schema.kind) {
    case 'union':
    case 'intersection':
      return schema.members;
    case 'unevaluated':
      return [schema.schema];
    case 'array':
      return [...schema.prefixItems, ...(schema.items === undefined ? [] : [schema.items])];
    default:
      return [];
  }
}
