import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';

/** The API versions, as the plan calls them. */
export type Version = 'v3' | '2026-03';

/** Valid values of every component that differs between the versions or holds one that does. */
export type Components = Record<ComponentName, Arbitrary<object>>;

export type ComponentName =
  | 'ChannelIntegrationMessageEgg'
  | 'CollectionOfChannelAccounts'
  | 'PublicChannelAccount'
  | 'PublicChannelAccountEgg'
  | 'PublicChannelAccountStagingToken'
  | 'PublicChannelAccountStagingTokenUpdateRequest'
  | 'PublicConversationsMessage';

const int64Limit = 2n ** 63n;
const safe = BigInt(Number.MAX_SAFE_INTEGER);

/** As `parseExact` produces them: a bigint only beyond 2^53. */
const int64 = fc
  .oneof(
    fc.bigInt({ min: -int64Limit, max: int64Limit - 1n }),
    fc.bigInt({ min: safe - 2n, max: safe + 2n }),
    fc.constantFrom(-int64Limit, int64Limit - 1n, 0n),
  )
  .map((integer) => (integer >= -safe && integer <= safe ? Number(integer) : integer));
const int32 = fc.integer();
const text = fc.string({ maxLength: 8 });
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0));
const instant = fc
  .date({ noInvalidDate: true, min: new Date('2000-01-01'), max: new Date('2100-01-01') })
  .map((date) => date.toISOString());

/** An enum in 2026-03, any string in v3. */
function enumOrString(version: Version, ...members: string[]): Arbitrary<string> {
  const member = fc.constantFrom(...members);
  return version === 'v3' ? fc.oneof({ weight: 4, arbitrary: member }, text) : member;
}

/** An object whose properties may be absent unless they are named as required. */
function object(required: Shape, optional: Shape = {}): Arbitrary<object> {
  return fc.record({ ...required, ...optional }, { requiredKeys: Object.keys(required) });
}
type Shape = Record<string, Arbitrary<unknown>>;

function list(items: Arbitrary<unknown>): Arbitrary<unknown[]> {
  return fc.array(items, { maxLength: 3 });
}

