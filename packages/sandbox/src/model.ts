import type { JsonObject } from './json.ts';

/**
 * What the sandbox stores: one record of each kind, rich enough for every API version.
 *
 * Version-dependent vocabularies are plain strings here, 64-bit integers are `bigint`, times are `Date`. Records are
 * never changed in place; a change stores a new one.
 */

export interface DeliveryIdentifier {
  readonly type: string;
  readonly value: string;
}

export interface Channel {
  readonly id: string;
  readonly createdAt: Date;
  /** The app that registered the channel, where it said so with a developer key. */
  readonly appId?: number;
  readonly name: string;
  readonly capabilities: JsonObject;
  readonly channelAccountConnectionRedirectUrl?: string;
  readonly channelDescription?: string;
  readonly channelLogoUrl?: string;
  readonly webhookUrl?: string;
}

export interface ChannelAccount {
  readonly id: string;
  readonly channelId: string;
  readonly inboxId: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly active: boolean;
  readonly authorized: boolean;
  readonly archived: boolean;
  readonly archivedAt?: Date;
  readonly deliveryIdentifier?: DeliveryIdentifier;
}

export interface ChannelAccountStagingToken {
  readonly accountToken: string;
  readonly channelId: string;
  readonly createdAt: Date;
  readonly inboxId: number;
  readonly userId: number;
  readonly accountName?: string;
  readonly deliveryIdentifier?: DeliveryIdentifier;
}

export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly channelAccountId: string;
  readonly conversationsThreadId: string;
  readonly direction: 'INCOMING' | 'OUTGOING';
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly updatedAt?: Date;
  readonly archived: boolean;
  readonly client: Client;
  readonly senders: readonly Sender[];
  readonly recipients: readonly Recipient[];
  readonly text: string;
  readonly richText?: string;
  readonly subject?: string;
  readonly truncationStatus: 'NOT_TRUNCATED' | 'TRUNCATED' | 'TRUNCATED_TO_MOST_RECENT_REPLY';
  readonly inReplyToId?: string;
  readonly attachments: readonly Attachment[];
  readonly status?: MessageStatus;
}

export interface Client {
  readonly clientType: 'HUBSPOT' | 'INTEGRATION' | 'SYSTEM' | 'UNKNOWN';
  readonly integrationAppId?: number;
}

export interface Sender {
  readonly actorId?: string;
  readonly deliveryIdentifier?: DeliveryIdentifier;
  readonly name?: string;
  readonly senderField?: string;
}

export interface Recipient {
  readonly actorId?: string;
  readonly deliveryIdentifier: DeliveryIdentifier;
  readonly name?: string;
  readonly recipientField?: string;
}

export interface MessageStatus {
  readonly statusType: 'FAILED' | 'READ' | 'RECEIVED' | 'SENT';
  readonly failureDetails?: {
    readonly errorMessage?: string;
    readonly errorMessageTokens: { readonly [token: string]: string };
  };
}

export type Attachment =
  | FileAttachment
  | LocationAttachment
  | ContactAttachment
  | UnsupportedContentAttachment
  | MessageHeaderAttachment
  | QuickRepliesAttachment
  | WhatsAppTemplateMetadata
  | SocialMetadataAttachment;

export interface FileAttachment {
  readonly type: 'FILE';
  readonly fileId: string;
  readonly fileUsageType: string;
  readonly name?: string;
  readonly url?: string;
}

export interface LocationAttachment {
  readonly type: 'LOCATION';
  readonly latitude: number;
  readonly longitude: number;
  readonly address?: string;
  readonly name?: string;
  readonly url?: string;
}

export interface ContactAttachment {
  readonly type: 'CONTACT';
  readonly contactProfile: ContactProfile;
}

export interface UnsupportedContentAttachment {
  readonly type: 'UNSUPPORTED_CONTENT';
}

export interface MessageHeaderAttachment {
  readonly type: 'MESSAGE_HEADER';
  readonly fileId?: bigint;
  readonly text?: string;
}

export interface QuickRepliesAttachment {
  readonly type: 'QUICK_REPLIES';
  readonly allowMultiSelect: boolean;
  readonly allowUserInput: boolean;
  readonly quickReplies: readonly QuickReply[];
}

export interface QuickReply {
  readonly value: string;
  readonly valueType: string;
  readonly label?: string;
}

/** Only the service itself attaches this one. */
export interface WhatsAppTemplateMetadata {
  readonly type: 'WHATSAPP_TEMPLATE_METADATA';
  readonly mappedTemplateId?: bigint;
  readonly contentId?: bigint;
  readonly rootMicId?: bigint;
  readonly crmObjectIds: { readonly [objectType: string]: bigint };
  readonly parameters: { readonly [name: string]: string };
}

export interface SocialMetadataAttachment {
  readonly type: 'SOCIAL_MEDIA_METADATA';
  readonly socialMetadata: SocialMetadata;
}

export interface SocialMetadata {
  readonly mediaType: string;
  readonly description?: string;
  readonly id?: string;
  readonly mediaTitle?: string;
  readonly mediaUrl?: string;
  readonly mediaUrlString?: string;
  readonly thumbnailUrl?: string;
}

type Place = 'HOME' | 'WORK';

export interface ContactProfile {
  readonly addresses: readonly {
    readonly city?: string;
    readonly country?: string;
    readonly countryCode?: string;
    readonly state?: string;
    readonly street?: string;
    readonly type?: Place;
    readonly zip?: string;
  }[];
  readonly emails: readonly { readonly email: string; readonly type?: Place }[];
  readonly name?: {
    readonly firstName?: string;
    readonly lastName?: string;
    readonly middleName?: string;
    readonly prefix?: string;
    readonly suffix?: string;
  };
  readonly org?: {
    readonly company?: string;
    readonly department?: string;
    readonly title?: string;
  };
  readonly phones: readonly {
    readonly phone: string;
    readonly type?: 'CELL' | 'HOME' | 'MAIN' | 'WORK';
  }[];
  readonly urls: readonly { readonly type?: Place; readonly url: string }[];
}
