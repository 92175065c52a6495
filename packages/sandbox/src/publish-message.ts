import type { Attachment, Channel, Message } from './model.ts';
import type { AttachmentEgg, MessageEgg, Participant } from './request-bodies.ts';
import type { Store } from './store.ts';

/**
 * Stores the message that an integration publishes; or finds the one that it published before with the same
 * `integrationIdempotencyId`, whatever else the egg says now.
 */
export function publishMessage(egg: MessageEgg, channel: Channel, store: Store): Message {
  const key =
    egg.integrationIdempotencyId && JSON.stringify([channel.id, egg.integrationIdempotencyId]);
  const published = key && store.messages.get(store.publishedMessages.get(key) ?? '');
  if (published) return published;

  const message = hatch(egg, channel, store);
  store.messages.set(message.id, message);
  if (key) store.publishedMessages.set(key, message.id);
  return message;
}

function hatch(egg: MessageEgg, channel: Channel, store: Store): Message {
  const isIncoming = egg.messageDirection === 'INCOMING';
  const contactActorId = isIncoming ? actorIdOfContact(egg) : undefined;
  const senders = egg.senders.map((sender) => toParty(sender, contactActorId));
  const integrationActorId = `I-${channel.appId ?? channel.id}`;
  return {
    id: store.uuid().replaceAll('-', ''),
    channelId: channel.id,
    channelAccountId: egg.channelAccountId,
    conversationsThreadId: findThread(egg, store),
    direction: egg.messageDirection,
    createdAt: egg.timestamp,
    createdBy: (isIncoming && senders[0]?.actorId) || integrationActorId,
    archived: false,
    client: {
      clientType: 'INTEGRATION',
      ...(channel.appId !== undefined && { integrationAppId: channel.appId }),
    },
    senders,
    recipients: egg.recipients.map((recipient) => toParty(recipient)),
    text: egg.text,
    ...(egg.richText !== undefined && { richText: egg.richText }),
    truncationStatus: 'NOT_TRUNCATED',
    ...(egg.inReplyToId !== undefined && { inReplyToId: egg.inReplyToId }),
    attachments: egg.attachments.map(toAttachment),
    status: { statusType: isIncoming ? 'RECEIVED' : 'SENT' },
  };
}

/** The contact that the app has matched to the sender, as an actor. */
function actorIdOfContact(egg: MessageEgg): string | undefined {
  const contactId = egg.associateWithContactId ?? egg.preResolvedContacts?.contacts[0]?.contactVid;
  return contactId === undefined ? undefined : `V-${contactId}`;
}

function toParty({ senderActorId, ...participant }: Participant, contactActorId?: string) {
  const actorId = senderActorId ?? contactActorId;
  return { ...participant, ...(actorId !== undefined && { actorId }) };
}

function toAttachment(egg: AttachmentEgg): Attachment {
  switch (egg.type) {
    case 'FILE':
      return { fileUsageType: 'OTHER', ...egg };
    case 'QUICK_REPLIES':
      return { ...egg, allowMultiSelect: false, allowUserInput: false };
    default:
      return egg;
  }
}

/**
 * The thread that the message belongs to. What decides is the integration's own thread id, else the thread of the
 * message replied to, else the people outside on the other end.
 */
function findThread(egg: MessageEgg, store: Store): string {
  const { channelAccountId, integrationThreadId, inReplyToId } = egg;
  const replied = store.messages.get(inReplyToId ?? '');
  if (integrationThreadId === undefined && replied?.channelAccountId === channelAccountId) {
    return replied.conversationsThreadId;
  }
  const people = egg.messageDirection === 'INCOMING' ? egg.senders : egg.recipients;
  const identifiers = people
    .map(({ deliveryIdentifier: { type, value } }) => JSON.stringify([type, value]))
    .toSorted();
  const key = JSON.stringify([channelAccountId, integrationThreadId ?? identifiers]);
  const threadId = store.threads.get(key) ?? store.nextId();
  store.threads.set(key, threadId);
  return threadId;
}
