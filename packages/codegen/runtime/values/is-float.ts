import { isNumber } from './is-number.js';

/** Whether `value` is within the range of numbers of single precision. */
export function isFloat(value: any): boolean {
  return isNumber(value) && value >= -3.4028234663852886e38 && value <= 3.4028234663852886e38;
}
