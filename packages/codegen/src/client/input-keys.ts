import type { Operation, Parameter } from '@apipin/openapi-model';

/** The property of a method's input that each parameter is given by. */
export type InputKeys = ReadonlyMap<Parameter, string>;

/**
 * Parameters are given by their names, side by side with `body`. Where a name is taken, its location goes in front:
 * `id` in the path stays `id`, and `id` in the query becomes `queryId`.
 */
export function inputKeys({ parameters }: Operation): InputKeys {
  const taken = new Set(['body', '__proto__']);
  const keys = new Map<Parameter, string>();
  for (const parameter of parameters) {
    let key = parameter.name;
    if (taken.has(key)) key = `${parameter.in}${key.charAt(0).toUpperCase()}${key.slice(1)}`;
    while (taken.has(key)) key = `${key}_`;
    taken.add(key);
    keys.set(parameter, key);
  }
  return keys;
}
