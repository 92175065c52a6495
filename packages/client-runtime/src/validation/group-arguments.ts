import type { OperationSpec } from '../operation-spec.ts';
import { ownProperty } from '../own-property.ts';
import {
  argumentOf,
  detailsOf,
  type CallInput,
  type ParameterLocation,
} from '../request/parameter.ts';

/** Parameter values by location and wire name. */
export type ParameterValues = { [Location in ParameterLocation]?: Record<string, unknown> };

/** Groups what a call sends by location; a location without parameters is left out. */
export function groupArguments(spec: OperationSpec, given: CallInput): ParameterValues {
  const inPath = Array.from(
    spec.path.matchAll(/\{([^{}]+)\}/g),
    ([, name = '']) => ownProperty(spec.pathParameters, name) ?? name,
  );
  const { query = [], header = [], cookie = [] } = spec;
  const values: ParameterValues = {};
  for (const [location, parameters] of Object.entries({ path: inPath, query, header, cookie })) {
    if (parameters.length === 0) continue;
    // No prototype, as a parameter may be called `__proto__`.
    const group = Object.create(null) as Record<string, unknown>;
    for (const parameter of parameters.map(detailsOf)) {
      const value = argumentOf(parameter, given);
      if (value !== undefined) group[parameter.name] = value;
    }
    values[location as ParameterLocation] = group;
  }
  return values;
}
