/** The modules that emitted files import, as they import them, and what the versions are called. */
export interface CompatPackages {
  /** The client of the old version, for its types. */
  readonly old: string;
  /** The client of the current version, for its types. */
  readonly current: string;
  /** What exports the hand-written `rules`. */
  readonly rules: string;
  /** @defaultValue `info.version` of the specs, which tells them apart only where the two are not the same */
  readonly versions?: VersionIds | undefined;
}

/** What two versions are called. */
export interface VersionIds {
  readonly old: string;
  readonly current: string;
}
