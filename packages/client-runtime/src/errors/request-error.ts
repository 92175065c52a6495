import { ClientError, type OperationCall } from './client-error.ts';

/** The part of a request that a value was meant for. */
export interface RequestPart {
  readonly in: 'path' | 'query' | 'header' | 'cookie' | 'body';
  /** The wire name of the parameter. */
  readonly name?: string;
}

/** The input of a call cannot be written as an HTTP request. Nothing was sent. */
export class RequestError extends ClientError {
  static override readonly errorTag: string = 'Request';
  declare readonly kind: 'request';
  declare readonly in: RequestPart['in'];
  /** The wire name of the parameter; `undefined` for the body. */
  declare readonly parameter: string | undefined;

  constructor(call: OperationCall, part: RequestPart, cause: Error) {
    const subject = part.name ? `${part.in} parameter '${part.name}'` : part.in;
    super(call, `${call.operation} was not sent: ${subject}: ${cause.message}`, { cause });
    this.in = part.in;
    this.parameter = part.name;
  }
}
