/** What a successful call has brought. */
export interface Answer {
  readonly data: unknown;
  /** Its body is read. */
  readonly response: Response;
  /** How many attempts it took. */
  readonly attempts: number;
  /** From the call to the whole answer, in ms. */
  readonly duration: number;
}
