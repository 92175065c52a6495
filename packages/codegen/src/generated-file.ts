/** One file of generated output, before it is on disk. */
export interface GeneratedFile {
  /** Relative to the output folder, with `/` between segments. */
  readonly path: string;
  readonly contents: string;
  /** Whether the contents are formatted already, and only what is generated of a spec has yet to be. @defaultValue false */
  readonly isFormatted?: boolean;
}
