/** Why an exchange with a server failed: `fetch` says "fetch failed", and keeps the reason in `cause`. */
export function describeConnectionFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== ''
    ? error.cause.message
    : error.message;
}
