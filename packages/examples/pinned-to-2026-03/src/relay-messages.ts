import {
  createClient,
  type ChannelIntegrationParticipant,
  type Client,
  type FileAttachment,
  type Paging,
  type PublicConversationsMessage,
  type PublicDeliveryIdentifier,
  type QuickReply,
  type SocialMetadata,
} from 'custom-channels';

/** An address on the messaging service, such as a phone number. */
export interface Address {
  readonly kind: PublicDeliveryIdentifier['type'];
  readonly value: string;
}

/** A customer's message, as the messaging service hands it over. */
export interface ServiceMessage {
  readonly id: string;
  readonly channelAccountId: string;
  readonly sender: Address;
  readonly recipient: Address;
  readonly text: string;
  readonly sentAt: string;
  readonly files: readonly {
    readonly id: string;
    readonly usage: NonNullable<FileAttachment['fileUsageType']>;
  }[];
  readonly choices: readonly { readonly value: string; readonly kind: QuickReply['valueType'] }[];
  /** The post that the message answers. */
  readonly post: { readonly url: string; readonly kind: SocialMetadata['mediaType'] };
}

/** Connects as a private app. */
export function connect(token: string, baseUrl: string): Client {
  return createClient({ accessToken: token, baseUrl });
}

/** The ids of all accounts that have an address of such a kind. */
export async function listAccountIds(
  client: Client,
  channelId: number,
  kind: Address['kind'],
): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const { results, paging } = await client.listChannelAccounts({
      channelId,
      deliveryIdentifierType: [kind],
      limit: 50,
      ...(after !== undefined && { after }),
    });
    ids.push(...results.map(({ id }) => id));
    after = nextPage(paging);
  } while (after !== undefined);
  return ids;
}

function nextPage(paging: Paging | undefined): string | undefined {
  return paging?.next?.after;
}

/** Publishes a message of a customer, and returns its id. */
export async function relayMessage(
  client: Client,
  channelId: number,
  message: ServiceMessage,
): Promise<string> {
  const { id } = await client.publishMessage({
    channelId,
    body: {
      channelAccountId: message.channelAccountId,
      messageDirection: 'INCOMING',
      senders: [participantAt(message.sender)],
      recipients: [participantAt(message.recipient)],
      text: message.text,
      timestamp: message.sentAt,
      attachments: [
        ...message.files.map(toFile),
        { type: 'QUICK_REPLIES', quickReplies: message.choices.map(toQuickReply) },
        { type: 'SOCIAL_MEDIA_METADATA', socialMetadata: toSocialMetadata(message.post) },
      ],
      integrationIdempotencyId: message.id,
    },
  });
  return id;
}

function participantAt({ kind, value }: Address): ChannelIntegrationParticipant {
  return { deliveryIdentifier: { type: kind, value } };
}

function toFile({ id, usage }: ServiceMessage['files'][number]): FileAttachment {
  return { type: 'FILE', fileId: id, fileUsageType: usage };
}

function toQuickReply({ value, kind }: ServiceMessage['choices'][number]): QuickReply {
  return { value, valueType: kind };
}

function toSocialMetadata({ url, kind }: ServiceMessage['post']): SocialMetadata {
  return { mediaUrl: url, mediaType: kind };
}

/** The ids of the templates that a message was made of. */
export function templateIdsOf({ attachments }: PublicConversationsMessage): string[] {
  const ids: string[] = [];
  for (const attachment of attachments) {
    if (attachment.type !== 'WHATSAPP_TEMPLATE_METADATA') continue;
    if (attachment.mappedTemplateId !== undefined) ids.push(String(attachment.mappedTemplateId));
  }
  return ids;
}
