/** A write that was cut short cannot be taken back yet. Its journal stays, so that it still can be later. */
export class RecoveryError extends Error {
  override readonly name = 'RecoveryError';

  constructor(root: string, reason: string, options?: ErrorOptions) {
    super(`${root}: a write was cut short and cannot be taken back: ${reason}`, options);
  }
}
