/** A pinned name cannot be changed as asked; nothing was. */
export class NameEditError extends Error {
  override readonly name = 'NameEditError';
  /** The name that was to change. */
  readonly from: string;

  constructor(from: string, message: string) {
    super(message);
    this.from = from;
  }
}
