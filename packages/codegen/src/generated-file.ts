/** One file of generated output, before it is on disk. */
export interface GeneratedFile {
  /** Relative to the output folder, with `/` between segments. */
  readonly path: string;
  readonly contents: string;
}
