import type { Argument, ParameterLocation } from '../request/parameter.ts';

/** Parameter values by location and wire name. */
export type ParameterValues = { [Location in ParameterLocation]?: Record<string, unknown> };

/** Groups arguments by location; a location without parameters is left out. */
export function groupArguments(args: readonly Argument[]): ParameterValues {
  const values: ParameterValues = {};
  for (const { parameter, value } of args) {
    // No prototype, as a parameter may be called `__proto__`.
    const group = (values[parameter.in] ??= Object.create(null) as Record<string, unknown>);
    if (value !== undefined) group[parameter.name] = value;
  }
  return values;
}
