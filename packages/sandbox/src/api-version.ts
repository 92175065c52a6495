import type { WhatsAppTemplateMetadata } from './model.ts';
import { ignored, int32, int64, string } from './shape.ts';
import type { Shape } from './shape.ts';
import { closedVocabulary, openVocabulary } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Everything in which one version of the API differs from another on the wire. */
export interface ApiVersion {
  readonly name: 'v3' | '2026-03';
  /** Path of one channel, without its id; every path of the version begins with it. */
  readonly root: string;
  /** Path of all channels. */
  readonly collectionPath: string;
  /** Whether a 201 carries a `Location` header. */
  readonly sendsLocation: boolean;
  /** Whether a page leads back to the one before it. */
  readonly linksPreviousPage: boolean;
  readonly deliveryIdentifierType: Vocabulary;
  readonly fileUsageType: Vocabulary;
  readonly quickReplyValueType: Vocabulary;
  readonly socialMediaType: Vocabulary;
  readonly associateWithContactId: Shape<bigint>;
  readonly contactVid: Shape<bigint>;
  readonly senderActorId: Shape<string>;
  /** Whether describing a staging token takes both its name and its delivery identifier. */
  readonly requiresWholeStagingToken: boolean;
  /** The ids that the version shows of a WhatsApp template. */
  readonly templateIds: (
    metadata: WhatsAppTemplateMetadata,
  ) => Partial<Record<'mappedTemplateId' | 'contentId' | 'rootMicId', bigint | string | undefined>>;
}

const v3: ApiVersion = {
  name: 'v3',
  root: '/conversations/v3/custom-channels',
  collectionPath: '/conversations/v3/custom-channels/',
  sendsLocation: false,
  linksPreviousPage: false,
  deliveryIdentifierType: openVocabulary,
  fileUsageType: openVocabulary,
  quickReplyValueType: openVocabulary,
  socialMediaType: openVocabulary,
  associateWithContactId: ignored,
  contactVid: (input, at, report) => {
    const value = int32()(input, at, report);
    return value === undefined ? undefined : BigInt(value);
  },
  senderActorId: ignored,
  requiresWholeStagingToken: true,
  // The property is required in v3, also for a template without an id.
  templateIds: ({ mappedTemplateId = '' }) => ({ mappedTemplateId: String(mappedTemplateId) }),
};

const v2026_03: ApiVersion = {
  name: '2026-03',
  root: '/conversations/custom-channels/2026-03',
  collectionPath: '/conversations/custom-channels/2026-03',
  sendsLocation: true,
  linksPreviousPage: true,
  deliveryIdentifierType: closedVocabulary(
    ['CHANNEL_SPECIFIC_OPAQUE_ID', 'HS_EMAIL_ADDRESS', 'HS_PHONE_NUMBER', 'HS_SHORT_CODE'],
    { standIn: 'CHANNEL_SPECIFIC_OPAQUE_ID' },
  ),
  fileUsageType: closedVocabulary(['AUDIO', 'IMAGE', 'OTHER', 'STICKER', 'VOICE_RECORDING'], {
    standIn: 'OTHER',
  }),
  quickReplyValueType: closedVocabulary(['TEXT', 'URL'], { standIn: 'TEXT' }),
  socialMediaType: closedVocabulary(
    [
      'ARTICLE',
      'AUDIO',
      'CAROUSEL',
      'DOCUMENT',
      'GIF',
      'LINK',
      'NONE',
      'PHOTO',
      'POLL',
      'STORY',
      'VIDEO',
    ],
    { standIn: 'NONE' },
  ),
  associateWithContactId: int64,
  contactVid: int64,
  senderActorId: string,
  requiresWholeStagingToken: false,
  templateIds: ({ mappedTemplateId, contentId, rootMicId }) => ({
    mappedTemplateId,
    contentId,
    rootMicId,
  }),
};

/** The versions that the sandbox serves, oldest first. */
export const apiVersions: readonly ApiVersion[] = [v3, v2026_03];
