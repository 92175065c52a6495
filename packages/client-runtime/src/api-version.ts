/**
 * What a generated client says of the API version that it is for, as of when it was generated. Dates are days
 * (`2026-03-30`), or months where no day is known.
 */
export interface ApiVersion {
  /** The name of the API, the same in all of its versions. */
  readonly api: string;
  readonly id: string;
  readonly status?: 'preview' | 'current' | 'supported' | 'unsupported';
  readonly released?: string;
  /** Where support ends: when that day begins, or the first of that month, in UTC. */
  readonly supportedUntil?: string;
  /** The id of the version to move to. */
  readonly successor?: string;
}
