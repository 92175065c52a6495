import * as z from 'zod';

type JsonTypes = {
  null: null;
  boolean: boolean;
  number: number;
  string: string;
  array: readonly unknown[];
  object: { readonly [name: string]: unknown };
};

/** Accepts every JSON value of a type that is not listed: keywords of one type leave values of the others alone. */
export function otherThan<const Type extends keyof JsonTypes>(
  ...types: readonly Type[]
): z.ZodCustom<JsonTypes[Exclude<keyof JsonTypes, Type>]> {
  return z.custom<JsonTypes[Exclude<keyof JsonTypes, Type>]>((value) => {
    const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
    const name = type === 'bigint' ? 'number' : type;
    return value !== undefined && !types.some((listed) => listed === name);
  });
}
