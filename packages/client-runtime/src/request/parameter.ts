import type { OperationSpec, ParameterSpec, WriteParameter } from '../operation-spec.ts';
import { ownProperty } from '../own-property.ts';

/** Where a parameter travels: the values of `in` of an OpenAPI parameter. */
export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie';

/** A parameter, and the property of a call's input that is its value. */
export interface Parameter {
  readonly in: ParameterLocation;
  readonly name: string;
  readonly key: string;
  readonly write?: WriteParameter;
}

/** A parameter and what a call sends for it; `undefined` sends nothing. */
export interface Argument {
  readonly parameter: Parameter;
  readonly value: unknown;
}

/** Lists the parameters of an operation. */
export function listParameters(spec: OperationSpec): Parameter[] {
  const path = Array.from(
    spec.path.matchAll(/\{([^{}]+)\}/g),
    ([, name = '']) => spec.pathParameters?.find((given) => nameOf(given) === name) ?? name,
  );
  return Object.entries({
    path,
    query: spec.query,
    header: spec.header,
    cookie: spec.cookie,
  }).flatMap(([location, parameters = []]) =>
    parameters.map((given): Parameter => {
      const name = nameOf(given);
      const details = typeof given === 'string' ? {} : given;
      return { key: name, ...details, name, in: location as ParameterLocation };
    }),
  );
}

function nameOf(parameter: ParameterSpec): string {
  return typeof parameter === 'string' ? parameter : parameter.name;
}

/** Takes an argument for each parameter from the call's input, else from `defaults` by wire name. */
export function collectArguments(
  parameters: readonly Parameter[],
  input: Readonly<Record<string, unknown>>,
  defaults: Readonly<Record<string, unknown>> | undefined,
): Argument[] {
  return parameters.map((parameter) => {
    const given = ownProperty(input, parameter.key);
    return {
      parameter,
      value: given === undefined ? ownProperty(defaults, parameter.name) : given,
    };
  });
}
