import type { Rules } from '../generated/changes.ts';
import { addAssociateWithContactId } from './add-associate-with-contact-id.ts';
import { addLocation } from './add-location.ts';
import { addPreviousPage } from './add-previous-page.ts';
import { addSenderActorId } from './add-sender-actor-id.ts';
import { addTemplateIds } from './add-template-ids.ts';
import { forwardCredentials } from './forward-credentials.ts';
import { narrowDeliveryIdentifierType } from './narrow-delivery-identifier-type.ts';
import { narrowFileUsageType } from './narrow-file-usage-type.ts';
import { narrowMediaType } from './narrow-media-type.ts';
import { narrowQuickReplyValueType } from './narrow-quick-reply-value-type.ts';
import { relaxStagingTokenFields } from './relax-staging-token-fields.ts';
import { typeMappedTemplateId } from './type-mapped-template-id.ts';
import { widenContactVid } from './widen-contact-vid.ts';

/** The rule for each change between v3 and 2026-03. The compiler holds the list to the specs. */
export const rules = {
  'ChannelIntegrationMessageEgg.associateWithContactId': addAssociateWithContactId,
  'ChannelIntegrationParticipant.senderActorId': addSenderActorId,
  'FileAttachment.fileUsageType': narrowFileUsageType,
  'Paging.prev': addPreviousPage,
  'PreResolvedContact.contactVid': widenContactVid,
  'PublicChannelAccountStagingTokenUpdateRequest.accountName': relaxStagingTokenFields,
  'PublicChannelAccountStagingTokenUpdateRequest.deliveryIdentifier': relaxStagingTokenFields,
  'PublicDeliveryIdentifier.type': narrowDeliveryIdentifierType,
  'PublicFile.fileUsageType': narrowFileUsageType,
  'PublicWhatsAppTemplateMetadata.contentId': addTemplateIds,
  'PublicWhatsAppTemplateMetadata.mappedTemplateId': typeMappedTemplateId,
  'PublicWhatsAppTemplateMetadata.rootMicId': addTemplateIds,
  'QuickReply.valueType': narrowQuickReplyValueType,
  'SocialMetadata.mediaType': narrowMediaType,
  'archiveChannel.security': forwardCredentials,
  'createChannel.201.headers.Location': addLocation,
  'createChannel.security': forwardCredentials,
  'createChannelAccount.201.headers.Location': addLocation,
  'createChannelAccount.security': forwardCredentials,
  'getChannel.security': forwardCredentials,
  'getChannelAccount.security': forwardCredentials,
  'getMessage.security': forwardCredentials,
  'listChannelAccounts.query.deliveryIdentifierType[]': narrowDeliveryIdentifierType,
  'listChannelAccounts.security': forwardCredentials,
  'listChannels.security': forwardCredentials,
  'publishMessage.201.headers.Location': addLocation,
  'publishMessage.security': forwardCredentials,
  'updateChannel.security': forwardCredentials,
  'updateChannelAccount.security': forwardCredentials,
  'updateChannelAccountStagingToken.security': forwardCredentials,
  'updateMessage.security': forwardCredentials,
} satisfies Rules;
