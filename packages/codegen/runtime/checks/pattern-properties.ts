import * as z from 'zod';
import { forward } from './forward.js';

/**
 * Checks each property whose name matches a pattern, and each that neither matches one nor is among `known` with
 * `additional`.
 */
export function patternProperties(
  patterns: readonly (readonly [Pick<RegExp, 'test'>, z.ZodType])[],
  known: readonly string[] = [],
  additional?: z.ZodType,
): z.core.CheckFn<object> {
  return ({ value, issues }) => {
    for (const [name, property] of Object.entries(value)) {
      const matching = patterns.filter(([pattern]) => pattern.test(name));
      for (const [, schema] of matching) forward(schema, property, [name], issues);
      if (additional !== undefined && matching.length === 0 && !known.includes(name)) {
        forward(additional, property, [name], issues);
      }
    }
  };
}
