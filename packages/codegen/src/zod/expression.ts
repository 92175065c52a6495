/**
 * A zod schema as source text, with its type as source text beside it: getters of recursive objects must name their
 * type, since the compiler cannot infer a type from itself.
 */
export interface Expression {
  readonly code: string;
  readonly type: string;
}

/** Adds a method call that does not change the type. */
export function refined(expression: Expression, ...calls: readonly string[]): Expression {
  return { ...expression, code: [expression.code, ...calls].join('') };
}

/** Wraps in `.exactOptional()`: the property may be absent, but never `undefined`. */
export function optional({ code, type }: Expression): Expression {
  return { code: `${code}.exactOptional()`, type: `z.ZodExactOptional<${type}>` };
}
