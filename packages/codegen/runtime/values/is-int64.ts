/** Whether `value` is a signed integer of 64 bits, or what a number makes of the largest of them: 2 ** 63. */
export function isInt64(value: unknown): boolean {
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) <= 2 ** 63;
  return typeof value === 'bigint' && BigInt.asIntN(64, value) === value;
}
