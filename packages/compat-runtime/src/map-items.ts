import { mapChildren } from './map-children.ts';
import type { ChildMapping } from './map-children.ts';
import { keep } from './mapping.ts';
import type { MapValue, Mapped, Mapping } from './mapping.ts';

/** Maps each item of an array. What is no array is kept as it is. */
export function mapItems<Old, Current>(items: Mapping<Old, Current>): Mapping<Old[], Current[]> {
  return {
    upgrade: (array) => mapEachItem(array, items.upgrade),
    downgrade: (array) => mapEachItem(array, items.downgrade),
  };
}

function mapEachItem<From, To>(array: From[], mapItem: MapValue<From, To>): Mapped<To[]> {
  if (!Array.isArray(array)) return keep(array);
  const children = array.map((_item, index): ChildMapping => [
    index,
    mapItem as MapValue<unknown, unknown>,
  ]);
  return mapChildren(array, children) as Mapped<To[]>;
}
