/** A request was not sent, as too many wait for the rate budget of the account already. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';
  readonly kind = 'queue-full' as const;
  readonly account: string;
  /** How many requests may wait. */
  readonly maxQueue: number;

  constructor({ account, maxQueue }: { account: string; maxQueue: number }) {
    super(
      `rate budget of account ${JSON.stringify(account)}: ${maxQueue} requests are waiting already, and this one was not sent; ` +
        'try again when some have been answered, ask for less at once, or raise maxQueue',
    );
    this.account = account;
    this.maxQueue = maxQueue;
  }
}
