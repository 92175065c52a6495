import { childSchemas, type ApiModel, type Schema } from '@apipin/openapi-model';
import { tolerateUnknown } from '../adapt/tolerate-unknown.ts';
import type { NameTable } from '../names.ts';
import { emitPredicates, type NamedPredicate } from '../predicate/emit-predicates.ts';
import type { RuntimeUse } from '../runtime-modules.ts';
import { takeName } from '../take-name.ts';

/** What `drift.ts` can import. */
export type DriftModule = 'checks' | 'fast' | 'predicates' | 'tolerant' | 'values';

/** The predicates of an output that are not about the document's schemas as they are, collected while emitting. */
export interface TolerantPredicates {
  /** The expression for the predicate of `schema`. */
  accepts(schema: Schema): string;
  /** The expression for the predicate of what `schema` is to someone tolerant; `undefined` where that is no different. */
  tolerates(schema: Schema): string | undefined;
  /** The module of those that were asked for and are not in `predicates.ts`; `undefined` where all are. */
  emit(): string | undefined;
}

/**
 * Starts to collect predicates.
 *
 * @param modules - What the expressions refer to; grows while emitting.
 */
export function collectTolerantPredicates(
  model: ApiModel,
  names: NameTable,
  use: RuntimeUse,
  modules: Set<DriftModule>,
): TolerantPredicates {
  const document = new Map([...model.schemas].map(([pointer, { schema }]) => [pointer, schema]));
  const { schemas, originals, tolerant } = tolerateUnknown(document);
  const taken = new Set([...document.keys()].map((pointer) => names.predicate(pointer)));
  const wanted = new Map<string, NamedPredicate>();

  function accepts(schema: Schema): string {
    if (schema.kind !== 'reference') return wantInline(schema);
    const original = originals.get(schema.target);
    modules.add(original === undefined ? 'predicates' : 'tolerant');
    if (original === undefined) return `predicates.${names.predicate(schema.target)}`;
    return `tolerant.${want(schema.target, names.predicate(original))}`;
  }

  function wantInline(schema: Schema): string {
    const name = takeName('isPart', taken);
    wanted.set(name, { name, schema });
    wantReferences(schema);
    modules.add('tolerant');
    return `tolerant.${name}`;
  }

  /** A twin is called as its original is, in the other module. */
  function want(twin: string, name: string): string {
    const schema = schemas.get(twin);
    if (!wanted.has(name) && schema !== undefined) {
      wanted.set(name, { name, schema });
      wantReferences(schema);
    }
    return name;
  }

  function wantReferences(schema: Schema): void {
    const original = schema.kind === 'reference' ? originals.get(schema.target) : undefined;
    if (schema.kind === 'reference' && original !== undefined) {
      want(schema.target, names.predicate(original));
    }
    for (const child of childSchemas(schema)) wantReferences(child);
  }

  function emit(): string | undefined {
    if (wanted.size === 0) return undefined;
    let usesExact = false;
    const predicateOf = (target: string): string => {
      const original = originals.get(target);
      usesExact ||= original === undefined;
      return original === undefined
        ? `predicates.${names.predicate(target)}`
        : names.predicate(original);
    };
    const { linearPatterns } = model;
    const emission = { schemas, linearPatterns, predicateOf, use, taken };
    const code = emitPredicates([...wanted.values()], emission);
    return usesExact ? `import * as predicates from './predicates.js';\n${code}` : code;
  }

  function tolerates(schema: Schema): string | undefined {
    const accepting = tolerant(schema);
    return accepting === schema ? undefined : accepts(accepting);
  }

  return { accepts, tolerates, emit };
}
