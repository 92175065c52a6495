import fc from 'fast-check';

/** 64-bit integers and their neighbours, many of them where numbers begin to round or the range ends. */
export const int64: fc.Arbitrary<bigint> = fc.oneof(
  fc
    .tuple(fc.constantFrom(0n, 2n ** 53n, 2n ** 63n), fc.integer({ min: -2, max: 2 }), fc.boolean())
    .map(([size, step, isNegative]) => (isNegative ? -size : size) + BigInt(step)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
);

/** An integer as a client hands it over as a `bigint` if a number might round it. */
export function asParsed(integer: bigint): number | bigint {
  return Number.isSafeInteger(Number(integer)) ? Number(integer) : integer;
}
