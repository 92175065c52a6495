import type { MapValue, Mapping } from './mapping.ts';

/** Upgrades through `first` and then `second`; downgrades the other way round. */
export function inSequence<Old, Between, Current>(
  first: Mapping<Old, Between>,
  second: Mapping<Between, Current>,
): Mapping<Old, Current> {
  return {
    upgrade: oneAfterAnother(first.upgrade, second.upgrade),
    downgrade: oneAfterAnother(second.downgrade, first.downgrade),
  };
}

function oneAfterAnother<From, Between, To>(
  first: MapValue<From, Between>,
  second: MapValue<Between, To>,
): MapValue<From, To> {
  return (value) => {
    const between = first(value);
    const mapped = second(between.value);
    if (between.losses.length === 0) return mapped;
    return { value: mapped.value, losses: [...between.losses, ...mapped.losses] };
  };
}
