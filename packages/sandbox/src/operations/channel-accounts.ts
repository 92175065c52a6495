import { notFound } from '../api-error.ts';
import type { ApiVersion } from '../api-version.ts';
import type { ChannelAccount } from '../model.ts';
import { defineOperation } from '../operation.ts';
import type { Operation } from '../operation.ts';
import { pageParameters, renderPage } from '../page.ts';
import { flag, id, repeated, single } from '../parameters.ts';
import { renderChannelAccount, renderStagingToken } from '../render-channel-account.ts';
import type { RequestBodies } from '../request-bodies.ts';
import { int64, string } from '../shape.ts';
import type { Store } from '../store.ts';
import { channelId, findChannel } from './channels.ts';

/** The operations on the accounts of a channel, and on the tokens that connect them. */
export function channelAccountOperations(
  version: ApiVersion,
  bodies: RequestBodies,
  store: Store,
): readonly Operation[] {
  const collection = {
    path: `${version.root}/:channelId/channel-accounts`,
    pathParameters: channelId,
  };
  const member = {
    path: `${collection.path}/:channelAccountId`,
    pathParameters: { ...channelId, channelAccountId: id(int64) },
  };
  const archivedFilter = { archived: single(flag) };
  const deliveryIdentifierFilters = {
    deliveryIdentifierType: repeated(version.deliveryIdentifierType.accept),
    deliveryIdentifierValue: repeated(string),
  };
  return [
    defineOperation({
      operationId: 'updateChannelAccountStagingToken',
      method: 'PATCH',
      path: `${version.root}/:channelId/channel-account-staging-tokens/:accountToken`,
      pathParameters: { ...channelId, accountToken: string },
      body: bodies.PublicChannelAccountStagingTokenUpdateRequest,
      handle: ({ path, body }) => {
        const channel = findChannel(store, path.channelId);
        const found = store.stagingTokens.get(path.accountToken);
        if (found?.channelId !== channel.id) {
          throw notFound('This channel has no such staging token; take accountToken from the URL');
        }
        const token = { ...found, ...body };
        store.stagingTokens.set(token.accountToken, token);
        return { status: 200, body: renderStagingToken(token, version) };
      },
    }),
    defineOperation({
      ...collection,
      operationId: 'listChannelAccounts',
      method: 'GET',
      query: { ...pageParameters, ...archivedFilter, ...deliveryIdentifierFilters },
      handle: ({ path, query, url }) => {
        const channel = findChannel(store, path.channelId);
        const { archived = false, deliveryIdentifierType, deliveryIdentifierValue } = query;
        const accounts = [...store.channelAccounts.values()].filter(
          (account) =>
            account.channelId === channel.id &&
            account.archived === archived &&
            hasDeliveryIdentifier(account, deliveryIdentifierType, deliveryIdentifierValue),
        );
        return {
          status: 200,
          body: renderPage(accounts, query, url, version, renderChannelAccount),
        };
      },
    }),
    defineOperation({
      ...collection,
      operationId: 'createChannelAccount',
      method: 'POST',
      body: bodies.PublicChannelAccountEgg,
      handle: ({ path, body }) => {
        const account: ChannelAccount = {
          ...body,
          channelId: findChannel(store, path.channelId).id,
          id: store.nextId(),
          createdAt: store.now(),
          active: true,
          archived: false,
        };
        store.channelAccounts.set(account.id, account);
        return {
          status: 201,
          body: renderChannelAccount(account, version),
          location: `${version.root}/${account.channelId}/channel-accounts/${account.id}`,
        };
      },
    }),
    defineOperation({
      ...member,
      operationId: 'getChannelAccount',
      method: 'GET',
      query: archivedFilter,
      handle: ({ path, query }) => {
        const account = findChannelAccount(store, path, query.archived ?? false);
        return { status: 200, body: renderChannelAccount(account, version) };
      },
    }),
    defineOperation({
      ...member,
      operationId: 'updateChannelAccount',
      method: 'PATCH',
      body: bodies.PublicChannelAccountUpdateRequest,
      handle: ({ path, body }) => {
        const account = { ...findChannelAccount(store, path, false), ...body };
        store.channelAccounts.set(account.id, account);
        return { status: 200, body: renderChannelAccount(account, version) };
      },
    }),
  ];

  /** Compares what this version shows, so that a listed account is found by what the list says of it. */
  function hasDeliveryIdentifier(
    { deliveryIdentifier }: ChannelAccount,
    types: readonly string[] | undefined,
    values: readonly string[] | undefined,
  ): boolean {
    const type = deliveryIdentifier && version.deliveryIdentifierType.show(deliveryIdentifier.type);
    return isAmong(type, types) && isAmong(deliveryIdentifier?.value, values);
  }
}

function isAmong(value: string | undefined, wanted: readonly string[] | undefined): boolean {
  return wanted === undefined || (value !== undefined && wanted.includes(value));
}

function findChannelAccount(
  store: Store,
  path: { readonly channelId: string; readonly channelAccountId: string },
  archived: boolean,
): ChannelAccount {
  const channel = findChannel(store, path.channelId);
  const account = store.channelAccounts.get(path.channelAccountId);
  if (account?.channelId !== channel.id || account.archived !== archived) {
    throw notFound(
      `This channel has no ${archived ? 'archived account' : 'account in use'} with this id; list its accounts`,
    );
  }
  return account;
}
