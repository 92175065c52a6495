/** A file of a new package. */
export interface NewFile {
  /** Relative to the package, with `/` between segments. */
  readonly path: string;
  readonly contents: string;
}
