import type { ChannelAccount, ChannelAccountStagingToken, Message } from './model.ts';
import type { Store } from './store.ts';

/**
 * What happens in the inbox rather than through the API.
 *
 * Ids are taken as the API gave them. They are not checked against the store, so that a test can prepare any state.
 */
export interface Inbox {
  /** A user sets out to connect an account: the token that the connection page is opened with. */
  createStagingToken(token: NewStagingToken): ChannelAccountStagingToken;
  /**
   * A user disconnects an account.
   *
   * @throws RangeError when there is no such account.
   */
  archiveChannelAccount(channelAccountId: string): ChannelAccount;
  /** The inbox holds a message that no integration published, such as one written from a WhatsApp template. */
  seedMessage(message: SeedMessage): Message;
}

/** @see {@link Inbox.createStagingToken} */
export type NewStagingToken = Pick<ChannelAccountStagingToken, 'channelId'> &
  Partial<Omit<ChannelAccountStagingToken, 'accountToken'>>;

/** @see {@link Inbox.seedMessage} */
export type SeedMessage = Pick<Message, 'channelId' | 'channelAccountId'> & Partial<Message>;

/** The inbox side of `store`. */
export function openInbox(store: Store): Inbox {
  return {
    createStagingToken: (token) => {
      const created = {
        accountToken: store.uuid(),
        createdAt: store.now(),
        inboxId: 1,
        userId: 1,
        ...token,
      };
      store.stagingTokens.set(created.accountToken, created);
      return created;
    },
    archiveChannelAccount: (channelAccountId) => {
      const account = store.channelAccounts.get(channelAccountId);
      if (account === undefined) {
        throw new RangeError(
          `archiveChannelAccount: no account has the id "${channelAccountId}"; create it first`,
        );
      }
      const archived = { ...account, active: false, archived: true, archivedAt: store.now() };
      store.channelAccounts.set(channelAccountId, archived);
      return archived;
    },
    seedMessage: (message) => {
      const seeded: Message = {
        id: store.uuid().replaceAll('-', ''),
        conversationsThreadId: store.nextId(),
        direction: 'OUTGOING',
        createdAt: store.now(),
        createdBy: 'A-1',
        archived: false,
        client: { clientType: 'HUBSPOT' },
        senders: [],
        recipients: [],
        text: '',
        truncationStatus: 'NOT_TRUNCATED',
        attachments: [],
        ...message,
      };
      store.messages.set(seeded.id, seeded);
      return seeded;
    },
  };
}
