import type { Attachment, Sandbox } from '@apipin/sandbox';
import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import type { operations } from '../src/index.ts';
import { valuesOfComponent } from './arbitraries.ts';

/** What has come into being so far; the same in every world. */
export interface Known {
  readonly channels: { readonly channelId: number }[];
  readonly accounts: { readonly channelId: number; readonly channelAccountId: number }[];
  readonly tokens: { readonly channelId: number; readonly accountToken: string }[];
  readonly messages: { readonly channelId: number; readonly messageId: string }[];
  /** Where next pages start. */
  readonly cursors: { readonly after?: string }[];
}

/** What is of interest in an answer, as far as it has that. */
export interface Answer {
  readonly id: string;
  readonly paging?: { readonly next?: { readonly after: string } };
}

/** Something that happens in every world, in terms of what is known by then. */
export type Step = CallStep | InboxStep;

/** A call of a v3 client. */
export interface CallStep {
  readonly kind: 'call';
  readonly operationId: keyof typeof operations;
  /** What the operation takes besides what is mapped. */
  readonly input: (known: Known) => object;
  /** What is mapped on the way. */
  readonly sent: (known: Known) => SentParts;
  /** Notes what has come into being. */
  readonly learn?: (answer: Answer, known: Known, input: object) => void;
}

/** The parts of a request that versions differ in. */
export interface SentParts {
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, readonly string[]>>;
}

/** What does not come through the API. */
export interface InboxStep {
  readonly kind: 'inbox';
  /** Gives the id of what has come into being. */
  readonly happen: (sandbox: Sandbox, known: Known) => string | undefined;
  readonly learn: (id: string, known: Known) => void;
}

/** Which of what is known; 0 stands for what nobody knows. */
const which = fc.nat({ max: 9 });
const first = fc.constant(1);

function choose<Item>(items: readonly Item[], index: number, unknown: Item): Item {
  return (index === 0 ? undefined : items[(index - 1) % items.length]) ?? unknown;
}

const noChannel = { channelId: 999_999 };
const noAccount = { ...noChannel, channelAccountId: 999_998 };
const noToken = { ...noChannel, accountToken: 'none' };
const noMessage = { ...noChannel, messageId: 'none' };

const page = fc.record({ limit: fc.constantFrom(1, 2, 50) }, { requiredKeys: [] });

function learnCursor({ paging }: Answer, { cursors }: Known): void {
  if (paging?.next !== undefined) cursors.push({ after: paging.next.after });
}

/** Request bodies of v3: nearly all of them with addresses that 2026-03 takes, since it refuses the others. */
function bodies(component: string): Arbitrary<object> {
  const mapped = (change: (value: object) => object) =>
    valuesOfComponent(component, 'v3').map((body) => mapObjects(body, change) as object);
  return fc.oneof(
    { weight: 9, arbitrary: mapped(withKnownAddress) },
    mapped((value) => value),
  );
}

/** Changes every object in a value, whose integers become such that a client without bigints can send them. */
function mapObjects(value: unknown, change: (value: object) => object): unknown {
  if (typeof value === 'bigint') return Number(BigInt.asIntN(50, value));
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, change));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, child]) => [name, mapObjects(child, change)]);
  return change(Object.fromEntries(entries) as object);
}

function withKnownAddress(value: object): object {
  if (!('deliveryIdentifier' in value)) return value;
  const { deliveryIdentifier } = value;
  return {
    ...value,
    deliveryIdentifier: { ...(deliveryIdentifier as object), type: 'HS_PHONE_NUMBER' },
  };
}

function call(
  operationId: CallStep['operationId'],
  input: CallStep['input'],
  more: Partial<Pick<CallStep, 'sent' | 'learn'>> = {},
): CallStep {
  return { kind: 'call', operationId, input, sent: () => ({}), ...more };
}

const createChannel: Arbitrary<Step> = bodies('PublicChannelIntegrationChannelCreate').map((body) =>
  call('createChannel', () => ({}), {
    sent: () => ({ body }),
    learn: ({ id }, { channels }) => channels.push({ channelId: Number(id) }),
  }),
);

const channelSteps: Arbitrary<Step>[] = [
  createChannel,
  fc.tuple(which, page).map(([index, input]) =>
    call('listChannels', ({ cursors }) => ({ ...input, ...choose(cursors, index, {}) }), {
      learn: learnCursor,
    }),
  ),
  which.map((index) => call('getChannel', ({ channels }) => choose(channels, index, noChannel))),
  fc.tuple(which, bodies('PublicChannelIntegrationChannelPatch')).map(([index, body]) =>
    call('updateChannel', ({ channels }) => choose(channels, index, noChannel), {
      sent: () => ({ body }),
    }),
  ),
];

function createAccount(which: Arbitrary<number>): Arbitrary<Step> {
  return fc.tuple(which, bodies('PublicChannelAccountEgg')).map(([index, body]) =>
    call('createChannelAccount', ({ channels }) => choose(channels, index, noChannel), {
      sent: () => ({ body }),
      learn: ({ id }, { accounts }, input) =>
        accounts.push({ ...(input as typeof noChannel), channelAccountId: Number(id) }),
    }),
  );
}

