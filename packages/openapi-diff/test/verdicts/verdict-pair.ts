import type { JsonObject } from '@apipin/openapi-model';

/** Two documents of which somebody else has said what the change between them means. */
export interface VerdictPair {
  /** What changes, in a few words. */
  readonly title: string;
  /** The rule or the test of the judge that says so. */
  readonly rule: string;
  /** The gravest verdict of the judge on the pair: certainly, possibly or not breaking. */
  readonly severity: 'error' | 'warning' | 'info';
  readonly old: JsonObject;
  readonly new: JsonObject;
}
