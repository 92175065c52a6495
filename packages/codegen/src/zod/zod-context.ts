import type { ApiModel, Schema } from '@apipin/openapi-model';
import type { NameTable } from '../names.ts';
import type { RuntimeUse } from '../runtime-modules.ts';
import { patternExpression } from '../source-text.ts';
import type { Module } from './module.ts';
import type { ReferenceCycles } from './reference-cycles.ts';

/** What emitting a validator needs to know beyond its schema. */
export interface ZodContext {
  /** What references point to, by pointer. */
  readonly schemas: ReadonlyMap<string, Schema>;
  /** What the validator of the schema at `target` is called. */
  nameOf(target: string): string;
  /** The expression for the validator of the schema at `target`. */
  reference(target: string): string;
  /** The expression for the predicate of the schema that is being declared. */
  ownPredicate(): string;
  /** The expression for a check that zod has no method for; notes that the output needs it. */
  check(name: string): string;
  /** The expression for a function of plain values; notes that the output needs it. */
  value(name: string): string;
  /** The expression for what tests a text against `pattern`. */
  pattern(pattern: string): string;
  /** Whether that is a program, and no regular expression. */
  isLinearPattern(pattern: string): boolean;
  /** Whether `target` is part of the declaration's own cycle, and so not declared yet. */
  isRecursive(target: string): boolean;
  /** Whether the type of `target` is written out, since it leads back to itself and cannot always be inferred. */
  hasWrittenType(target: string): boolean;
  /** A context for expressions that run later, when everything is declared. */
  deferred(): ZodContext;
}

/** What all declarations of one output share. */
export interface SharedEmission {
  readonly names: NameTable;
  readonly schemas: ReadonlyMap<string, Schema>;
  readonly linearPatterns: ApiModel['linearPatterns'];
  readonly cycles: ReferenceCycles;
  readonly use: RuntimeUse;
}

/** One declaration, and the file it goes to. */
export interface Emission extends SharedEmission {
  /** The schema being declared; `undefined` for an operation, which comes after all schemas. */
  readonly pointer: string | undefined;
  /** The modules that the file imports; grows while emitting. */
  readonly modules: Set<Module>;
}

/** Creates the context of one declaration. */
export function createZodContext(emission: Emission, isDeferred = false): ZodContext {
  const { pointer, names, schemas, linearPatterns, cycles, use, modules } = emission;
  const isRecursive = (target: string): boolean =>
    pointer !== undefined && cycles.inCycle(pointer, target);
  const value = (name: string): string => {
    use.values.add(name);
    modules.add('values');
    return `values.${name}`;
  };
  return {
    schemas,
    nameOf: (target) => names.schema(target),
    reference: (target) => {
      if (pointer !== undefined) return names.schema(target);
      modules.add('schemas');
      return `schemas.${names.schema(target)}`;
    },
    ownPredicate: () => {
      if (pointer === undefined) throw new RangeError('operations have no predicate');
      modules.add('predicates');
      return `predicates.${names.predicate(pointer)}`;
    },
    check: (name) => {
      use.checks.add(name);
      modules.add('checks');
      return `checks.${name}`;
    },
    value,
    pattern: (pattern) => patternExpression(pattern, linearPatterns, () => value('linearPattern')),
    isLinearPattern: (pattern) => linearPatterns.has(pattern),
    isRecursive: (target) => !isDeferred && isRecursive(target),
    hasWrittenType: (target) => cycles.inCycle(target, target),
    deferred: () => createZodContext(emission, true),
  };
}
