/** Whether `value` is a signed integer of 32 bits. */
export function isInt32(value: unknown): boolean {
  if (typeof value === 'number') return (value | 0) === value;
  return typeof value === 'bigint' && BigInt.asIntN(32, value) === value;
}
