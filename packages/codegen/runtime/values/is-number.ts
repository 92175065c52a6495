/** Whether `value` is a number of JSON. A parser may keep an integer as a `bigint`, since a number might round it. */
export function isNumber(value: unknown): boolean {
  return Number.isFinite(value) || typeof value === 'bigint';
}
