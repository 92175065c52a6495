/** What one file is to become. */
export interface FileChange {
  /** Relative to the root, with `/` between segments. */
  readonly path: string;
  /** `undefined` where there is to be no file. */
  readonly contents: string | undefined;
}
