import type { ApiModel, Schema } from '@apipin/openapi-model';
import type { NameTable } from '../names.ts';
import type { RuntimeUse } from '../runtime-modules.ts';
import { patternExpression } from '../source-text.ts';
import { findReferenceCycles } from '../zod/reference-cycles.ts';
import { emitShape, NOTHING, type ShapeContext } from './emit-shape.ts';
import type { DriftModule, TolerantPredicates } from './tolerant-predicates.ts';

/** The shapes of an output, collected while emitting. */
export interface Shapes {
  /** The expression for the shape of `schema`. */
  of(schema: Schema): string;
  /** The declarations of the named shapes that the expressions lead to, each after those it needs. */
  emit(): string[];
}

/**
 * Starts to collect shapes.
 *
 * @param modules - What the expressions refer to; grows while emitting.
 */
export function collectShapes(
  model: ApiModel,
  names: NameTable,
  predicates: TolerantPredicates,
  use: RuntimeUse,
  modules: Set<DriftModule>,
): Shapes {
  const schemas = new Map([...model.schemas].map(([pointer, { schema }]) => [pointer, schema]));
  const cycles = findReferenceCycles(schemas);
  const shapes = new Map<string, string>();
  /** What functions lead to, which is declared even where it is nothing. */
  const deferred = new Set<string>();

  /** @param from - The named schema that the shape is a part of. */
  function contextOf(from: string | undefined): ShapeContext {
    return {
      schemas,
      accepts: predicates.accepts,
      tolerates: predicates.tolerates,
      pattern: (pattern) =>
        patternExpression(pattern, model.linearPatterns, () => {
          use.values.add('linearPattern');
          modules.add('values');
          return 'values.linearPattern';
        }),
      reference: (target) => {
        const name = names.schema(target);
        if (from !== undefined && cycles.inCycle(from, target)) {
          deferred.add(target);
          shapeOf(target);
          return `() => ${name}`;
        }
        return shapeOf(target) === NOTHING ? NOTHING : name;
      },
    };
  }

  function shapeOf(pointer: string): string {
    const known = shapes.get(pointer);
    if (known !== undefined) return known;
    // Whatever leads back here refers to the name.
    shapes.set(pointer, '');
    const schema = schemas.get(pointer);
    const shape = schema === undefined ? NOTHING : emitShape(schema, contextOf(pointer));
    shapes.set(pointer, shape);
    return shape;
  }

  return {
    of: (schema) => emitShape(schema, contextOf(undefined)),
    emit: () =>
      cycles.order.flatMap((pointer) => {
        const shape = shapes.get(pointer);
        if (shape === undefined || (shape === NOTHING && !deferred.has(pointer))) return [];
        modules.add('values');
        return [`const ${names.schema(pointer)}: values.Shape = ${shape};\n`];
      }),
  };
}
