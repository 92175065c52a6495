import { isJsonObject } from './is-json-object.ts';
import { mapChildren } from './map-children.ts';
import type { ChildMapping } from './map-children.ts';
import { keep } from './mapping.ts';
import type { Direction, ErasedMapping, MapValue, Mapped, Mapping } from './mapping.ts';

/**
 * A mapping for each property that differs between the versions, which the compiler insists on,
 * and for as many others as need one.
 *
 * A property that is required in one version alone needs a change of the whole object: here it has
 * the type `never`, so that leaving it to this function does not compile.
 */
export type PropertyMappings<Old, Current> = {
  readonly [Name in DifferingNames<Old, Current>]-?: Alike<
    IsOptional<Old, Name>,
    IsOptional<Current, Name>
  > extends true
    ? PropertyMapping<Old, Current, Name>
    : never;
} & {
  readonly [Name in RequiredOnlyIn<Old, Current> | RequiredOnlyIn<Current, Old>]: never;
} & {
  readonly [Name in keyof Old & keyof Current]?: PropertyMapping<Old, Current, Name>;
};

type DifferingNames<Old, Current> = {
  [Name in keyof Old & keyof Current]-?: Alike<Pick<Old, Name>, Pick<Current, Name>> extends true
    ? never
    : Name;
}[keyof Old & keyof Current];

type RequiredOnlyIn<A, B> = {
  [Name in Exclude<keyof A, keyof B>]-?: IsOptional<A, Name> extends true ? never : Name;
}[Exclude<keyof A, keyof B>];

type Alike<A, B> = [A, B] extends [B, A] ? true : false;

type IsOptional<T, Name extends keyof T> =
  Partial<Pick<T, Name>> extends Pick<T, Name> ? true : false;

type PropertyMapping<Old, Current, Name extends keyof Old & keyof Current> = Mapping<
  Required<Old>[Name],
  Required<Current>[Name]
>;

/**
 * Maps the given properties of an object where they are present; all others are kept, known or
 * not. What is no object is kept as it is.
 */
export function mapProperties<Old extends object, Current extends object>(
  properties: PropertyMappings<Old, Current>,
): Mapping<Old, Current> {
  return {
    upgrade: mapInto<Old, Current>(properties, 'upgrade'),
    downgrade: mapInto<Current, Old>(properties, 'downgrade'),
  };
}

function mapInto<From extends object, To>(
  properties: Readonly<Record<string, ErasedMapping>>,
  direction: Direction,
): MapValue<From, To> {
  const children = Object.entries(properties).map(([name, mapping]): ChildMapping => [
    name,
    mapping[direction] as MapValue<unknown, unknown>,
  ]);
  return (object) =>
    (isJsonObject(object) ? mapChildren(object, children) : keep(object)) as Mapped<To>;
}
