import type { StandardSchemaV1 } from '@standard-schema/spec';
import { ClientError, type OperationCall } from './client-error.ts';

/** What was validated: a request's parameters or body (nothing was sent), or a response's body. */
export type ValidationSubject =
  | { readonly direction: 'request'; readonly part: 'parameters' | 'body' }
  | { readonly direction: 'response'; readonly part: 'body' };

/** What a validator found. */
export interface Finding {
  /** What was validated. */
  readonly value: unknown;
  readonly issues: readonly StandardSchemaV1.Issue[];
  /** What a validator threw that failed to say. */
  readonly cause?: unknown;
}

/** How many issues a message shows: a list of a thousand items may have a thousand. */
const shown = 5;

/**
 * A validator rejected the request, and nothing was sent; or it rejected the response of a call
 * that had succeeded: then the server has acted on the request, and `value` is its answer.
 */
export class ValidationError extends ClientError {
  static override readonly errorTag: string = 'Validation';
  declare readonly kind: 'validation';
  declare readonly direction: ValidationSubject['direction'];
  declare readonly part: ValidationSubject['part'];
  declare readonly issues: readonly StandardSchemaV1.Issue[];
  /**
   * What was validated. In a response, an integer that a number would round is a `bigint`. Not enumerable, as logs are no
   * place for what people write.
   */
  declare readonly value: unknown;

  constructor(
    call: OperationCall,
    { direction, part }: ValidationSubject,
    { value, issues, ...options }: Finding,
  ) {
    const outcome = direction === 'request' ? 'was not sent' : 'succeeded';
    const more = issues.length > shown ? `; and ${issues.length - shown} more` : '';
    super(
      call,
      `${call.operation} ${outcome}: invalid ${direction} ${part}: ` +
        issues.slice(0, shown).map(describeIssue).join('; ') +
        more,
      options,
    );
    this.direction = direction;
    this.part = part;
    this.issues = issues;
    Object.defineProperty(this, 'value', { value });
  }
}

function describeIssue({ path = [], message }: StandardSchemaV1.Issue): string {
  const keys = path.map((segment) => String(typeof segment === 'object' ? segment.key : segment));
  return keys.length === 0 ? message : `${keys.join('.')}: ${message}`;
}
