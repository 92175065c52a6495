import type { Origin } from './origin.ts';
import type { ParsedSource } from './parse-source.ts';
import type { ReferenceIndex } from './reference-index.ts';

/** A parsed file that references can start from and lead to. */
export interface SourceDocument extends ParsedSource {
  readonly origin: Origin;
  readonly references: ReferenceIndex;
}
