import { pick, type Random } from '../random.ts';
import type { Account, World } from './world.ts';

/** A client whose methods are called by operationId. */
export type AnyClient = Readonly<
  Record<string, (input: object, options?: object) => Promise<unknown>>
>;

/** What one call is to do. */
export interface Task {
  readonly operation: string;
  readonly input: object;
  /** What the call reads or writes, where other calls do too. */
  readonly register?: Register;
}

/** A value that many calls read and write, such as the name of an account. What a call writes is `call 7`, by its id. */
export interface Register {
  /** The path that it is read at, below the root of a version. */
  readonly path: string;
  readonly access: 'read' | 'write';
}

/** The operations as often as integrations use them, more or less. */
const OPERATIONS = [
  ...repeat('publishMessage', 20),
  ...repeat('updateMessage', 20),
  ...repeat('getMessage', 15),
  ...repeat('updateChannelAccount', 8),
  ...repeat('getChannelAccount', 8),
  ...repeat('updateChannel', 5),
  ...repeat('getChannel', 5),
  ...repeat('createChannel', 5),
  ...repeat('archiveChannel', 4),
  ...repeat('createChannelAccount', 3),
  ...repeat('listChannelAccounts', 3),
  ...repeat('listChannels', 2),
  ...repeat('updateChannelAccountStagingToken', 2),
];

/** Which operations are safe to send twice: by their method, by what they do, or by an idempotency key. */
const REPEATABLE = new Set([
  'listChannels',
  'getChannel',
  'archiveChannel',
  'listChannelAccounts',
  'getChannelAccount',
  'publishMessage',
  'getMessage',
  'updateMessage',
]);

/** Whether an operation may be attempted again when nobody knows whether the API has acted. */
export function isRepeatable(operation: string): boolean {
  return REPEATABLE.has(operation);
}

/** Something to do for the call of this id. */
export function createTask(random: Random, world: World, id: number): Task {
  const operation = pick(OPERATIONS, random);
  const account = pick(world.accounts, random);
  const channelId = pick(world.channels, random);
  const message = pick(world.messages, random);
  const text = textOf(id);
  const messagePath = `/${message.channelId}/messages/${message.messageId}`;
  const accountPath = `/${account.channelId}/channel-accounts/${account.channelAccountId}`;
  const channelPath = `/${channelId}`;
  const reads = (path: string) => ({ operation, register: { path, access: 'read' as const } });
  const writes = (path: string) => ({ operation, register: { path, access: 'write' as const } });
  switch (operation) {
    case 'publishMessage': {
      const key = random() < 0.2 ? { integrationIdempotencyId: text } : {};
      return { operation, input: { ...account, body: messageEgg(account, { text, ...key }) } };
    }
    case 'updateMessage': {
      const body = { statusType: 'FAILED', errorMessage: text };
      return { ...writes(messagePath), input: { ...message, body } };
    }
    case 'getMessage':
      return { ...reads(messagePath), input: message };
    case 'updateChannelAccount':
      return { ...writes(accountPath), input: { ...account, body: { name: text } } };
    case 'getChannelAccount':
      return { ...reads(accountPath), input: account };
    case 'updateChannel':
      return { ...writes(channelPath), input: { channelId, body: { channelDescription: text } } };
    case 'getChannel':
      return { ...reads(channelPath), input: { channelId } };
    case 'createChannel':
      return { operation, input: { body: { name: text, capabilities: {} } } };
    case 'archiveChannel':
      return { operation, input: { channelId: pick(world.leftovers, random) } };
    case 'createChannelAccount':
      return { operation, input: { channelId, body: accountEgg(text) } };
    case 'listChannelAccounts':
      return { operation, input: { channelId, limit: 5 } };
    case 'listChannels':
      return { operation, input: { limit: 5 } };
    case 'updateChannelAccountStagingToken': {
      const { name: accountName, deliveryIdentifier } = accountEgg(text);
      const accountToken = pick(world.accountTokens, random);
      const body = { accountName, deliveryIdentifier };
      return { operation, input: { channelId: world.channels[0], accountToken, body } };
    }
  }
}

/** What a message is published as. */
export function messageEgg({ channelAccountId }: Account, more: object): object {
  const { deliveryIdentifier } = accountEgg('');
  return {
    channelAccountId: String(channelAccountId),
    messageDirection: 'INCOMING',
    timestamp: '2026-05-04T09:32:27.915Z',
    senders: [{ name: 'Ada', deliveryIdentifier }],
    recipients: [],
    attachments: [],
    ...more,
  };
}

/** What a new account is described by. */
export function accountEgg(name: string) {
  const deliveryIdentifier = { type: 'HS_PHONE_NUMBER', value: '+15550100' };
  return { inboxId: '1', name, authorized: true, deliveryIdentifier };
}

/** What calls write, to be recognised by. */
export function textOf(id: number): string {
  return `call ${id}`;
}

/** The text that a register holds, from what is read at its path. */
export function readRegister(path: string, answer: any): string | undefined {
  if (path.includes('/messages/')) return answer.status?.failureDetails?.errorMessage;
  return path.includes('/channel-accounts/') ? answer.name : answer.channelDescription;
}

function repeat<const Name extends string>(name: Name, times: number): Name[] {
  return Array.from({ length: times }, () => name);
}
