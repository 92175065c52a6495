const isLong = process.env['TEST_LONG'] === '1';

/** How many runs a property gets: few while developing, many where `TEST_LONG=1` asks for them. */
export function runs(normal: number, long: number): number {
  return isLong ? long : normal;
}

/** How long a test of {@link runs} may take, in ms. */
export const runsTimeout = isLong ? 3_600_000 : 60_000;
