import type { ApiVersion } from './api-version.ts';
import type { Attachment, Message } from './model.ts';
import { withDeliveryIdentifier } from './render-delivery-identifier.ts';

/** A `PublicConversationsMessage` of `version`. */
export function renderMessage(message: Message, version: ApiVersion): object {
  return {
    ...message,
    type: 'MESSAGE',
    senders: message.senders.map((sender) => withDeliveryIdentifier(sender, version)),
    recipients: message.recipients.map((recipient) => withDeliveryIdentifier(recipient, version)),
    attachments: message.attachments.map((attachment) => renderAttachment(attachment, version)),
  };
}

function renderAttachment(attachment: Attachment, version: ApiVersion): object {
  switch (attachment.type) {
    case 'FILE':
      return { ...attachment, fileUsageType: version.fileUsageType.show(attachment.fileUsageType) };
    case 'QUICK_REPLIES':
      return {
        ...attachment,
        quickReplies: attachment.quickReplies.map((reply) => ({
          ...reply,
          valueType: version.quickReplyValueType.show(reply.valueType),
        })),
      };
    case 'SOCIAL_MEDIA_METADATA':
      return {
        ...attachment,
        socialMetadata: {
          ...attachment.socialMetadata,
          mediaType: version.socialMediaType.show(attachment.socialMetadata.mediaType),
        },
      };
    case 'WHATSAPP_TEMPLATE_METADATA': {
      const { type, parameters, crmObjectIds } = attachment;
      return { type, parameters, crmObjectIds, ...version.templateIds(attachment) };
    }
    case 'LOCATION':
    case 'CONTACT':
    case 'UNSUPPORTED_CONTENT':
    case 'MESSAGE_HEADER':
      return attachment;
  }
}
