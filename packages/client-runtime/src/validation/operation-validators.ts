import type { StandardSchemaV1 } from '@standard-schema/spec';

/** Validators by operationId: what a generated validator package exports as `operations`. */
export type OperationValidators = Readonly<Record<string, OperationValidator>>;

/**
 * The validators of one operation, from any library that implements Standard Schema. They accept or
 * reject; what they return is not used.
 *
 * @see https://standardschema.dev
 */
export interface OperationValidator {
  /** For `{ path, query, header, cookie }`, of which only those that the operation has are given. */
  readonly parameters?: StandardSchemaV1 | undefined;
  /** For the request body; where that is optional, it has to accept `undefined`. */
  readonly requestBody?: StandardSchemaV1 | undefined;
  /** For the response body, by status code (`201`), range (`4XX`) or `default`. */
  readonly responses?: Readonly<Record<string, ResponseValidator>> | undefined;
}

/** A validator of response bodies. Where it lets through what its schema does not know, it can say what that is. */
export interface ResponseValidator extends StandardSchemaV1 {
  driftOf?(value: unknown): readonly UnknownPart[];
}

/** Something in a value that its schema does not know. */
export interface UnknownPart {
  readonly kind: 'property' | 'enum-value' | 'union-member';
  /** Keys and indices on the way to it. */
  readonly path: readonly (string | number)[];
  /** The same for every value, `*` in place of what differs. */
  readonly place: readonly string[];
  /** The string that is not known. */
  readonly value?: string;
}
