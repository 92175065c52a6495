import type { Channel, ChannelAccount, ChannelAccountStagingToken, Message } from './model.ts';

/** Where the sandbox takes its times and identifiers from. */
export interface Sources {
  /** @defaultValue the system clock */
  readonly now?: () => Date;
  /** @defaultValue random UUIDs; also correlation ids, account tokens and, without hyphens, message ids */
  readonly uuid?: () => string;
}

/** Everything the sandbox knows, whichever API version it came through. Each map is in order of creation. */
export class Store {
  readonly channels = new Map<string, Channel>();
  readonly channelAccounts = new Map<string, ChannelAccount>();
  readonly stagingTokens = new Map<string, ChannelAccountStagingToken>();
  readonly messages = new Map<string, Message>();
  /** Ids of messages by channel and `integrationIdempotencyId`. */
  readonly publishedMessages = new Map<string, string>();
  /** `conversationsThreadId` by what holds a conversation together. */
  readonly threads = new Map<string, string>();
  /** When each access token ends that was given out. */
  readonly accessTokens = new Map<string, Date>();
  /** What has replaced the app's refresh token. */
  refreshToken: string | undefined;
  readonly now: () => Date;
  readonly uuid: () => string;
  #lastId = 0;

  constructor({ now = () => new Date(), uuid = () => crypto.randomUUID() }: Sources = {}) {
    this.now = now;
    this.uuid = uuid;
  }

  /** A number that no other record of any kind has, so that mixed-up ids never find anything. */
  nextId(): string {
    this.#lastId += 1;
    return String(this.#lastId);
  }

  /** Forgets everything and counts from the start again. */
  reset(): void {
    this.channels.clear();
    this.channelAccounts.clear();
    this.stagingTokens.clear();
    this.messages.clear();
    this.publishedMessages.clear();
    this.threads.clear();
    this.accessTokens.clear();
    this.refreshToken = undefined;
    this.#lastId = 0;
  }
}
