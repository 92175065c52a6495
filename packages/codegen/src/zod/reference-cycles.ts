import { childSchemas, strongComponents, type Schema } from '@apipin/openapi-model';

/** In which order schemas can be declared, and which of them need each other. */
export interface ReferenceCycles {
  /** Every pointer, after all those it refers to outside its own cycle. */
  readonly order: readonly string[];
  /** Whether `target` leads back to `from`, so that neither can be declared first. */
  inCycle(from: string, target: string): boolean;
}

/** Finds which schemas refer to each other. */
export function findReferenceCycles(schemas: ReadonlyMap<string, Schema>): ReferenceCycles {
  const targets = new Map(
    [...schemas].map(([pointer, schema]) => [pointer, [...referencesOf(schema)]]),
  );
  const components = strongComponents(targets.keys(), (pointer) => targets.get(pointer) ?? []);
  const componentOf = new Map(
    components.flatMap((members, index) => members.map((member) => [member, index])),
  );
  const isCyclic = (pointer: string): boolean =>
    components[componentOf.get(pointer) ?? -1]?.length !== 1 ||
    (targets.get(pointer)?.includes(pointer) ?? false);
  return {
    order: components.flat(),
    inCycle: (from, target) =>
      componentOf.get(from) === componentOf.get(target) && (from !== target || isCyclic(from)),
  };
}

function* referencesOf(schema: Schema): Generator<string> {
  if (schema.kind === 'reference') yield schema.target;
  for (const child of childSchemas(schema)) yield* referencesOf(child);
}
