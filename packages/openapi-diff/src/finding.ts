import type { JsonValue, SourceLocation } from '@apipin/openapi-model';

/** A change as a comparison finds it, before it is known which operations it touches. */
export interface Finding {
  /** The id of its rule. */
  readonly rule: string;
  readonly subject: string;
  /** Which of several at that place, such as a member of `oneOf`. */
  readonly item?: string | undefined;
  readonly old?: SourceLocation | undefined;
  readonly new?: SourceLocation | undefined;
  readonly before?: JsonValue | undefined;
  readonly after?: JsonValue | undefined;
  /** Whether the value never travels in this direction: a `readOnly` property in a request. */
  readonly isIdle?: boolean | undefined;
}

/** What comparing two schemas found, and the comparisons of what is inside them. May lead back to itself. */
export interface Comparison {
  readonly findings: Finding[];
  readonly children: Comparison[];
  /** The components that stand for each other here, where that is so. */
  readonly names?: readonly [old: string, current: string] | undefined;
  /**
   * Does the comparing, when somebody looks for the first time: documents lead from schema to schema for longer than a
   * stack is deep, and whoever asks whether anything changed needs the first change only.
   */
  complete?: (() => void) | undefined;
}

/** A comparison and all those inside it, each once. */
export function* comparisonsIn(comparison: Comparison): Generator<Comparison, void, void> {
  const seen = new Set<Comparison>();
  const pending = [comparison];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const { complete } = next;
    next.complete = undefined;
    complete?.();
    yield next;
    pending.push(...next.children);
  }
}

/** Every finding in a comparison and in those inside it. */
export function* findingsIn(comparison: Comparison): Generator<Finding, void, void> {
  for (const { findings } of comparisonsIn(comparison)) yield* findings;
}
