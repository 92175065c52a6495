/** What every error of this package is an instance of. */
export abstract class CompatError extends Error {
  abstract override readonly name: string;
}
