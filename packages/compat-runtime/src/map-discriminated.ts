import { isJsonObject } from './is-json-object.ts';
import { keep } from './mapping.ts';
import type { Direction, ErasedMapping, MapValue, Mapped, Mapping } from './mapping.ts';

type Variant<Union, Property extends string, Value> = Extract<Union, Record<Property, Value>>;

type ValuesOf<Union, Property extends string> =
  Union extends Record<Property, infer Value extends string> ? Value : never;

type DifferingValues<Old, Current, Property extends string> = {
  [Value in ValuesOf<Old, Property> & ValuesOf<Current, Property>]: [
    Variant<Old, Property, Value>,
    Variant<Current, Property, Value>,
  ] extends [Variant<Current, Property, Value>, Variant<Old, Property, Value>]
    ? never
    : Value;
}[ValuesOf<Old, Property> & ValuesOf<Current, Property>];

/** A mapping for each variant that differs between the versions, by its discriminator value. */
export type VariantMappings<Old, Current, Property extends string> = {
  readonly [Value in DifferingValues<Old, Current, Property>]: Mapping<
    Variant<Old, Property, Value>,
    Variant<Current, Property, Value>
  >;
};

/**
 * Maps a union by its discriminator; variants without a mapping are kept, known or not.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
 */
export function mapDiscriminated<Old, Current, Property extends string>(
  propertyName: Property,
  variants: VariantMappings<Old, Current, Property>,
): Mapping<Old, Current> {
  return {
    upgrade: mapVariant<Old, Current>(propertyName, variants, 'upgrade'),
    downgrade: mapVariant<Current, Old>(propertyName, variants, 'downgrade'),
  };
}

function mapVariant<From, To>(
  propertyName: string,
  variants: Readonly<Record<string, ErasedMapping>>,
  direction: Direction,
): MapValue<From, To> {
  const mapByValue = new Map<unknown, MapValue<From, To>>(
    Object.entries(variants).map(([value, mapping]) => [
      value,
      mapping[direction] as MapValue<unknown, unknown> as MapValue<From, To>,
    ]),
  );
  return (value) => {
    const mapValue = isJsonObject(value) ? mapByValue.get(value[propertyName]) : undefined;
    return mapValue === undefined ? (keep(value) as Mapped<never>) : mapValue(value);
  };
}
