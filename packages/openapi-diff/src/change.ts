import type { JsonValue, SourceLocation } from '@apipin/openapi-model';

/**
 * What a change means under the chosen preset: `breaking` for somebody, `non-breaking`, or `docs` where nothing but
 * words moved.
 */
export type Level = 'breaking' | 'non-breaking' | 'docs';

/**
 * What a change means for one kind of consumer: `breaking`, `compatible`, or `none` where they cannot see it at all.
 */
export type Verdict = 'breaking' | 'compatible' | 'none';

/** The way the changed part travels; `both` where it belongs to neither, such as a path. */
export type ChangeDirection = 'request' | 'response' | 'both';

/** The part of the document that changed. */
export type Area =
  | 'operation'
  | 'parameter'
  | 'request body'
  | 'response'
  | 'header'
  | 'security'
  | 'schema'
  | 'document';

/** An operation that a change touches, as the newer version has it, or the older where it is gone. */
export interface TouchedOperation {
  readonly operationId: string;
  /** In upper case. */
  readonly method: string;
  readonly path: string;
}

/** One semantic difference between two documents. */
export interface Change {
  /** The rule and the place: the same for the same change, whatever else changes and wherever the files move. */
  readonly id: string;
  /** Which kind of change it is, such as `response-property-enum-value-added`. */
  readonly rule: string;
  readonly area: Area;
  readonly level: Level;
  /** Whether traffic of a client that followed the older document breaks. */
  readonly wire: Verdict;
  /** Whether code breaks that was compiled against the types generated from the older document. */
  readonly source: Verdict;
  readonly direction: ChangeDirection;
  /** Those that the changed part belongs to, sorted by operationId; none for parts that no operation uses. */
  readonly operations: readonly TouchedOperation[];
  /** What changed, in words of the document, such as `PublicFile.fileUsageType` or `listChannels query after`. */
  readonly subject: string;
  /** Where it stands in the older document; `undefined` where it is new. */
  readonly old: SourceLocation | undefined;
  /** Where it stands in the newer document; `undefined` where it is gone. */
  readonly new: SourceLocation | undefined;
  /** What the older document said at the changed place; `undefined` where it said nothing. */
  readonly before: JsonValue | undefined;
  /** What the newer document says there. */
  readonly after: JsonValue | undefined;
  /** One sentence for people, without a full stop. */
  readonly message: string;
}

/** How the version of a package that is generated from the document has to change. */
export type Bump = 'major' | 'minor' | 'patch' | 'none';

/** One of the two documents. */
export interface ComparedDocument {
  /** As the user named it. */
  readonly file: string;
  /** `info.title` */
  readonly title: string;
  /** `info.version` */
  readonly version: string;
}

/** What comparing two documents found. */
export interface Diff {
  readonly old: ComparedDocument;
  readonly new: ComparedDocument;
  readonly bump: Bump;
  /** Breaking ones first, then by subject. */
  readonly changes: readonly Change[];
}
