import type {
  OperationSpec,
  ParameterDetails,
  ParameterSpec,
  ParameterStyle,
} from './operation-table.ts';
import { ownProperty } from './own-property.ts';

/** Where a parameter travels: the values of `in` of an OpenAPI parameter. */
export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie';

/** A parameter with every default filled in. */
export interface Parameter {
  readonly in: ParameterLocation;
  readonly name: string;
  readonly key: string;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  readonly mediaType: string | undefined;
}

/** A parameter and what a call sends for it; `undefined` sends nothing. */
export interface Argument {
  readonly parameter: Parameter;
  readonly value: unknown;
}

/** Parameter values by location and wire name. */
export type ParameterValues = { [Location in ParameterLocation]?: Record<string, unknown> };

function listParameters(spec: OperationSpec): Parameter[] {
  const names = Array.from(spec.path.matchAll(/\{([^{}]+)\}/g), ([, name]) => name as string);
  const details = new Map(spec.pathParameters?.map((parameter) => [nameOf(parameter), parameter]));
  return [
    ...names.map((name) => createParameter('path', details.get(name) ?? name)),
    ...(['query', 'header', 'cookie'] as const).flatMap((location) =>
      (spec[location] ?? []).map((parameter) => createParameter(location, parameter)),
    ),
  ];
}

function nameOf(parameter: ParameterSpec): string {
  return typeof parameter === 'string' ? parameter : parameter.name;
}

/** Fills in the defaults of a parameter. */
export function createParameter(location: ParameterLocation, spec: ParameterSpec): Parameter {
  const details: ParameterDetails = typeof spec === 'string' ? { name: spec } : spec;
  const { name, key = name, allowReserved = false, mediaType } = details;
  const isNamed = location === 'query' || location === 'cookie';
  const { style = isNamed ? 'form' : 'simple', explode = style === 'form' } = details;
  return { in: location, name, key, style, explode, allowReserved, mediaType };
}

/** Takes an argument for each parameter from the call's input, else from `defaults` by wire name. */
export function collectArguments(
  spec: OperationSpec,
  input: Readonly<Record<string, unknown>>,
  defaults: Readonly<Record<string, unknown>> | undefined,
): Argument[] {
  return listParameters(spec).map((parameter) => {
    const given = ownProperty(input, parameter.key);
    return {
      parameter,
      value: given === undefined ? ownProperty(defaults, parameter.name) : given,
    };
  });
}

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
