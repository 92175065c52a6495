/** Something that could not be read; the scan went on without it. */
export interface Problem {
  /** Relative to the scanned folder, with `/` between segments. */
  readonly file: string;
  readonly message: string;
}

/** Takes a problem with the file at an absolute path. */
export type ReportProblem = (path: string, message: string) => void;
