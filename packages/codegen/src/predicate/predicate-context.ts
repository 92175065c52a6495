import type { Schema } from '@apipin/openapi-model';

/** What emitting a predicate needs to know beyond its schema. */
export interface PredicateContext {
  /** What references point to, by pointer. */
  readonly schemas: ReadonlyMap<string, Schema>;
  /** The function that tests a value against the schema at `target`. */
  predicateOf(target: string): string;
  /** The function that tests a string's format; `undefined` where the format is an annotation. */
  formatPredicate(format: string): string | undefined;
  /** A function of the shared module; notes that the output needs it. */
  helper(name: string): string;
  /** A constant of the module that tests a text against `pattern`. */
  pattern(pattern: string): string;
  /** A constant of the module that holds `code`; the same code gives the same constant. */
  constant(code: string): string;
  /**
   * A function of one `value` with the statements in `body`; the same body gives the same function.
   *
   * @param hint - Goes into the name, for people who read the output.
   */
  hoist(hint: string, body: string): string;
}
