/** A `Rule` for every change: both versions are given what there is, as it is, for the receiver to judge. */
export const forward = {
  class: 'iso',
  upgrade: keep,
  downgrade: keep,
} as const;

function keep(value: unknown): never {
  return value as never;
}
