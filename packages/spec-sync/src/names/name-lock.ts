/**
 * What the parts of an API are called here, and how to find them in a document that calls them otherwise.
 *
 * Plain data with every object and list in a fixed order, so that a review shows what moved and nothing else.
 */
export interface NameLock {
  /** By method and path template; the path parameters in it have the names that they keep: `GET /pets/{petId}`. */
  readonly operations: { readonly [operation: string]: PinnedOperation };
  readonly tags: { readonly [tag: string]: PinnedTag };
  /** By section of `components`, then by name. */
  readonly components: { readonly [section: string]: PinnedComponents };
}

/** What every pinned name may say besides. */
export interface Pinned {
  /** What upstream calls it, where that is something else. */
  readonly upstream?: string;
  /** Set once upstream no longer has it, so that its return finds the name again; the higher, the later it went. */
  readonly retired?: number;
}

/** Found again by its method and path. */
export interface PinnedOperation extends Pinned {
  /** Absent as long as upstream gives it none. */
  readonly operationId?: string;
}

/** Found again by the operations that carry it. */
export interface PinnedTag extends Pinned {
  /** As keys of {@link NameLock.operations}. */
  readonly operations: readonly string[];
}

/** Found again by what it says and where it is used. */
export interface PinnedComponent extends Pinned {
  /** Of its structure, with that of everything it refers to. */
  readonly digest: string;
  /** Of its structure alone. */
  readonly shape: string;
  /** Some of its places: what it stands in, and the JSON pointer there, as in `schemas/Page#/properties/results/items`. */
  readonly uses: readonly string[];
}

/** The components of one section by name. */
export interface PinnedComponents {
  readonly [name: string]: PinnedComponent;
}

/** The lock of a document that has no parts. */
export const EMPTY_NAMES: NameLock = { operations: {}, tags: {}, components: {} };

/** One name that upstream changed and that was changed back, or one that had to give way. */
export interface Renaming {
  /** `operations`, `tags`, `paths`, or a section of `components`. */
  readonly kind: string;
  /** The name upstream; empty for an operation that lost its id. */
  readonly from: string;
  readonly to: string;
}
