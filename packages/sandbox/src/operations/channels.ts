import { notFound } from '../api-error.ts';
import type { ApiVersion } from '../api-version.ts';
import type { Channel } from '../model.ts';
import { defineOperation } from '../operation.ts';
import type { Operation } from '../operation.ts';
import { pageParameters, renderPage } from '../page.ts';
import { decimal, id, single } from '../parameters.ts';
import { renderChannel } from '../render-channel.ts';
import type { RequestBodies } from '../request-bodies.ts';
import { int32 } from '../shape.ts';
import type { Store } from '../store.ts';

/** The path parameter of everything that belongs to one channel. */
export const channelId = { channelId: id(int32()) };

/** @throws ApiError 404 for an unknown or archived channel. */
export function findChannel(store: Store, wanted: string): Channel {
  const channel = store.channels.get(wanted);
  if (channel === undefined) {
    throw notFound('There is no channel with this id, or it was archived; list the channels');
  }
  return channel;
}

/** The five operations on channels, which belong to an app and therefore take a developer key. */
export function channelOperations(
  version: ApiVersion,
  bodies: RequestBodies,
  store: Store,
): readonly Operation[] {
  const appId = { appId: single(decimal(int32())) };
  const collection = {
    acceptsDeveloperKey: true,
    path: version.collectionPath,
  };
  const member = {
    acceptsDeveloperKey: true,
    path: `${version.root}/:channelId`,
    pathParameters: channelId,
    query: appId,
  };
  return [
    defineOperation({
      ...collection,
      operationId: 'listChannels',
      method: 'GET',
      query: { ...pageParameters, ...appId },
      handle: ({ query, url }) => ({
        status: 200,
        body: renderPage([...store.channels.values()], query, url, version, renderChannel),
      }),
    }),
    defineOperation({
      ...collection,
      operationId: 'createChannel',
      method: 'POST',
      query: appId,
      body: bodies.PublicChannelIntegrationChannelCreate,
      handle: ({ query, body }) => {
        const channel = { ...query, ...body, id: store.nextId(), createdAt: store.now() };
        store.channels.set(channel.id, channel);
        return {
          status: 201,
          body: renderChannel(channel),
          location: `${version.root}/${channel.id}`,
        };
      },
    }),
    defineOperation({
      ...member,
      operationId: 'getChannel',
      method: 'GET',
      handle: ({ path }) => ({
        status: 200,
        body: renderChannel(findChannel(store, path.channelId)),
      }),
    }),
    defineOperation({
      ...member,
      operationId: 'updateChannel',
      method: 'PATCH',
      body: bodies.PublicChannelIntegrationChannelPatch,
      handle: ({ path, body }) => {
        const channel = { ...findChannel(store, path.channelId), ...body };
        store.channels.set(channel.id, channel);
        return { status: 200, body: renderChannel(channel) };
      },
    }),
    defineOperation({
      ...member,
      operationId: 'archiveChannel',
      method: 'DELETE',
      handle: ({ path }) => {
        store.channels.delete(findChannel(store, path.channelId).id);
        return { status: 204 };
      },
    }),
  ];
}
