import type { ApiVersion } from './api-version.ts';
import {
  arrayOf,
  boolean,
  dateTime,
  enumOf,
  int64,
  number,
  object,
  oneOf,
  openObject,
  string,
} from './shape.ts';
import type { Shape, ValueOf } from './shape.ts';

/** The request bodies of one API version, each under the name that its schema has in the specification. */
export type RequestBodies = ReturnType<typeof describeRequestBodies>;

/** A message as an integration publishes it. */
export type MessageEgg = ValueOf<RequestBodies['ChannelIntegrationMessageEgg']>;

/** An attachment as an integration publishes it. */
export type AttachmentEgg = MessageEgg['attachments'][number];

/** A sender or recipient as an integration publishes it. */
export type Participant = MessageEgg['senders'][number];

/** Describes the request bodies of `version`. */
export function describeRequestBodies(version: ApiVersion) {
  const PublicDeliveryIdentifier = object({
    required: { type: version.deliveryIdentifierType.accept, value: string },
  });
  return {
    ...channelBodies,
    ...describeChannelAccountBodies(version, PublicDeliveryIdentifier),
    ChannelIntegrationMessageEgg: describeMessageEgg(version, PublicDeliveryIdentifier),
    PublicChannelIntegrationMessageUpdateRequest: object({
      required: { statusType: enumOf(['FAILED', 'READ', 'SENT']) },
      optional: { errorMessage: string },
    }),
  };
}

const capabilities = openObject(
  object({
    optional: {
      threadingModel: enumOf(['DELIVERY_IDENTIFIER', 'INTEGRATION_THREAD_ID']),
      deliveryIdentifierTypes: arrayOf(string),
      richText: arrayOf(string),
      outgoingAttachmentTypes: arrayOf(string),
      allowedFileAttachmentMimeTypes: arrayOf(string),
      allowInlineImages: boolean,
      allowOutgoingMessages: boolean,
      allowConversationStart: boolean,
      allowMultipleRecipients: boolean,
      maxFileAttachmentCount: int64,
      maxFileAttachmentSizeBytes: int64,
      maxTotalFileAttachmentSizeBytes: int64,
    },
  }),
);

const channelUrls = {
  channelAccountConnectionRedirectUrl: string,
  channelDescription: string,
  channelLogoUrl: string,
  webhookUrl: string,
};

const channelBodies = {
  PublicChannelIntegrationChannelCreate: object({
    required: { capabilities, name: string },
    optional: channelUrls,
  }),
  PublicChannelIntegrationChannelPatch: object({
    optional: { capabilities, name: string, ...channelUrls },
  }),
};

type DeliveryIdentifierShape = Shape<{ readonly type: string; readonly value: string }>;

function describeChannelAccountBodies(
  version: ApiVersion,
  deliveryIdentifier: DeliveryIdentifierShape,
) {
  const stagingToken = { accountName: string, deliveryIdentifier };
  return {
    PublicChannelAccountStagingTokenUpdateRequest: version.requiresWholeStagingToken
      ? object({ required: stagingToken })
      : object({ optional: stagingToken }),
    PublicChannelAccountEgg: object({
      required: { authorized: boolean, inboxId: string, name: string },
      optional: { deliveryIdentifier },
    }),
    PublicChannelAccountUpdateRequest: object({
      optional: { authorized: boolean, name: string },
    }),
  };
}

function describeMessageEgg(version: ApiVersion, deliveryIdentifier: DeliveryIdentifierShape) {
  const participants = arrayOf(
    object({
      required: { deliveryIdentifier },
      optional: { name: string, senderActorId: version.senderActorId },
    }),
  );
  const preResolvedContact = object({
    required: {
      contactPropertiesLeadingToMatch: arrayOf(string),
      contactVid: version.contactVid,
    },
  });
  return object({
    required: {
      attachments: arrayOf(describeAttachmentEgg(version)),
      channelAccountId: string,
      messageDirection: enumOf(['INCOMING', 'OUTGOING']),
      recipients: participants,
      senders: participants,
      text: string,
      timestamp: dateTime,
    },
    optional: {
      associateWithContactId: version.associateWithContactId,
      inReplyToId: string,
      integrationIdempotencyId: string,
      integrationThreadId: string,
      preResolvedContacts: object({ required: { contacts: arrayOf(preResolvedContact) } }),
      richText: string,
    },
  });
}

function describeAttachmentEgg(version: ApiVersion) {
  return oneOf({
    FILE: object({
      required: { type: enumOf(['FILE']), fileId: string },
      optional: { fileUsageType: version.fileUsageType.accept },
    }),
    LOCATION: object({
      required: { type: enumOf(['LOCATION']), latitude: number, longitude: number },
      optional: { address: string, name: string, url: string },
    }),
    CONTACT: object({ required: { type: enumOf(['CONTACT']), contactProfile } }),
    UNSUPPORTED_CONTENT: object({ required: { type: enumOf(['UNSUPPORTED_CONTENT']) } }),
    MESSAGE_HEADER: object({
      required: { type: enumOf(['MESSAGE_HEADER']) },
      optional: { fileId: int64, text: string },
    }),
    QUICK_REPLIES: object({
      required: {
        type: enumOf(['QUICK_REPLIES']),
        quickReplies: arrayOf(
          object({
            required: { value: string, valueType: version.quickReplyValueType.accept },
            optional: { label: string },
          }),
        ),
      },
    }),
    SOCIAL_MEDIA_METADATA: object({
      required: {
        type: enumOf(['SOCIAL_MEDIA_METADATA']),
        socialMetadata: object({
          required: { mediaType: version.socialMediaType.accept },
          optional: {
            description: string,
            id: string,
            mediaTitle: string,
            mediaUrl: string,
            mediaUrlString: string,
            thumbnailUrl: string,
          },
        }),
      },
    }),
  });
}

const place = enumOf(['HOME', 'WORK']);

const contactProfile = object({
  required: {
    addresses: arrayOf(
      object({
        optional: {
          city: string,
          country: string,
          countryCode: string,
          state: string,
          street: string,
          type: place,
          zip: string,
        },
      }),
    ),
    emails: arrayOf(object({ required: { email: string }, optional: { type: place } })),
    phones: arrayOf(
      object({
        required: { phone: string },
        optional: { type: enumOf(['CELL', 'HOME', 'MAIN', 'WORK']) },
      }),
    ),
    urls: arrayOf(object({ required: { url: string }, optional: { type: place } })),
  },
  optional: {
    name: object({
      optional: {
        firstName: string,
        lastName: string,
        middleName: string,
        prefix: string,
        suffix: string,
      },
    }),
    org: object({ optional: { company: string, department: string, title: string } }),
  },
});
