import type { CompatPlan, OperationPlan } from '@apipin/compat-runtime';
import type * as Current from '@apipin/custom-channels-2026-03';
import type * as V3 from '@apipin/custom-channels-v3';
import {
  channelIntegrationMessageEgg,
  collectionOfChannelAccounts,
  publicChannelAccount,
  publicChannelAccountEgg,
  publicChannelAccountStagingToken,
  publicChannelAccountStagingTokenUpdateRequest,
  publicConversationsMessage,
} from './components.ts';
import { listChannelAccountsQuery } from './queries.ts';

const pageLinks = ['/paging/next/link', '/paging/prev/link'];

/** All thirteen operations in both versions, and how their requests and responses map. */
export const plan: CompatPlan<'v3', '2026-03'> = {
  versions: { old: 'v3', current: '2026-03' },
  operations: {
    listChannels: {
      old: { method: 'GET', path: '/conversations/v3/custom-channels/' },
      current: { method: 'GET', path: '/conversations/custom-channels/2026-03' },
      responses: { 200: { links: pageLinks } },
    },
    createChannel: {
      old: { method: 'POST', path: '/conversations/v3/custom-channels/' },
      current: { method: 'POST', path: '/conversations/custom-channels/2026-03' },
    },
    getChannel: at('GET', '/{channelId}'),
    updateChannel: at('PATCH', '/{channelId}'),
    archiveChannel: at('DELETE', '/{channelId}'),
    updateChannelAccountStagingToken: {
      ...at('PATCH', '/{channelId}/channel-account-staging-tokens/{accountToken}'),
      request: { body: publicChannelAccountStagingTokenUpdateRequest },
      responses: { 200: { body: publicChannelAccountStagingToken } },
    },
    listChannelAccounts: {
      ...at('GET', '/{channelId}/channel-accounts'),
      request: { query: listChannelAccountsQuery },
      responses: { 200: { body: collectionOfChannelAccounts, links: pageLinks } },
    },
    createChannelAccount: {
      ...at('POST', '/{channelId}/channel-accounts'),
      request: { body: publicChannelAccountEgg },
      responses: { 201: { body: publicChannelAccount } },
    },
    getChannelAccount: {
      ...at('GET', '/{channelId}/channel-accounts/{channelAccountId}'),
      responses: { 200: { body: publicChannelAccount } },
    },
    updateChannelAccount: {
      ...at('PATCH', '/{channelId}/channel-accounts/{channelAccountId}'),
      responses: { 200: { body: publicChannelAccount } },
    },
    publishMessage: {
      ...at('POST', '/{channelId}/messages'),
      request: { body: channelIntegrationMessageEgg },
      responses: { 201: { body: publicConversationsMessage } },
    },
    getMessage: {
      ...at('GET', '/{channelId}/messages/{messageId}'),
      responses: { 200: { body: publicConversationsMessage } },
    },
    updateMessage: {
      ...at('PATCH', '/{channelId}/messages/{messageId}'),
      responses: { 200: { body: publicConversationsMessage } },
    },
  } satisfies Record<keyof V3.operations | keyof Current.operations, OperationPlan>,
};

/** An operation that both versions have under the same path, below their different roots. */
function at(method: string, path: string): Pick<OperationPlan, 'old' | 'current'> {
  return {
    old: { method, path: `/conversations/v3/custom-channels${path}` },
    current: { method, path: `/conversations/custom-channels/2026-03${path}` },
  };
}
