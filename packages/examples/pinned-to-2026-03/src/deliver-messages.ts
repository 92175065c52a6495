import { createClient, type ClientOptions } from 'custom-channels';

/** What became of one message. */
export interface Delivery {
  readonly id: string;
  readonly text: string;
  /** `SENT`, `FAILED`, `READ`, or `RECEIVED` before anything is reported. */
  readonly status: string | undefined;
  readonly reason: string | undefined;
}

/**
 * A day in the life of a messaging service: a customer's message comes in, an agent answers, and the service reports
 * what became of the answers.
 */
export async function deliverMessages(
  channelId: number,
  options: ClientOptions,
): Promise<Delivery[]> {
  const client = createClient(options);
  const accounts = await client.listChannelAccounts({ channelId });
  const channelAccountId = accounts.results[0]?.id ?? '';
  const customer = {
    deliveryIdentifier: { type: 'HS_PHONE_NUMBER', value: '+15550100' },
    name: 'Ada',
  } as const;
  const shop = {
    deliveryIdentifier: { type: 'HS_PHONE_NUMBER', value: '+15550199' },
    name: 'Lamp shop',
  } as const;

  async function publish(direction: 'INCOMING' | 'OUTGOING', text: string): Promise<string> {
    const [sender, recipient] = direction === 'INCOMING' ? [customer, shop] : [shop, customer];
    const message = await client.publishMessage({
      channelId,
      body: {
        channelAccountId,
        messageDirection: direction,
        text,
        timestamp: '2026-11-22T09:00:00Z',
        senders: [sender],
        recipients: [recipient],
        attachments: [
          { type: 'FILE', fileId: '4411', fileUsageType: 'IMAGE' },
          {
            type: 'QUICK_REPLIES',
            quickReplies: [{ label: 'Yes', value: 'yes', valueType: 'TEXT' }],
          },
        ],
        integrationIdempotencyId: `${direction} ${text}`,
      },
    });
    return message.id;
  }

  async function report(
    messageId: string,
    status: { statusType: 'SENT' | 'FAILED' | 'READ'; errorMessage?: string },
  ): Promise<Delivery> {
    const message = await client.updateMessage({ channelId, messageId, body: status });
    return {
      id: message.id,
      text: message.text,
      status: message.status?.statusType,
      reason: message.status?.failureDetails?.errorMessage,
    };
  }

  const question = await client.getMessage({
    channelId,
    messageId: await publish('INCOMING', 'Is the lamp in stock?'),
  });
  const answer = await publish('OUTGOING', 'It is. Shall I keep one for you?');
  const reminder = await publish('OUTGOING', 'We close at six.');
  return [
    {
      id: question.id,
      text: question.text,
      status: question.status?.statusType,
      reason: undefined,
    },
    await report(answer, { statusType: 'SENT' }),
    await report(answer, { statusType: 'READ' }),
    await report(reminder, { statusType: 'FAILED', errorMessage: 'The number is not in service' }),
  ];
}
