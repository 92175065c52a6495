import { prependToken } from './json-pointer.ts';

/** A validator of any library that speaks Standard Schema. @see https://standardschema.dev */
export interface Validator {
  readonly '~standard': {
    readonly validate: (value: unknown) => ValidationResult | Promise<ValidationResult>;
  };
}

interface ValidationResult {
  readonly issues?: readonly ValidationIssue[] | undefined;
}

interface ValidationIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** One thing that is wrong with a value. */
export interface Issue {
  /** RFC 6901 pointer into the value. */
  readonly pointer: string;
  readonly message: string;
}

/** What a validator finds wrong with a value; nothing where it is valid. */
export async function findIssues(validator: Validator, value: unknown): Promise<Issue[]> {
  const { issues = [] } = await validator['~standard'].validate(value);
  return issues.map(toIssue);
}

function toIssue({ message, path = [] }: ValidationIssue): Issue {
  const tokens = path.map((segment) => String(typeof segment === 'object' ? segment.key : segment));
  return { pointer: tokens.map((token) => prependToken(token, '')).join(''), message };
}
