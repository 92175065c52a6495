import { invalidInput, notFound } from '../api-error.ts';
import type { ApiVersion } from '../api-version.ts';
import type { Message, MessageStatus } from '../model.ts';
import { defineOperation } from '../operation.ts';
import type { Operation } from '../operation.ts';
import { publishMessage } from '../publish-message.ts';
import { renderMessage } from '../render-message.ts';
import type { RequestBodies } from '../request-bodies.ts';
import { string } from '../shape.ts';
import type { ValueOf } from '../shape.ts';
import type { Store } from '../store.ts';
import { channelId, findChannel } from './channels.ts';

/** The operations on the messages of a channel. */
export function messageOperations(
  version: ApiVersion,
  bodies: RequestBodies,
  store: Store,
): readonly Operation[] {
  const collection = `${version.root}/:channelId/messages`;
  const member = {
    path: `${collection}/:messageId`,
    pathParameters: { ...channelId, messageId: string },
  };
  return [
    defineOperation({
      operationId: 'publishMessage',
      method: 'POST',
      path: collection,
      pathParameters: channelId,
      body: bodies.ChannelIntegrationMessageEgg,
      handle: ({ path, body }) => {
        const channel = findChannel(store, path.channelId);
        const account = store.channelAccounts.get(body.channelAccountId);
        if (account?.channelId !== channel.id || account.archived) {
          throw invalidInput('The message names no account of this channel', [
            {
              in: 'channelAccountId',
              code: 'INVALID_VALUE',
              message: 'channelAccountId must be the id of an account of this channel',
            },
          ]);
        }
        const message = publishMessage(body, channel, store);
        return {
          status: 201,
          body: renderMessage(message, version),
          location: `${version.root}/${channel.id}/messages/${message.id}`,
        };
      },
    }),
    defineOperation({
      ...member,
      operationId: 'getMessage',
      method: 'GET',
      handle: ({ path }) => ({
        status: 200,
        body: renderMessage(findMessage(store, path), version),
      }),
    }),
    defineOperation({
      ...member,
      operationId: 'updateMessage',
      method: 'PATCH',
      body: bodies.PublicChannelIntegrationMessageUpdateRequest,
      handle: ({ path, body }) => {
        const message = {
          ...findMessage(store, path),
          status: toStatus(body),
          updatedAt: store.now(),
        };
        store.messages.set(message.id, message);
        return { status: 200, body: renderMessage(message, version) };
      },
    }),
  ];
}

function findMessage(
  store: Store,
  path: { readonly channelId: string; readonly messageId: string },
): Message {
  const channel = findChannel(store, path.channelId);
  const message = store.messages.get(path.messageId);
  if (message?.channelId !== channel.id) {
    throw notFound('This channel has no message with this id; use the id that publishing gave');
  }
  return message;
}

function toStatus({
  statusType,
  errorMessage,
}: ValueOf<RequestBodies['PublicChannelIntegrationMessageUpdateRequest']>): MessageStatus {
  if (statusType !== 'FAILED') return { statusType };
  return {
    statusType,
    failureDetails: {
      ...(errorMessage !== undefined && { errorMessage }),
      errorMessageTokens: {},
    },
  };
}
