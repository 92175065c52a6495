import type { OperationSpec, ParameterDetails } from '../operation-spec.ts';
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
  const values: ParameterValues = {};
  for (const [location, parameters] of parametersOf(spec)) {
    // No prototype, as a parameter may be called `__proto__`.
    const group = Object.create(null) as Record<string, unknown>;
    for (const parameter of parameters) {
      const value = argumentOf(parameter, given);
      if (value !== undefined) group[parameter.name] = value;
    }
    values[location] = group;
  }
  return values;
}

type Parameters = readonly (readonly [ParameterLocation, readonly ParameterDetails[]])[];

/** What each operation takes, found once: looking through its path takes longer than a validator does. */
const known = /* @__PURE__ */ new WeakMap<OperationSpec, Parameters>();

function parametersOf(spec: OperationSpec): Parameters {
  const parameters = known.get(spec) ?? findParameters(spec);
  known.set(spec, parameters);
  return parameters;
}

function findParameters(spec: OperationSpec): Parameters {
  const path = Array.from(
    spec.path.matchAll(/\{([^{}]+)\}/g),
    ([, name = '']) => ownProperty(spec.pathParameters, name) ?? name,
  );
  const { query = [], outside: { header = [], cookie = [] } = {} } = spec;
  return Object.entries({ path, query, header, cookie })
    .filter(([, parameters]) => parameters.length > 0)
    .map(([location, parameters]) => [location as ParameterLocation, parameters.map(detailsOf)]);
}
