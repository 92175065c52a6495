import type { Schema } from '@apipin/openapi-model';

/** In which order schemas can be declared, and which of them need each other. */
export interface ReferenceCycles {
  /** Every pointer, after all those it refers to outside its own cycle. */
  readonly order: readonly string[];
  /** Whether `target` leads back to `from`, so that neither can be declared first. */
  inCycle(from: string, target: string): boolean;
}

/**
 * Finds the strongly connected components of the reference graph, by Tarjan's algorithm without recursion.
 *
 * @see https://doi.org/10.1137/0201010
 */
export function findReferenceCycles(schemas: ReadonlyMap<string, Schema>): ReferenceCycles {
  const targets = new Map(
    [...schemas].map(([pointer, schema]) => [pointer, [...referencesOf(schema)]]),
  );
  const component = new Map<string, number>();
  const order: string[] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];

  for (const root of schemas.keys()) {
    if (!index.has(root)) visit(root);
  }
  return {
    order,
    inCycle: (from, target) =>
      component.get(from) === component.get(target) &&
      (from !== target || (targets.get(from)?.includes(target) ?? false)),
  };

  function visit(root: string): void {
    const path = [{ pointer: root, next: 0 }];
    enter(root);
    for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
      const { pointer } = frame;
      const target = targets.get(pointer)?.[frame.next];
      frame.next += 1;
      if (target === undefined) {
        leave(pointer);
        path.pop();
        const parent = path.at(-1)?.pointer;
        if (parent !== undefined) lower(parent, low.get(pointer) as number);
      } else if (!index.has(target)) {
        enter(target);
        path.push({ pointer: target, next: 0 });
      } else if (!component.has(target)) {
        lower(pointer, index.get(target) as number);
      }
    }
  }

  function enter(pointer: string): void {
    low.set(pointer, index.size);
    index.set(pointer, index.size);
    open.push(pointer);
  }

  function lower(pointer: string, value: number): void {
    low.set(pointer, Math.min(low.get(pointer) as number, value));
  }

  function leave(pointer: string): void {
    if (low.get(pointer) !== index.get(pointer)) return;
    const members = open.splice(open.indexOf(pointer));
    for (const member of members) component.set(member, index.get(pointer) as number);
    order.push(...members.reverse());
  }
}

function* referencesOf(schema: Schema): Generator<string> {
  if (schema.kind === 'reference') yield schema.target;
  for (const child of childSchemas(schema)) yield* referencesOf(child);
}

/** The schemas directly inside `schema`. */
export function childSchemas(schema: Schema): readonly Schema[] {
  switch (schema.kind) {
    case 'array':
      return [...schema.prefixItems, schema.items, schema.contains?.schema].filter(isPresent);
    case 'object':
      return [
        ...schema.properties.map((property) => property.schema),
        ...schema.patternProperties.map((property) => property.schema),
        schema.additionalProperties,
        schema.propertyNames,
      ].filter(isPresent);
    case 'union':
    case 'intersection':
      return schema.members;
    case 'not':
      return [schema.schema];
    case 'conditional':
      return [schema.condition, schema.consequent, schema.alternative].filter(isPresent);
    case 'dependent':
      return [...schema.schemas.values()];
    case 'unevaluated':
      return [schema.schema, schema.properties, schema.items].filter(isPresent);
    case 'any':
    case 'never':
    case 'null':
    case 'boolean':
    case 'number':
    case 'string':
    case 'enum':
    case 'reference':
      return [];
  }
}

function isPresent<Value>(value: Value | undefined): value is Value {
  return value !== undefined;
}
