import type { ParameterDetails, ParameterSpec } from '../operation-spec.ts';
import { ownProperty } from '../own-property.ts';

/** Where a parameter travels: the values of `in` of an OpenAPI parameter. */
export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie';

/** What a call is given: its own input, and the client's values by wire name. */
export interface CallInput {
  readonly input: Readonly<Record<string, unknown>>;
  readonly defaults: Readonly<Record<string, unknown>> | undefined;
}

/** The details of a parameter, whichever way it is written in a table. */
export function detailsOf(parameter: ParameterSpec): ParameterDetails {
  return typeof parameter === 'string' ? { name: parameter } : parameter;
}

/** What a call sends for a parameter; `undefined` sends nothing. */
export function argumentOf(
  { name, key = name }: ParameterDetails,
  { input, defaults }: CallInput,
): unknown {
  const given = ownProperty(input, key);
  return given === undefined ? ownProperty(defaults, name) : given;
}