const accountSteps: Arbitrary<Step>[] = [
  createAccount(which),
  fc
    .tuple(
      which,
      page,
      fc.boolean(),
      fc.array(fc.constantFrom('HS_PHONE_NUMBER', 'HS_SHORT_CODE', 'FAX'), { maxLength: 2 }),
    )
    .map(([index, input, archived, deliveryIdentifierType]) =>
      call(
        'listChannelAccounts',
        ({ channels, cursors }) => ({
          ...choose(channels, index, noChannel),
          ...input,
          ...choose(cursors, index, {}),
          archived,
        }),
        {
          sent: () => ({ query: { deliveryIdentifierType } }),
          learn: learnCursor,
        },
      ),
    ),
  which.map((index) =>
    call('getChannelAccount', ({ accounts }) => choose(accounts, index, noAccount)),
  ),
  fc.tuple(which, bodies('PublicChannelAccountUpdateRequest')).map(([index, body]) =>
    call('updateChannelAccount', ({ accounts }) => choose(accounts, index, noAccount), {
      sent: () => ({ body }),
    }),
  ),
  which.map((index): Step => ({
    kind: 'inbox',
    happen: (sandbox, { accounts }) => {
      const account = choose(accounts, index, noAccount);
      if (account !== noAccount) sandbox.archiveChannelAccount(String(account.channelAccountId));
      return undefined;
    },
    learn: () => {},
  })),
];

function createStagingToken(which: Arbitrary<number>): Arbitrary<Step> {
  return which.map((index) => ({
    kind: 'inbox',
    happen: (sandbox, { channels }) => {
      const channelId = String(choose(channels, index, noChannel).channelId);
      return sandbox.createStagingToken({ channelId }).accountToken;
    },
    learn: (accountToken, { channels, tokens }) =>
      tokens.push({ ...choose(channels, index, noChannel), accountToken }),
  }));
}

const stagingTokenSteps: Arbitrary<Step>[] = [
  createStagingToken(which),
  fc.tuple(which, bodies('PublicChannelAccountStagingTokenUpdateRequest')).map(([index, body]) =>
    call('updateChannelAccountStagingToken', ({ tokens }) => choose(tokens, index, noToken), {
      sent: () => ({ body }),
    }),
  ),
];

function publishMessage(which: Arbitrary<number>): Arbitrary<Step> {
  return fc.tuple(which, bodies('ChannelIntegrationMessageEgg')).map(([index, body]) =>
    call('publishMessage', ({ accounts }) => channelOf(choose(accounts, index, noAccount)), {
      sent: ({ accounts }) => ({
        body: {
          ...body,
          channelAccountId: String(choose(accounts, index, noAccount).channelAccountId),
        },
      }),
      learn: ({ id }, { messages }, input) =>
        messages.push({ ...(input as typeof noChannel), messageId: id }),
    }),
  );
}

const messageSteps: Arbitrary<Step>[] = [
  publishMessage(which),
  which.map((index) => call('getMessage', ({ messages }) => choose(messages, index, noMessage))),
  fc.tuple(which, bodies('PublicChannelIntegrationMessageUpdateRequest')).map(([index, body]) =>
    call('updateMessage', ({ messages }) => choose(messages, index, noMessage), {
      sent: () => ({ body }),
    }),
  ),
  fc.tuple(which, templates()).map(([index, template]): Step => ({
    kind: 'inbox',
    happen: (sandbox, { accounts }) => {
      const { channelId, channelAccountId } = choose(accounts, index, noAccount);
      return sandbox.seedMessage({
        channelId: String(channelId),
        channelAccountId: String(channelAccountId),
        attachments: [template],
      }).id;
    },
    learn: (messageId, { accounts, messages }) =>
      messages.push({ ...channelOf(choose(accounts, index, noAccount)), messageId }),
  })),
];

/** Something to begin with, and then whatever. */
export const sequences: Arbitrary<readonly Step[]> = fc
  .tuple(
    fc.tuple(createChannel, createAccount(first), publishMessage(first), createStagingToken(first)),
    fc.array(
      fc.oneof(
        { weight: 9, arbitrary: fc.oneof(...channelSteps) },
        { weight: 9, arbitrary: fc.oneof(...accountSteps) },
        { weight: 5, arbitrary: fc.oneof(...stagingTokenSteps) },
        { weight: 16, arbitrary: fc.oneof(...messageSteps) },
        { weight: 1, arbitrary: which.map(archiveChannel) },
      ),
      { minLength: 5, maxLength: 25 },
    ),
  )
  .map(([beginning, others]) => [...beginning, ...others]);

function archiveChannel(index: number): Step {
  return call('archiveChannel', ({ channels }) => choose(channels, index, noChannel));
}

function channelOf({ channelId }: { readonly channelId: number }): { readonly channelId: number } {
  return { channelId };
}

function templates(): Arbitrary<Attachment> {
  const id = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
  return fc.record(
    {
      type: fc.constant('WHATSAPP_TEMPLATE_METADATA' as const),
      parameters: fc.constant({ '1': 'Mara' }),
      crmObjectIds: fc.constant({ contact: 1n }),
      mappedTemplateId: id,
      contentId: id,
      rootMicId: id,
    },
    { requiredKeys: ['type', 'parameters', 'crmObjectIds'] },
  ) as Arbitrary<Attachment>;
}
