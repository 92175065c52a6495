import { schemasOfSameValue } from './child-schemas.ts';
import type { NamedSchema } from './model.ts';
import type { NormaliseContext } from './normalise-context.ts';
import type { Schema } from './schema.ts';
import { strongComponents } from './strong-components.ts';

/**
 * Reports schemas that apply themselves, by way of each other or not, to the very value they are applied to: no
 * evaluation of them ends.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-9.4.1
 */
export function reportSchemaLoops(
  schemas: ReadonlyMap<string, NamedSchema>,
  { report }: NormaliseContext,
): void {
  const edges = new Map(
    [...schemas].map(([pointer, { schema }]) => [pointer, [...referencesOfSameValue(schema)]]),
  );
  for (const members of strongComponents(edges.keys(), (pointer) => edges.get(pointer) ?? [])) {
    const [first = ''] = members;
    if (members.length === 1 && edges.get(first)?.includes(first) === false) continue;
    const names = members.map((pointer) => `"${schemas.get(pointer)?.name}"`);
    const way = names.length === 1 ? '' : `, by way of ${listed(names.slice(1))}`;
    report(
      'error',
      'schema-loop',
      first,
      `${names[0]} applies itself to the value it is applied to${way}, and so never ends; remove one of the references`,
    );
  }
}

function* referencesOfSameValue(schema: Schema): Generator<string> {
  if (schema.kind === 'reference') yield schema.target;
  for (const child of schemasOfSameValue(schema)) yield* referencesOfSameValue(child);
}

/** A loop can be long: enough names to find it by. */
function listed(names: readonly string[]): string {
  return names.slice(0, 5).join(', ') + (names.length > 5 ? ` and ${names.length - 5} more` : '');
}