/** Written by hand from the components of each version's description. */
export function componentsOf(version: Version): Components {
  const isCurrent = version === '2026-03';
  const onlyCurrent = (shape: Shape): Shape => (isCurrent ? shape : {});

  const deliveryIdentifier = object({
    type: enumOrString(
      version,
      'CHANNEL_SPECIFIC_OPAQUE_ID',
      'HS_EMAIL_ADDRESS',
      'HS_PHONE_NUMBER',
      'HS_SHORT_CODE',
    ),
    value: text,
  });
  const fileUsageType = enumOrString(
    version,
    'AUDIO',
    'IMAGE',
    'OTHER',
    'STICKER',
    'VOICE_RECORDING',
  );
  const location = object(
    { type: fc.constant('LOCATION'), latitude: number, longitude: number },
    { address: text, name: text, url: text },
  );
  const contact = object({
    type: fc.constant('CONTACT'),
    contactProfile: object(
      {
        addresses: list(object({}, { city: text, type: fc.constantFrom('HOME', 'WORK') })),
        emails: list(object({ email: text })),
        phones: list(object({ phone: text })),
        urls: list(object({ url: text })),
      },
      { name: object({}, { firstName: text }), org: object({}, { company: text }) },
    ),
  });
  const unsupported = object({ type: fc.constant('UNSUPPORTED_CONTENT') });
  const messageHeader = object({ type: fc.constant('MESSAGE_HEADER') }, { fileId: int64, text });
  const quickReplies = list(
    object({ value: text, valueType: enumOrString(version, 'TEXT', 'URL') }, { label: text }),
  );
  const socialMedia = object({
    type: fc.constant('SOCIAL_MEDIA_METADATA'),
    socialMetadata: object(
      { mediaType: enumOrString(version, 'ARTICLE', 'NONE', 'PHOTO', 'STORY', 'VIDEO') },
      { description: text, id: text, mediaTitle: text, mediaUrl: text, thumbnailUrl: text },
    ),
  });

  const requestAttachment = fc.oneof(
    object({ type: fc.constant('FILE'), fileId: text }, { fileUsageType }),
    location,
    contact,
    unsupported,
    messageHeader,
    object({ type: fc.constant('QUICK_REPLIES'), quickReplies }),
    socialMedia,
  );
  const participant = object(
    { deliveryIdentifier },
    { name: text, ...onlyCurrent({ senderActorId: text }) },
  );
  const preResolvedContact = object({
    contactPropertiesLeadingToMatch: list(text),
    contactVid: isCurrent ? fc.oneof(int32, int64) : int32,
  });

  const template = object(
    {
      type: fc.constant('WHATSAPP_TEMPLATE_METADATA'),
      parameters: fc.dictionary(text, text, { maxKeys: 2 }),
      crmObjectIds: fc.dictionary(text, int64, { maxKeys: 2 }),
      ...(isCurrent ? {} : { mappedTemplateId: fc.oneof(int64.map(String), text) }),
    },
    onlyCurrent({ mappedTemplateId: int64, contentId: int64, rootMicId: int64 }),
  );
  const responseAttachment = fc.oneof(
    object({ type: fc.constant('FILE'), fileId: text, fileUsageType }, { name: text, url: text }),
    location,
    contact,
    unsupported,
    messageHeader,
    object({
      type: fc.constant('QUICK_REPLIES'),
      allowMultiSelect: fc.boolean(),
      allowUserInput: fc.boolean(),
      quickReplies,
    }),
    template,
    socialMedia,
  );

  const channelAccount = object(
    {
      active: fc.boolean(),
      archived: fc.boolean(),
      authorized: fc.boolean(),
      channelId: text,
      createdAt: instant,
      id: text,
      inboxId: text,
      name: text,
    },
    { archivedAt: instant, deliveryIdentifier },
  );

  return {
    ChannelIntegrationMessageEgg: object(
      {
        attachments: list(requestAttachment),
        channelAccountId: text,
        messageDirection: fc.constantFrom('INCOMING', 'OUTGOING'),
        recipients: list(participant),
        senders: list(participant),
        text,
        timestamp: instant,
      },
      {
        inReplyToId: text,
        integrationIdempotencyId: text,
        preResolvedContacts: object({ contacts: list(preResolvedContact) }),
        richText: text,
        ...onlyCurrent({ associateWithContactId: int64 }),
      },
    ),
    CollectionOfChannelAccounts: object(
      { results: list(channelAccount), total: int32 },
      {
        paging: object(
          {},
          {
            next: object({ after: text }, { link: text }),
            ...onlyCurrent({ prev: object({ before: text }, { link: text }) }),
          },
        ),
      },
    ),
    PublicChannelAccount: channelAccount,
    PublicChannelAccountEgg: object(
      { authorized: fc.boolean(), inboxId: text, name: text },
      { deliveryIdentifier },
    ),
    PublicChannelAccountStagingToken: object(
      {
        accountToken: text,
        createdAt: instant,
        genericChannelId: int32,
        inboxId: int32,
        userId: int32,
      },
      { accountName: text, deliveryIdentifier },
    ),
    PublicChannelAccountStagingTokenUpdateRequest: isCurrent
      ? object({}, { accountName: text, deliveryIdentifier })
      : object({ accountName: text, deliveryIdentifier }),
    PublicConversationsMessage: object(
      {
        archived: fc.boolean(),
        attachments: list(responseAttachment),
        channelAccountId: text,
        channelId: text,
        client: object({ clientType: fc.constantFrom('HUBSPOT', 'INTEGRATION') }),
        conversationsThreadId: text,
        createdAt: instant,
        createdBy: text,
        direction: fc.constantFrom('INCOMING', 'OUTGOING'),
        id: text,
        recipients: list(object({ deliveryIdentifier }, { actorId: text, recipientField: text })),
        senders: list(object({}, { actorId: text, deliveryIdentifier, senderField: text })),
        text,
        truncationStatus: fc.constantFrom('NOT_TRUNCATED', 'TRUNCATED'),
        type: fc.constant('MESSAGE'),
      },
      {
        status: object(
          { statusType: fc.constantFrom('FAILED', 'READ', 'RECEIVED', 'SENT') },
          { failureDetails: object({ errorMessageTokens: fc.constant({}) }) },
        ),
        subject: text,
        updatedAt: instant,
      },
    ),
  };
}
