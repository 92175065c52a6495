import * as z from 'zod';
import { isOpenValue } from '../values/is-open-value.js';

/** One of `known`, or a string that is not known yet. */
export function openEnum<const Known extends string>(
  known: readonly Known[],
  pointer: string,
): z.ZodType<Known | (string & {})> {
  return z.custom<Known | (string & {})>(
    (value) => isOpenValue(value, known, pointer),
    'Invalid input: expected string',
  );
}
