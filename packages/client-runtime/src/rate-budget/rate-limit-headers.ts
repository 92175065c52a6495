/** What an answer tells of its account's limit; undefined is what it does not tell. */
export interface RateLimit {
  /** Requests that the account may make in an interval. */
  readonly limit: number | undefined;
  /** In ms. */
  readonly interval: number | undefined;
  /** Requests that were left in the interval when the answer was made. */
  readonly remaining: number | undefined;
  /** Whether the request was refused because the interval had none left. */
  readonly isRefusal: boolean;
}

/** The highest limit that is told apart, as each request of an interval is remembered. HubSpot's highest is 250. */
const highestLimit = 1000;

/** In ms. HubSpot's longest is 10 s; one that is much longer is a mistake that would stop all requests. */
const longestInterval = 60_000;

/**
 * Reads the `X-HubSpot-RateLimit-*` headers. Whatever is no sensible number counts as not told.
 *
 * @see https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines
 */
export function readRateLimit(status: number, headers: Headers): RateLimit {
  const read = (name: string) => readCount(headers.get(`x-hubspot-ratelimit-${name}`));
  const limit = read('max');
  const interval = read('interval-milliseconds');
  return {
    limit: limit ? Math.min(limit, highestLimit) : undefined,
    interval: interval && interval <= longestInterval ? interval : undefined,
    remaining: read('remaining'),
    // Nobody waits for the next day: when the daily limit is used up, requests are let through to
    // be refused by the server, which says so at once and better than a timeout would.
    isRefusal: status === 429 && read('daily-remaining') !== 0,
  };
}

function readCount(value: string | null): number | undefined {
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}
