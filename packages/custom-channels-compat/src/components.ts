import { inSequence, mapDiscriminated, mapItems, mapProperties } from '@apipin/compat-runtime';
import type * as Current from '@apipin/custom-channels-2026-03';
import type * as V3 from '@apipin/custom-channels-v3';
import { addAssociateWithContactId } from './rules/add-associate-with-contact-id.ts';
import { addSenderActorId } from './rules/add-sender-actor-id.ts';
import { narrowDeliveryIdentifierType } from './rules/narrow-delivery-identifier-type.ts';
import { narrowFileUsageType } from './rules/narrow-file-usage-type.ts';
import { narrowMediaType } from './rules/narrow-media-type.ts';
import { narrowQuickReplyValueType } from './rules/narrow-quick-reply-value-type.ts';
import { relaxStagingTokenFields } from './rules/relax-staging-token-fields.ts';
import { typeMappedTemplateId } from './rules/type-mapped-template-id.ts';
import { widenContactVid } from './rules/widen-contact-vid.ts';

// Changes belong to components rather than to paths: one mapping covers every operation that uses
// the component. Each constant is named after the component it maps; a component that is not here
// is the same in both versions.

const publicDeliveryIdentifier = mapProperties<
  V3.PublicDeliveryIdentifier,
  Current.PublicDeliveryIdentifier
>({ type: narrowDeliveryIdentifierType });

const quickReply = mapProperties<V3.QuickReply, Current.QuickReply>({
  valueType: narrowQuickReplyValueType,
});

const socialMetadata = mapProperties<V3.SocialMetadata, Current.SocialMetadata>({
  mediaType: narrowMediaType,
});

// ── Request bodies ──────────────────────────────────────────────────────────────────────────────

const fileAttachment = mapProperties<V3.FileAttachment, Current.FileAttachment>({
  fileUsageType: narrowFileUsageType,
});

const quickRepliesAttachment = mapProperties<
  V3.QuickRepliesAttachment,
  Current.QuickRepliesAttachment
>({ quickReplies: mapItems(quickReply) });

const socialMetadataIntegrationAttachment = mapProperties<
  V3.SocialMetadataIntegrationAttachment,
  Current.SocialMetadataIntegrationAttachment
>({ socialMetadata });

const requestAttachment = mapDiscriminated<
  V3.ChannelIntegrationMessageEgg['attachments'][number],
  Current.ChannelIntegrationMessageEgg['attachments'][number],
  'type'
>('type', {
  FILE: fileAttachment,
  QUICK_REPLIES: quickRepliesAttachment,
  SOCIAL_MEDIA_METADATA: socialMetadataIntegrationAttachment,
});

const channelIntegrationParticipant = inSequence(
  mapProperties<
    V3.ChannelIntegrationParticipant,
    Omit<Current.ChannelIntegrationParticipant, 'senderActorId'>
  >({ deliveryIdentifier: publicDeliveryIdentifier }),
  addSenderActorId,
);

const preResolvedContact = mapProperties<V3.PreResolvedContact, Current.PreResolvedContact>({
  contactVid: widenContactVid,
});

const preResolvedContacts = mapProperties<V3.PreResolvedContacts, Current.PreResolvedContacts>({
  contacts: mapItems(preResolvedContact),
});

export const channelIntegrationMessageEgg = inSequence(
  mapProperties<
    V3.ChannelIntegrationMessageEgg,
    Omit<Current.ChannelIntegrationMessageEgg, 'associateWithContactId'>
  >({
    attachments: mapItems(requestAttachment),
    preResolvedContacts,
    recipients: mapItems(channelIntegrationParticipant),
    senders: mapItems(channelIntegrationParticipant),
  }),
  addAssociateWithContactId,
);

export const publicChannelAccountEgg = mapProperties<
  V3.PublicChannelAccountEgg,
  Current.PublicChannelAccountEgg
>({ deliveryIdentifier: publicDeliveryIdentifier });

export const publicChannelAccountStagingTokenUpdateRequest = inSequence(
  mapProperties<
    V3.PublicChannelAccountStagingTokenUpdateRequest,
    Required<Current.PublicChannelAccountStagingTokenUpdateRequest>
  >({ deliveryIdentifier: publicDeliveryIdentifier }),
  relaxStagingTokenFields,
);

// ── Response bodies ─────────────────────────────────────────────────────────────────────────────

const publicFile = mapProperties<V3.PublicFile, Current.PublicFile>({
  fileUsageType: narrowFileUsageType,
});

const publicQuickReplies = mapProperties<V3.PublicQuickReplies, Current.PublicQuickReplies>({
  quickReplies: mapItems(quickReply),
});

const publicSocialMetadataAttachment = mapProperties<
  V3.PublicSocialMetadataAttachment,
  Current.PublicSocialMetadataAttachment
>({ socialMetadata });

const responseAttachment = mapDiscriminated<
  V3.PublicConversationsMessage['attachments'][number],
  Current.PublicConversationsMessage['attachments'][number],
  'type'
>('type', {
  FILE: publicFile,
  QUICK_REPLIES: publicQuickReplies,
  SOCIAL_MEDIA_METADATA: publicSocialMetadataAttachment,
  WHATSAPP_TEMPLATE_METADATA: typeMappedTemplateId,
});

const publicSender = mapProperties<V3.PublicSender, Current.PublicSender>({
  deliveryIdentifier: publicDeliveryIdentifier,
});

const publicRecipient = mapProperties<V3.PublicRecipient, Current.PublicRecipient>({
  deliveryIdentifier: publicDeliveryIdentifier,
});

export const publicConversationsMessage = mapProperties<
  V3.PublicConversationsMessage,
  Current.PublicConversationsMessage
>({
  attachments: mapItems(responseAttachment),
  recipients: mapItems(publicRecipient),
  senders: mapItems(publicSender),
});

export const publicChannelAccount = mapProperties<
  V3.PublicChannelAccount,
  Current.PublicChannelAccount
>({ deliveryIdentifier: publicDeliveryIdentifier });

export const collectionOfChannelAccounts = mapProperties<
  V3.CollectionResponseWithTotalPublicChannelAccountForwardPaging,
  Current.CollectionResponseWithTotalPublicChannelAccount
>({ results: mapItems(publicChannelAccount) });

export const publicChannelAccountStagingToken = mapProperties<
  V3.PublicChannelAccountStagingToken,
  Current.PublicChannelAccountStagingToken
>({ deliveryIdentifier: publicDeliveryIdentifier });
