import { ClientError, type OperationCall } from '../errors/client-error.ts';

/** A request was not sent, as too many wait for the rate budget of the account already. */
export class QueueFullError extends ClientError {
  static override readonly errorTag: string = 'QueueFull';
  declare readonly kind: 'queue-full';
  declare readonly account: string;
  /** How many requests may wait. */
  declare readonly maxQueue: number;

  constructor(call: OperationCall, account: string, maxQueue: number) {
    super(
      call,
      `${call.operation} was not sent: ${maxQueue} requests wait for the rate budget of account ${JSON.stringify(account)} already; ` +
        'try again when some have been answered, ask for less at once, or raise maxQueue',
    );
    this.account = account;
    this.maxQueue = maxQueue;
  }
}
