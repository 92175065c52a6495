/** Whether `value` is a number without a fraction, such as `1.0`, of whatever size. */
export function isInteger(value: unknown): boolean {
  return Number.isInteger(value) || typeof value === 'bigint';
}
