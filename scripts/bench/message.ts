/** A body of the schema `PublicConversationsMessage`, of some 1.6 KB: with a file, a place and a contact card. */
export const MESSAGE = JSON.stringify({
  id: 'e97f20c84b6d41a3b08c5d1f3a62e7b4',
  type: 'MESSAGE',
  conversationsThreadId: '7302915548',
  channelId: '1234567',
  channelAccountId: '891011',
  direction: 'INCOMING',
  text: 'My partner will collect the bike. Here is the card, and where to meet after six.',
  truncationStatus: 'NOT_TRUNCATED',
  attachments: [
    {
      type: 'FILE',
      fileId: '90210331',
      fileUsageType: 'IMAGE',
      name: 'frame-number.jpg',
      url: 'https://files.example.com/f/90210331/frame-number.jpg',
    },
    {
      type: 'LOCATION',
      latitude: 45.5152,
      longitude: -122.6784,
      name: 'Harbor Bikes',
      address: 'Pier 4, Portland, Oregon 97214',
    },
    {
      type: 'CONTACT',
      contactProfile: {
        name: { firstName: 'Jonas', lastName: 'Lindqvist' },
        org: { company: 'Harbor Veterinary Clinic', title: 'Head surgeon' },
        phones: [{ phone: '+15550142391', type: 'CELL' }, { phone: '+15550160044' }],
        emails: [
          { email: 'jonas.lindqvist@example.com', type: 'HOME' },
          { email: 'surgery@clinic.example.com', type: 'WORK' },
        ],
        urls: [{ url: 'https://clinic.example.com/team/lindqvist', type: 'WORK' }],
        addresses: [
          {
            street: '48 Alder Lane',
            city: 'Portland',
            state: 'Oregon',
            zip: '97214',
            country: 'United States',
            countryCode: 'US',
            type: 'HOME',
          },
        ],
      },
    },
  ],
  senders: [
    {
      actorId: 'V-48213377',
      name: 'Mara Lindqvist',
      deliveryIdentifier: { type: 'HS_PHONE_NUMBER', value: '+15550142377' },
    },
  ],
  recipients: [{ deliveryIdentifier: { type: 'HS_PHONE_NUMBER', value: '+15550199010' } }],
  status: { statusType: 'RECEIVED' },
  client: { clientType: 'INTEGRATION', integrationAppId: 3301448 },
  createdBy: 'V-48213377',
  createdAt: '2026-05-12T15:20:05.640Z',
  archived: false,
});

/** A message as large to publish, which the schema `ChannelIntegrationMessageEgg` accepts. */
export const MESSAGE_TO_PUBLISH = createMessageToPublish();

/** The same message with one place wrong, by what is wrong with it. */
export const WRONG_MESSAGES = {
  'wrong at the top': replace('"channelAccountId":"891011"', '"channelAccountId":891011'),
  'wrong deep inside': replace('"email":"surgery@clinic.example.com"', '"email":null'),
  'no such day': replace('2026-05-12T', '2026-02-30T'),
  'fraction for an int32': replace('3301448', '3301448.5'),
} as const;

function replace(right: string, wrong: string): string {
  if (!MESSAGE.includes(right)) throw new Error(`the message has no ${right}`);
  return MESSAGE.replace(right, wrong);
}

function createMessageToPublish(): object {
  const { text, attachments, channelAccountId, direction, senders, recipients, createdAt } =
    JSON.parse(MESSAGE) as Record<string, unknown>;
  return {
    text,
    attachments,
    channelAccountId,
    messageDirection: direction,
    senders,
    recipients,
    integrationIdempotencyId: 'e97f20c8-4b6d-41a3-b08c-5d1f3a62e7b4',
    timestamp: createdAt,
  };
}
