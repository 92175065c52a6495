/**
 * What a program says once for all its clients, by declaration merging. Without it, types say that
 * every integer is a `number`, which holds as long as none is beyond ±(2^53 − 1).
 *
 * ```ts
 * declare module '@apipin/client-runtime' {
 *   interface Register {
 *     int64: 'bigint';
 *   }
 * }
 * ```
 */
export interface Register {}

interface LargeIntegers {
  readonly string: string;
  readonly bigint: bigint;
}

/**
 * What becomes of an integer in a response that is beyond ±(2^53 − 1), where numbers are rounded:
 * its digits, or a `bigint`.
 */
export type Int64Form = keyof LargeIntegers;

/** The form that a program has registered, else any. */
export type RegisteredInt64Form<Registered = Register> = Registered extends {
  readonly int64: infer Form extends Int64Form;
}
  ? Form
  : Int64Form;

/** An integer of format `int64`: a `number`, or the form that was registered for what no number can hold. */
export type Int64<Registered = Register> =
  | number
  | (Registered extends { readonly int64: infer Form extends Int64Form }
      ? LargeIntegers[Form]
      : never);
