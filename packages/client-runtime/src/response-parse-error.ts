import { ClientError, type OperationCall } from './client-error.ts';

/** The call succeeded, but its response body is not JSON as it should be. */
export class ResponseParseError extends ClientError {
  override readonly name = 'ResponseParseError';
  readonly kind = 'response-parse' as const;
  readonly status: number;
  /** The `Content-Type` of the response. */
  readonly contentType: string | undefined;
  /** The text that arrived. */
  readonly body: string;

  constructor(call: OperationCall, response: Response, body: string) {
    const contentType = response.headers.get('content-type') ?? undefined;
    super(
      call,
      `${call.operation} succeeded (${response.status}), but its body is not JSON` +
        ` (Content-Type: ${contentType ?? 'missing'})`,
    );
    this.status = response.status;
    this.contentType = contentType;
    this.body = body;
  }
}
