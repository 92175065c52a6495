/** The modules that emitted files import, as they import them. */
export interface CompatPackages {
  /** The client of the old version, for its types. */
  readonly old: string;
  /** The client of the current version, for its types. */
  readonly current: string;
  /** What exports the hand-written `rules`. */
  readonly rules: string;
}
