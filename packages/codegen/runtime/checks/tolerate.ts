import * as z from 'zod';
import { findDrift } from '../values/find-drift.js';

/** Whatever a value is held to, whichever type it then has. */
interface Validator {
  readonly '~standard': z.core.$ZodStandardSchema<z.ZodType>;
}

/**
 * A validator for any library that speaks Standard Schema. Unlike that of the schema itself it lets through what the schema
 * does not know yet, so that the type of what it lets through is not known.
 *
 * @see https://standardschema.dev
 */
export interface Tolerant extends Validator {
  /** What the schema does not know of a value that the validator lets through. */
  driftOf(value: unknown): ReturnType<typeof findDrift>;
}

/** The validators of an operation: exact for requests, tolerant for responses that have a body. */
export interface TolerantOperation {
  readonly parameters?: Validator;
  readonly requestBody?: Validator;
  readonly responses: Readonly<Record<string, Validator | Tolerant>>;
}

/**
 * Makes a validator tolerant.
 *
 * @param exact - The validator, which names the issues of what is wrong all the same.
 * @param shape - What its schema knows.
 * @param tolerates - Whether a value is right but for what the schema does not know.
 */
export function tolerate(
  exact: Validator & { is(value: unknown): boolean },
  shape: Parameters<typeof findDrift>[1],
  tolerates: (value: unknown) => boolean = () => false,
): Tolerant {
  const { validate, ...standard } = exact['~standard'];
  const driftOf = (value: unknown): ReturnType<typeof findDrift> => findDrift(value, shape);
  return {
    '~standard': {
      ...standard,
      validate: (value, ...rest) => {
        if (exact.is(value) || tolerates(value)) return { value };
        const result = validate(value, ...rest);
        return 'issues' in result && result.issues !== undefined
          ? { issues: withoutDrift(driftOf(value), result.issues) }
          : result;
      },
    },
    driftOf,
  };
}

/** The issues that are not about drift; all where the schema says it in no other way. */
function withoutDrift<Issue extends { readonly path?: readonly unknown[] | undefined }>(
  drift: ReturnType<typeof findDrift>,
  issues: readonly Issue[],
): readonly Issue[] {
  const tolerated = new Set(drift.map(({ path }) => path.join('/')));
  const others = issues.filter(({ path = [] }) => !tolerated.has(path.join('/')));
  return others.length > 0 ? others : issues;
}
