import { ClientError, type AnswerHead, type CallProgress } from './client-error.ts';

/** The call succeeded, but its response body is not what it should be. */
export class ResponseParseError extends ClientError {
  static override readonly errorTag: string = 'ResponseParse';
  declare readonly kind: 'response-parse';
  declare readonly status: number;
  /** The `Content-Type` of the response. */
  declare readonly contentType: string | undefined;
  /** The text that arrived. */
  declare readonly body: string;

  constructor(call: CallProgress, { status, headers }: AnswerHead, body: string) {
    super(call, `${call.operation} succeeded (${status}) without valid JSON`);
    this.status = status;
    this.contentType = headers.get('content-type') ?? undefined;
    this.body = body;
  }
}
