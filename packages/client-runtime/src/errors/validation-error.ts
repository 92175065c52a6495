import type { StandardSchemaV1 } from '@standard-schema/spec';
import { ClientError, type OperationCall } from './client-error.ts';

/** What was validated: a request's parameters or body (nothing was sent), or a response's body. */
export type ValidationSubject =
  | { readonly direction: 'request'; readonly part: 'parameters' | 'body' }
  | { readonly direction: 'response'; readonly part: 'body' };

/**
 * A validator rejected the request, and nothing was sent; or it rejected the response of a call
 * that had already succeeded.
 */
export class ValidationError extends ClientError {
  static override readonly tag: string = 'Validation';
  declare readonly kind: 'validation';
  readonly direction: ValidationSubject['direction'];
  readonly part: ValidationSubject['part'];
  readonly issues: readonly StandardSchemaV1.Issue[];

  constructor(
    call: OperationCall,
    { direction, part }: ValidationSubject,
    issues: readonly StandardSchemaV1.Issue[],
  ) {
    const outcome = direction === 'request' ? 'was not sent' : 'succeeded';
    super(
      call,
      `${call.operation} ${outcome}: invalid ${direction} ${part}: ` +
        issues.map(describeIssue).join('; '),
    );
    this.direction = direction;
    this.part = part;
    this.issues = issues;
  }
}

function describeIssue({ path = [], message }: StandardSchemaV1.Issue): string {
  const keys = path.map((segment) => String(typeof segment === 'object' ? segment.key : segment));
  return keys.length === 0 ? message : `${keys.join('.')}: ${message}`;
}
