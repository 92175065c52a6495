import { createClient } from '@apipin/custom-channels-2026-03';
import { startSandbox } from '@apipin/sandbox';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { apipinHere } from './apipin.ts';
import { createConsumer, manifestPinnedTo } from './consumer.ts';
import { repositoryPath } from './repository.ts';
import { runNode } from './run-node.ts';
import { specPath } from './spec.ts';

/** What is left to do when code for v3 is pinned to 2026-03, and the changes of the API that are behind each of it. */
const LEFT = [
  {
    at: 'relay-messages.ts:6',
    code: 'TS2305',
    source: 'type ForwardPaging,',
    changes: ['component-renamed:component ForwardPaging'],
  },
  {
    at: 'relay-messages.ts:34',
    code: 'TS2353',
    source: 'return createClient({ apiKeys: { private_apps: token }, baseUrl });',
    changes: ['security-scheme-removed:security scheme private_apps'],
  },
  {
    at: 'relay-messages.ts:48',
    code: 'TS2322',
    source: 'deliveryIdentifierType: [kind],',
    changes: [
      'request-parameter-property-became-enum:listChannelAccounts query deliveryIdentifierType[]',
    ],
  },
  {
    at: 'relay-messages.ts:89',
    code: 'TS2322',
    source: 'return { deliveryIdentifier: { type: kind, value } };',
    changes: ['request-property-became-enum:PublicDeliveryIdentifier.type'],
  },
  {
    at: 'relay-messages.ts:93',
    code: 'TS2322',
    source: "return { type: 'FILE', fileId: id, fileUsageType: usage };",
    changes: ['request-property-became-enum:FileAttachment.fileUsageType'],
  },
  {
    at: 'relay-messages.ts:97',
    code: 'TS2322',
    source: 'return { value, valueType: kind };',
    changes: ['request-property-became-enum:QuickReply.valueType'],
  },
  {
    at: 'relay-messages.ts:101',
    code: 'TS2322',
    source: 'return { mediaUrl: url, mediaType: kind };',
    changes: ['request-property-became-enum:SocialMetadata.mediaType'],
  },
  {
    at: 'relay-messages.ts:109',
    code: 'TS2345',
    source: 'ids.push(attachment.mappedTemplateId);',
    changes: [
      'response-property-became-optional:PublicWhatsAppTemplateMetadata.mappedTemplateId',
      'response-property-type-changed:PublicWhatsAppTemplateMetadata.mappedTemplateId',
    ],
  },
];

function exampleSource(id: string, file: string): string {
  return readFileSync(repositoryPath(`packages/examples/pinned-to-${id}/src/${file}`), 'utf8');
}

test('the pin is one line', () => {
  const [before, after] = ['v3', '2026-03'].map((id) => manifestPinnedTo(id).split('\n'));
  const changed = before?.filter((line, index) => line !== after?.[index]);
  expect(changed).toEqual(['    "custom-channels": "npm:@apipin/custom-channels-v3@^0.1.0"']);
});

test('code that uses what both versions have moves by that line alone', async () => {
  const file = 'deliver-messages.ts';
  const consumer = await createConsumer({ [file]: exampleSource('v3', file) }, 'v3');
  expect(await consumer.compile()).toEqual([]);
  await consumer.pin('2026-03');
  expect(await consumer.compile()).toEqual([]);
});

test('of code that uses what only v3 has, the compiler lists what is left', async () => {
  const file = 'relay-messages.ts';
  const consumer = await createConsumer({ [file]: exampleSource('v3', file) }, 'v3');
  expect(await consumer.compile()).toEqual([]);
  await consumer.pin('2026-03');
  expect(await consumer.compile()).toEqual(
    LEFT.map(({ at, code, source }) => ({ at, code, source })),
  );
});

test('what is left is what the versions differ in, and all that breaks code in requests and answers', async () => {
  const specs = [specPath('v3'), specPath('2026-03')];
  const { code, stdout } = await apipinHere('/', ['diff', ...specs, '--format', 'json']);
  expect(code).toBe(0);
  const { changes } = JSON.parse(stdout) as {
    changes: { id: string; level: string; source: string }[];
  };
  const left = LEFT.flatMap((error) => error.changes);
  expect(changes.map(({ id }) => id)).toEqual(expect.arrayContaining(left));
  const breaking = changes.filter(({ level, source }) => level === 'breaking' && source === level);
  expect(left).toEqual(expect.arrayContaining(breaking.map(({ id }) => id)));
});

/** What a user's program does with the example's functions. */
const PROGRAM = `
import { connect, listAccountIds, relayMessage, templateIdsOf } from './relay-messages.ts';

const { baseUrl, channelId, channelAccountId, templateMessageId } = JSON.parse(process.argv[2]);
const client = connect('token', baseUrl);
const accountIds = await listAccountIds(client, channelId, 'HS_PHONE_NUMBER');
const messageId = await relayMessage(client, channelId, {
  id: 'sms-1',
  channelAccountId,
  sender: { kind: 'HS_PHONE_NUMBER', value: '+15550100' },
  recipient: { kind: 'HS_PHONE_NUMBER', value: '+15550199' },
  text: 'Is the lamp in stock?',
  sentAt: '2026-11-22T09:00:00Z',
  files: [{ id: '4411', usage: 'IMAGE' }],
  choices: [{ value: 'yes', kind: 'TEXT' }],
  post: { url: 'https://shop.example/lamp', kind: 'PHOTO' },
});
const message = await client.getMessage({ channelId, messageId: templateMessageId });
console.log(JSON.stringify({ accountIds, messageId, templateIds: templateIdsOf(message) }));
`;

test('with that corrected, it compiles and runs', async () => {
  const file = 'relay-messages.ts';
  const consumer = await createConsumer({ [file]: exampleSource('2026-03', file) }, '2026-03');
  expect(await consumer.compile()).toEqual([]);

  const sandbox = await startSandbox();
  try {
    const client = createClient({ accessToken: 'token', baseUrl: sandbox.url });
    const channel = await client.createChannel({ body: { name: 'SMS', capabilities: {} } });
    const channelId = Number(channel.id);
    const account = await client.createChannelAccount({
      channelId,
      body: {
        name: 'Lamp shop',
        authorized: true,
        inboxId: '1',
        deliveryIdentifier: { type: 'HS_PHONE_NUMBER', value: '+15550199' },
      },
    });
    const template = sandbox.seedMessage({
      channelId: channel.id,
      channelAccountId: account.id,
      attachments: [
        {
          type: 'WHATSAPP_TEMPLATE_METADATA',
          mappedTemplateId: 42n,
          crmObjectIds: {},
          parameters: {},
        },
      ],
    });
    await writeFile(join(consumer.folder, 'main.ts'), PROGRAM);
    const { code, stdout, stderr } = await runNode([
      join(consumer.folder, 'main.ts'),
      JSON.stringify({
        baseUrl: sandbox.url,
        channelId,
        channelAccountId: account.id,
        templateMessageId: template.id,
      }),
    ]);
    expect(code, stderr).toBe(0);
    const { messageId, ...found } = JSON.parse(stdout) as { messageId: string };
    expect(found).toEqual({ accountIds: [account.id], templateIds: ['42'] });
    expect(await client.getMessage({ channelId, messageId })).toMatchObject({
      text: 'Is the lamp in stock?',
      attachments: [
        { type: 'FILE', fileUsageType: 'IMAGE' },
        { quickReplies: [{ value: 'yes', valueType: 'TEXT' }] },
        { socialMetadata: { mediaType: 'PHOTO' } },
      ],
    });
  } finally {
    await sandbox.close();
  }
});
