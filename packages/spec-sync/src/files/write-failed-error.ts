/** The files could not be written, and none of them was changed; the reason is in `cause`. */
export class WriteFailedError extends Error {
  override readonly name = 'WriteFailedError';

  constructor(root: string, reason: string, options?: ErrorOptions) {
    super(`${root}: nothing was changed: ${reason}; remove the obstacle and run again`, options);
  }
}
