/** Whether `value` is a multiple of `divisor`, both taken as the decimals they are written as. */
export function isMultipleOf(value: number | bigint, divisor: number): boolean {
  if (typeof value === 'number' && Number.isSafeInteger(value) && Number.isSafeInteger(divisor)) {
    return value % divisor === 0;
  }
  const [digits, exponent] = decimalOf(value);
  const [divisorDigits, divisorExponent] = decimalOf(divisor);
  const shift = Math.min(exponent, divisorExponent);
  const scaled = digits * 10n ** BigInt(exponent - shift);
  return scaled % (divisorDigits * 10n ** BigInt(divisorExponent - shift)) === 0n;
}

/** A number as an integer times a power of ten: `1.5e-7` is 15 times ten to the -8. */
function decimalOf(value: number | bigint): [digits: bigint, exponent: number] {
  const [mantissa = '0', power = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return [BigInt(whole + fraction), Number(power) - fraction.length];
}
