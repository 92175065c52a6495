import { tokensOf } from './json-pointer.ts';
import { findIssues } from './standard-schema.ts';
import type { Issue, Validator } from './standard-schema.ts';

/** A parameter in a URL, with all of its texts: several where it is repeated. */
export interface UrlParameter {
  readonly in: 'path' | 'query';
  readonly name: string;
  readonly texts: readonly string[];
}

/**
 * What a validator finds wrong with the parameters in a URL. They are text there, so a parameter is valid where
 * anything is that its texts may stand for: a string, a number, a boolean, or a list of these.
 *
 * Nothing is said of headers and cookies, which are no part of a URL.
 */
export async function findParameterIssues(
  validator: Validator,
  parameters: readonly UrlParameter[],
): Promise<Issue[]> {
  const candidates = parameters.map(readTexts);
  const current = candidates.map(() => 0);
  for (;;) {
    const value = { path: {}, query: {} };
    parameters.forEach((parameter, index) => {
      define(value[parameter.in], parameter.name, candidates[index]?.[current[index] ?? 0]);
    });
    const issues = (await findIssues(validator, value)).filter(isOfUrl);
    const isWrong = (parameter: UrlParameter): boolean =>
      issues.some(({ pointer }) => isAbout(pointer, parameter));
    const retried = parameters.map((parameter, index) => {
      const next = (current[index] ?? 0) + 1;
      const hasNext = isWrong(parameter) && next < (candidates[index]?.length ?? 0);
      if (hasNext) current[index] = next;
      return hasNext;
    });
    if (!retried.includes(true)) return issues;
  }
}

/** Everything that the texts of a parameter may stand for. */
function readTexts({ texts }: UrlParameter): unknown[] {
  const lists: (readonly unknown[])[] = [texts, texts.map(numberOf), texts.map(booleanOf)];
  const readings = lists.filter((values) => !values.includes(undefined));
  const singles = texts.length === 1 ? readings.map(([value]) => value) : [];
  return [...singles, ...readings];
}

function numberOf(text: string): number | undefined {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined;
}

function booleanOf(text: string): boolean | undefined {
  return text === 'true' || text === 'false' ? text === 'true' : undefined;
}

/** A parameter may be called `__proto__`. */
function define(object: object, name: string, value: unknown): void {
  const attributes = { configurable: true, enumerable: true, writable: true };
  Object.defineProperty(object, name, { ...attributes, value });
}

function isOfUrl({ pointer }: Issue): boolean {
  return /^\/(?:path|query)(?:\/|$)/.test(pointer);
}

function isAbout(pointer: string, parameter: UrlParameter): boolean {
  const [location, name] = tokensOf(pointer);
  return location === parameter.in && name === parameter.name;
}
