import { ApiError, stringProperty } from './api-error.ts';

/** The account has used up its requests (429): wait, send fewer, or share a `rateBudget`. */
export class RateLimitError extends ApiError {
  static override readonly errorTag: string = 'RateLimit';
  declare readonly kind: 'rate-limit';
  /** Which limit was hit, such as `TEN_SECONDLY_ROLLING` or `DAILY`; a daily one is not waited for. */
  get policyName(): string | undefined {
    return stringProperty(this.body, 'policyName');
  }
}
