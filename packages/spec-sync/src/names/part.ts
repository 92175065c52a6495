/** A part of an API, pinned or found, and what there is to recognise it by. */
export interface Part {
  readonly section: string;
  readonly name: string;
  readonly digest: string;
  /** Absent where there is no such thing as a part of a structure. */
  readonly shape?: string;
  readonly uses: readonly Use[];
}

export interface PinnedPart extends Part {
  /** What it was called upstream, as far as that is not its pinned name. */
  readonly upstream: string | undefined;
  readonly isRetired: boolean;
}

/** One place where a part is used. */
export interface Use {
  /** A part that refers to it, by section and name with a slash between, or anything else. */
  readonly owner: string;
  /** Where in the owner. */
  readonly place: string;
}
