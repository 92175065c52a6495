import type { Operation, Parameter } from '@apipin/openapi-model';
import type { SameMeaning } from './same-meaning.ts';

/** What of an operation cannot be mapped from one version to the other, in sentences. */
export function findProblems(old: Operation, current: Operation, isSame: SameMeaning): string[] {
  return [...pathProblems(old, current), ...cookieProblems(old, current, isSame)];
}

/** A path is put together of the other version's parameters, which are recognised by their names. */
function pathProblems(old: Operation, current: Operation): string[] {
  const [a, b] = [old, current].map(({ path }) => templateNamesOf(path).toSorted().join());
  if (a === b) return [];
  return [
    `${current.operationId}: ${old.path} and ${current.path} have different path parameters; ` +
      'give them the same names in both specs',
  ];
}

function templateNamesOf(path: string): string[] {
  return Array.from(path.matchAll(/\{([^{}]+)\}/g), ([, name = '']) => name);
}

/** Cookies are forwarded as they are, since they are not what a client of one API decides. */
function cookieProblems(old: Operation, current: Operation, isSame: SameMeaning): string[] {
  const [olds, currents] = [cookiesOf(old), cookiesOf(current)];
  const names = new Set([...olds.keys(), ...currents.keys()]);
  return [...names]
    .filter((name) => {
      const [a, b] = [olds.get(name), currents.get(name)];
      return !a || !b || a.required !== b.required || !isSame(a.schema, b.schema);
    })
    .map((name) => {
      return `${current.operationId}: the versions differ in the cookie "${name}", and cookies are not mapped; leave it out of both specs`;
    });
}

function cookiesOf({ parameters }: Operation): Map<string, Parameter> {
  const cookies = parameters.filter((parameter) => parameter.in === 'cookie');
  return new Map(cookies.map((parameter) => [parameter.name, parameter]));
}
