/** Starts that lead into each part of each format. */
const STARTS = [
  '',
  ...'0 P " / { ? https:// https://[ a@ a@[IPv6: xn-- 2026-03-31T00:00:00. 00:00:00.'.split(' '),
];

/** What some part of a format, or an expression for it, repeats. */
const PIECES = [
  ...String.raw`a 1 . a. - a- : :: / %41 @ " \a {a} {a a, 1M ~1 = ( é xn--a.`.split(' '),
  'a\u0300\u0315\u0316',
  '\u{1F600}',
  '\uD800',
  '\0',
];

/** Texts of 100,000 characters, with an end that is wrong, to find expressions that backtrack. */
export const HOSTILE: readonly string[] = STARTS.flatMap((start) =>
  PIECES.map((piece) => `${start}${piece.repeat(100_000 / piece.length)}\0`),
);
