import type { ApiModel, Schema } from '@apipin/openapi-model';
import type { RuntimeUse } from '../runtime-modules.ts';
import { patternExpression, usesVariable } from '../source-text.ts';
import { STRING_FORMATS } from '../string-formats.ts';
import { takeName } from '../take-name.ts';
import { emitBody } from './emit-predicate.ts';
import type { PredicateContext } from './predicate-context.ts';

/** A predicate to emit: the schema, and what the function is called. */
export interface NamedPredicate {
  readonly name: string;
  readonly schema: Schema;
}

/** What all predicates of one module share. */
export interface PredicateEmission {
  readonly schemas: ReadonlyMap<string, Schema>;
  readonly linearPatterns: ApiModel['linearPatterns'];
  /** The function that tests the schema at a pointer. */
  readonly predicateOf: (target: string) => string;
  readonly use: RuntimeUse;
  /** The names of all functions of the module; grows while emitting. */
  readonly taken: Set<string>;
}

/**
 * Emits a function for each of `predicates` that says whether a value matches: straight-line code, compiled ahead of
 * time, for places where speed matters or code cannot be made at run time.
 */
export function emitPredicates(
  predicates: readonly NamedPredicate[],
  { schemas, linearPatterns, predicateOf, use, taken }: PredicateEmission,
): string {
  const constants = new Map<string, string>();
  const hoisted = new Map<string, string>();
  let usesValues = false;
  const context: PredicateContext = {
    schemas,
    predicateOf,
    formatPredicate: (format) => {
      const predicate = STRING_FORMATS.get(format);
      return predicate === undefined ? undefined : context.helper(predicate);
    },
    helper: (name) => {
      usesValues = true;
      use.values.add(name);
      return `values.${name}`;
    },
    pattern: (pattern) =>
      context.constant(
        patternExpression(pattern, linearPatterns, () => context.helper('linearPattern')),
      ),
    constant: (code) => remember(constants, code, 'constant', taken),
    hoist: (hint, body) => remember(hoisted, body, hint, taken),
  };
  const exported = predicates.map(
    ({ name, schema }) => `export ${emitFunction(name, emitBody(schema, context))}`,
  );
  const imports = !usesValues ? [] : ["import * as values from './values.js';\n"];
  const declarations = [...constants].map(([code, name]) => `const ${name} = ${code};`);
  const functions = [...hoisted].map(([body, name]) => emitFunction(name, body));
  const code = [...declarations, '', ...exported, ...functions].join('\n');
  return predicates.length === 0 ? 'export {};\n' : [...imports, code].join('\n');
}

/** Strict compilers refuse a parameter that is not used, unless its name says so. */
function emitFunction(name: string, body: string): string {
  const parameter = usesVariable(body, 'value') ? 'value' : '_value';
  return `function ${name}(${parameter}: any): boolean {\n${body}\n}\n`;
}

/** The name that goes with `code`, a new one where there is none yet. */
function remember(
  names: Map<string, string>,
  code: string,
  hint: string,
  taken: Set<string>,
): string {
  const name = names.get(code) ?? takeName(`${hint}${names.size + 1}`, taken);
  names.set(code, name);
  return name;
}
