import { MESSAGE } from './message.ts';

/** A body to map, and how much of it the other version has otherwise. */
export interface CompatBody {
  readonly title: string;
  readonly way:
    | 'upgrade of the request'
    | 'downgrade of the request'
    | 'upgrade of the response'
    | 'downgrade of the response';
  readonly body: object;
}

const CUSTOMER = { type: 'HS_PHONE_NUMBER', value: '+15550142377' };
const SHOP = { type: 'HS_PHONE_NUMBER', value: '+15550199010' };

/** A message to publish, of some 1.5 KB, whose attachments hold what is given. */
function request(fileUsageType: string, valueType: string, mediaType: string): object {
  return {
    text: 'My partner will collect the bike. Here are the photos that you asked for, and where to meet after six.',
    attachments: [
      { type: 'FILE', fileId: '90210331', fileUsageType },
      { type: 'FILE', fileId: '90210332', fileUsageType },
      { type: 'FILE', fileId: '90210333', fileUsageType },
      {
        type: 'QUICK_REPLIES',
        quickReplies: [
          { label: 'At the harbor', value: 'harbor', valueType },
          { label: 'At the shop', value: 'shop', valueType },
          { label: 'See the map', value: 'https://example.com/map/harbor', valueType },
        ],
      },
      {
        type: 'SOCIAL_MEDIA_METADATA',
        socialMetadata: {
          id: '17841405822304914',
          mediaType,
          mediaTitle: 'Spring service',
          mediaUrl: 'https://social.example.com/p/17841405822304914',
          thumbnailUrl: 'https://social.example.com/t/17841405822304914.jpg',
          description: 'Two for one on gears and brakes until the end of the month.',
        },
      },
    ],
    channelAccountId: '891011',
    messageDirection: 'INCOMING',
    integrationIdempotencyId: 'e97f20c8-4b6d-41a3-b08c-5d1f3a62e7b4',
    integrationThreadId: 'thread-7302915548',
    inReplyToId: '4f2c9d1e0b7a4d0c8f3a6b5e7d9c1a2b',
    preResolvedContacts: {
      contacts: [
        { contactPropertiesLeadingToMatch: ['phone', 'mobilephone'], contactVid: 48213377 },
      ],
    },
    recipients: [{ deliveryIdentifier: SHOP, name: 'Harbor Bikes' }],
    senders: [{ deliveryIdentifier: CUSTOMER, name: 'Mara Lindqvist' }],
    timestamp: '2026-05-12T15:20:05.640Z',
  };
}

/** The message as it is answered, with the attachments that are given. */
function response(attachments: readonly object[]): object {
  return { ...(JSON.parse(MESSAGE) as object), attachments };
}

function template(ids: object): object {
  return {
    type: 'WHATSAPP_TEMPLATE_METADATA',
    parameters: { '1': 'Mara', '2': 'Thursday at six' },
    crmObjectIds: { contact: 48213377, deal: 7720114 },
    ...ids,
  };
}

const file = (fileUsageType: string): object => ({
  type: 'FILE',
  fileId: '90210331',
  fileUsageType,
  name: 'frame-number.jpg',
  url: 'https://files.example.com/f/90210331/frame-number.jpg',
});

export const COMPAT_BODIES: readonly CompatBody[] = [
  {
    title: 'nothing',
    way: 'upgrade of the request',
    body: request('IMAGE', 'TEXT', 'PHOTO'),
  },
  {
    title: 'every attachment',
    way: 'upgrade of the request',
    body: request('RECEIPT', 'PHONE', 'REEL'),
  },
  {
    title: 'nothing',
    way: 'downgrade of the request',
    body: request('IMAGE', 'TEXT', 'PHOTO'),
  },
  {
    title: 'nothing',
    way: 'downgrade of the response',
    body: JSON.parse(MESSAGE) as object,
  },
  {
    title: 'every attachment',
    way: 'downgrade of the response',
    body: response(
      [77120934, 77120935, 77120936, 77120937].map((mappedTemplateId) =>
        template({ mappedTemplateId, contentId: 184402771356, rootMicId: 603118840027 }),
      ),
    ),
  },
  {
    title: 'nothing',
    way: 'upgrade of the response',
    body: JSON.parse(MESSAGE) as object,
  },
  {
    title: 'every attachment',
    way: 'upgrade of the response',
    body: response([
      file('RECEIPT'),
      file('SCREENSHOT'),
      ...['77120934', '77120935'].map((mappedTemplateId) => template({ mappedTemplateId })),
    ]),
  },
];
