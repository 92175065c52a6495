import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { operations as current } from '@apipin/custom-channels-2026-03-zod';
import { operations as v3 } from '@apipin/custom-channels-v3-zod';
import {
  createCompatFetch,
  InvalidRequestError,
  LossError,
  UnmappableValueError,
} from '../src/index.ts';
import type { CompatFetchOptions, Loss } from '../src/index.ts';
import { sendJson, startRecordingUpstream } from './recording-upstream.ts';
import type { RecordingUpstream } from './recording-upstream.ts';

let upstream: RecordingUpstream;
let losses: Loss[];
/** A caller of v3, answered by 2026-03. */
let fetchV3: typeof globalThis.fetch;
/** A caller of 2026-03, answered by v3. */
let fetchCurrent: typeof globalThis.fetch;

beforeEach(async () => {
  upstream = await startRecordingUpstream();
  losses = [];
  const onLoss = (loss: Loss) => losses.push(loss);
  fetchV3 = createCompatFetch({ serve: 'v3', upstream: '2026-03', onLoss });
  fetchCurrent = createCompatFetch({ serve: '2026-03', upstream: 'v3', onLoss });
});

afterEach(() => upstream[Symbol.asyncDispose]());

const v3Path = '/conversations/v3/custom-channels';
const currentPath = '/conversations/custom-channels/2026-03';

const deliveryIdentifier = { type: 'HS_PHONE_NUMBER', value: '+4930901820' };
const contactProfile = {
  addresses: [],
  emails: [{ email: 'ada@example.org' }],
  phones: [],
  urls: [],
};

function messageWith(attachments: readonly unknown[]): object {
  return {
    text: 'hello',
    attachments,
    channelAccountId: '2',
    messageDirection: 'INCOMING',
    recipients: [{ deliveryIdentifier }],
    senders: [{ deliveryIdentifier, name: 'Ada' }],
    timestamp: '2026-03-30T08:00:00Z',
  };
}

/** The message as the inbox holds it, in the form that both versions share. */
function storedMessage(more: object = {}): object {
  return {
    archived: false,
    attachments: [],
    channelAccountId: '2',
    channelId: '1',
    client: { clientType: 'INTEGRATION', integrationAppId: 7 },
    conversationsThreadId: '3',
    createdAt: '2026-03-30T08:00:00Z',
    createdBy: 'A-1',
    direction: 'OUTGOING',
    id: 'm-1',
    recipients: [{ deliveryIdentifier }],
    senders: [{ actorId: 'A-1' }],
    text: 'hello',
    truncationStatus: 'NOT_TRUNCATED',
    type: 'MESSAGE',
    ...more,
  };
}

function post(body: object | string): RequestInit {
  return {
    method: 'POST',
    headers: { authorization: 'Bearer secret-token', 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}

describe('publishMessage', () => {
  test.each([
    ['a file of a known use', { type: 'FILE', fileId: 'f', fileUsageType: 'IMAGE' }],
    ['a file without a use', { type: 'FILE', fileId: 'f' }],
    ['a location', { type: 'LOCATION', latitude: 52.52, longitude: 13.405 }],
    ['a contact', { type: 'CONTACT', contactProfile }],
    ['unsupported content', { type: 'UNSUPPORTED_CONTENT' }],
    ['a message header', { type: 'MESSAGE_HEADER', fileId: 42, text: 'Hi' }],
    ['quick replies', { type: 'QUICK_REPLIES', quickReplies: [{ value: 'y', valueType: 'TEXT' }] }],
    [
      'a social media post',
      { type: 'SOCIAL_MEDIA_METADATA', socialMetadata: { mediaType: 'STORY', id: 's' } },
    ],
    ['an attachment that neither version knows', { type: 'HOLOGRAM', depth: 3 }],
  ])('%s is carried over unchanged', async (_title, attachment) => {
    await fetchV3(`${upstream.origin}${v3Path}/1/messages`, post(messageWith([attachment])));

    expect(upstream.received).toMatchObject([{ method: 'POST', url: `${currentPath}/1/messages` }]);
    expect(JSON.parse(upstream.received[0]!.body)).toEqual(messageWith([attachment]));
    expect(losses).toEqual([]);
  });

  test.each([
    {
      attachment: { type: 'FILE', fileId: 'f', fileUsageType: 'HOLOGRAM' },
      want: { type: 'FILE', fileId: 'f', fileUsageType: 'OTHER' },
      loss: {
        pointer: '/attachments/0/fileUsageType',
        change: 'FileAttachment.fileUsageType',
        was: 'HOLOGRAM',
        becomes: 'OTHER',
        severity: 'minor',
      },
    },
    {
      attachment: { type: 'SOCIAL_MEDIA_METADATA', socialMetadata: { mediaType: 'REEL', id: 's' } },
      want: { type: 'SOCIAL_MEDIA_METADATA', socialMetadata: { mediaType: 'NONE', id: 's' } },
      loss: {
        pointer: '/attachments/0/socialMetadata/mediaType',
        change: 'SocialMetadata.mediaType',
        was: 'REEL',
        becomes: 'NONE',
        severity: 'major',
      },
    },
    {
      attachment: { type: 'QUICK_REPLIES', quickReplies: [{ value: 'y', valueType: 'EMOJI' }] },
      want: { type: 'QUICK_REPLIES', quickReplies: [{ value: 'y', valueType: 'TEXT' }] },
      loss: {
        pointer: '/attachments/0/quickReplies/0/valueType',
        change: 'QuickReply.valueType',
        was: 'EMOJI',
        becomes: 'TEXT',
        severity: 'minor',
      },
    },
  ])('$loss.was is carried over as $loss.becomes, with a loss', async (row) => {
    await fetchV3(`${upstream.origin}${v3Path}/1/messages`, post(messageWith([row.attachment])));

    expect(JSON.parse(upstream.received[0]!.body)).toEqual(messageWith([row.want]));
    expect(losses).toEqual([row.loss]);
  });

  test('an address of an unknown kind is refused before anything is sent', async () => {
    const fax = { deliveryIdentifier: { type: 'FAX', value: '1' } };
    const message = { ...messageWith([]), senders: [fax] };

    const call = fetchV3(`${upstream.origin}${v3Path}/1/messages`, post(message));

    await expect(call).rejects.toThrow(UnmappableValueError);
    await expect(call).rejects.toThrow(
      'publishMessage request body /senders/0/deliveryIdentifier/type: cannot upgrade "FAX"',
    );
    expect(upstream.received).toEqual([]);
  });

  test('what only 2026-03 can say is left out for v3, with a loss', async () => {
    const sender = { deliveryIdentifier, senderActorId: 'A-1' };
    const message = { ...messageWith([]), senders: [sender] };

    await fetchCurrent(
      `${upstream.origin}${currentPath}/1/messages`,
      post({ ...message, associateWithContactId: 9 }),
    );

    expect(upstream.received[0]?.url).toBe(`${v3Path}/1/messages`);
    expect(JSON.parse(upstream.received[0]!.body)).toEqual({
      ...message,
      senders: [{ deliveryIdentifier }],
    });
    expect(losses.map(({ pointer, was }) => [pointer, was])).toEqual([
      ['/associateWithContactId', 9],
      ['/senders/0/senderActorId', 'A-1'],
    ]);
  });

  test('the digits of a large integer arrive', async () => {
    const digits = '9223372036854775807';
    const template = (id: string) =>
      `{"attachments":[{"type":"WHATSAPP_TEMPLATE_METADATA","mappedTemplateId":${id}}]}`;
    upstream.answer = (response) => sendJson(response, 201, template(digits));
    const message = `{"attachments":[{"type":"MESSAGE_HEADER","fileId":${digits}},{"type":"FILE","fileUsageType":"X"}]}`;

    const response = await fetchV3(`${upstream.origin}${v3Path}/1/messages`, post(message));

    expect(upstream.received[0]?.body).toBe(message.replace('"X"', '"OTHER"'));
    expect(await response.text()).toBe(template(`"${digits}"`));
  });

  test('the Location header leads to v3', async () => {
    upstream.answer = (response) =>
      sendJson(response, 201, storedMessage(), {
        location: `${upstream.origin}${currentPath}/1/messages/m-1`,
      });

    const response = await fetchV3(`${upstream.origin}${v3Path}/1/messages`, post(messageWith([])));

    expect(response.status).toBe(201);
    expect(response.headers.get('location')).toBe(`${upstream.origin}${v3Path}/1/messages/m-1`);
    expect(await response.json()).toEqual(storedMessage());
  });
});

describe('updateMessage', () => {
  test.each([
    { statusType: 'SENT' },
    { statusType: 'READ' },
    { statusType: 'FAILED', errorMessage: 'The number is not in use.' },
  ])('$statusType is reported, and the message comes back', async (report) => {
    const status = { statusType: report.statusType };
    upstream.answer = (response) => sendJson(response, 200, storedMessage({ status }));

    const response = await fetchV3(`${upstream.origin}${v3Path}/1/messages/m-1`, {
      ...post(report),
      method: 'PATCH',
    });

    expect(upstream.received).toMatchObject([
      { method: 'PATCH', url: `${currentPath}/1/messages/m-1`, body: JSON.stringify(report) },
    ]);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(storedMessage({ status }));
  });
});

describe('getMessage', () => {
  const template = {
    type: 'WHATSAPP_TEMPLATE_METADATA',
    parameters: { name: 'Ada' },
    crmObjectIds: { contact: 1 },
  };

  test('v3 gets the template id as a string', async () => {
    const current = [{ ...template, mappedTemplateId: 77, contentId: 5 }, template];
    upstream.answer = (response) =>
      sendJson(response, 200, storedMessage({ attachments: current }));

    const response = await fetchV3(`${upstream.origin}${v3Path}/1/messages/m-1`);

    expect(await response.json()).toEqual(
      storedMessage({
        attachments: [
          { ...template, mappedTemplateId: '77', contentId: 5 },
          { ...template, mappedTemplateId: '' },
        ],
      }),
    );
    expect(losses).toEqual([]);
  });

  test('2026-03 gets the template id as an integer', async () => {
    const v3 = [{ ...template, mappedTemplateId: '77' }];
    upstream.answer = (response) => sendJson(response, 200, storedMessage({ attachments: v3 }));

    const response = await fetchCurrent(`${upstream.origin}${currentPath}/1/messages/m-1`);

    expect(await response.json()).toEqual(
      storedMessage({ attachments: [{ ...template, mappedTemplateId: 77 }] }),
    );
  });

  test('an error passes through', async () => {
    const error = { status: 'error', message: 'no such message', correlationId: 'c' };
    upstream.answer = (response) => sendJson(response, 404, error, { 'x-request-id': 'r' });

    const response = await fetchV3(`${upstream.origin}${v3Path}/1/messages/m-1`);

    expect(response.status).toBe(404);
    expect(response.headers.get('x-request-id')).toBe('r');
    expect(await response.json()).toEqual(error);
  });
});

describe('listChannelAccounts', () => {
  test('the links of a page lead to v3', async () => {
    const page = (path: string) => ({
      results: [],
      total: 3,
      paging: {
        next: { after: 'c', link: `${upstream.origin}${path}/1/channel-accounts?after=c&limit=1` },
        prev: { before: 'a', link: `${upstream.origin}${path}/1/channel-accounts?before=a` },
      },
    });
    upstream.answer = (response) => sendJson(response, 200, page(currentPath));

    const response = await fetchV3(`${upstream.origin}${v3Path}/1/channel-accounts?after=b`);

    expect(upstream.received[0]?.url).toBe(`${currentPath}/1/channel-accounts?after=b`);
    expect(await response.json()).toEqual(page(v3Path));
  });

  test('the query of a link is mapped with it', async () => {
    const page = (path: string, type: string) => ({
      results: [],
      total: 3,
      paging: {
        next: {
          after: 'c',
          link: `${upstream.origin}${path}/1/channel-accounts?deliveryIdentifierType=${type}&after=c`,
        },
      },
    });
    upstream.answer = (response) => sendJson(response, 200, page(v3Path, 'HS_SHORT_CODE'));
    const response = await fetchCurrent(`${upstream.origin}${currentPath}/1/channel-accounts`);
    upstream.answer = (answer) => sendJson(answer, 200, page(v3Path, 'FAX'));
    const refused = fetchCurrent(`${upstream.origin}${currentPath}/1/channel-accounts`);

    expect(await response.json()).toEqual(page(currentPath, 'HS_SHORT_CODE'));
    await expect(refused).rejects.toMatchObject({
      name: 'UnmappableValueError',
      part: 'response body',
      pointer: '/paging/next/link',
      change: 'listChannelAccounts.query.deliveryIdentifierType[]',
      value: 'FAX',
    });
  });

  test('a filter for an unknown kind of address is refused before anything is sent', async () => {
    const call = fetchV3(
      `${upstream.origin}${v3Path}/1/channel-accounts?deliveryIdentifierType=HS_SHORT_CODE&deliveryIdentifierType=FAX`,
    );

    await expect(call).rejects.toThrow(
      'listChannelAccounts query /deliveryIdentifierType/1: cannot upgrade "FAX"',
    );
    expect(upstream.received).toEqual([]);
  });
});

test('archiveChannel answers 204 without a body', async () => {
  upstream.answer = (response) => response.writeHead(204).end();

  const response = await fetchV3(`${upstream.origin}${v3Path}/1`, { method: 'DELETE' });

  expect(upstream.received).toMatchObject([{ method: 'DELETE', url: `${currentPath}/1` }]);
  expect(response.status).toBe(204);
  expect(response.body).toBeNull();
});

test('the channel collection has a trailing slash in v3 alone, and may go without one', async () => {
  await fetchV3(`${upstream.origin}${v3Path}/`);
  await fetchV3(`${upstream.origin}${v3Path}`);
  await fetchCurrent(`${upstream.origin}${currentPath}`);

  expect(upstream.received.map(({ url }) => url)).toEqual([currentPath, currentPath, `${v3Path}/`]);
});

test('the developer key and the token are forwarded, and told to nobody else', async () => {
  const console = (['log', 'warn', 'error', 'info', 'debug'] as const).map((method) =>
    vi.spyOn(globalThis.console, method).mockReturnValue(),
  );
  const fetch = createCompatFetch({ serve: 'v3', upstream: '2026-03' });
  const secrets = post(messageWith([{ type: 'FILE', fileUsageType: 'X' }]));
  const key = 'hapikey=secret-key&appId=7';

  await fetch(`${upstream.origin}${v3Path}/1/messages?${key}`, secrets);
  const refused = await fetch(`${upstream.origin}${v3Path}/1/unknown?${key}`, secrets).catch(
    (error: unknown) => error,
  );

  expect(upstream.received).toHaveLength(1);
  expect(upstream.received[0]?.headers['authorization']).toBe('Bearer secret-token');
  expect(upstream.received[0]?.url).toBe(`${currentPath}/1/messages?${key}`);
  const said = console.flatMap((method) => method.mock.calls).join('\n');
  expect(said).toContain('FileAttachment.fileUsageType');
  expect(said).not.toContain('secret');
  expect(String(refused)).toContain('UnmappedOperationError');
  expect(`${String(refused)} ${JSON.stringify(refused)}`).not.toContain('secret');
});

test('aborting reaches the upstream', async () => {
  const controller = new AbortController();
  const closed = new Promise((resolve) => {
    upstream.answer = (response) => {
      response.once('close', resolve);
      controller.abort();
    };
  });

  const call = fetchV3(`${upstream.origin}${v3Path}/1/messages`, {
    ...post(messageWith([])),
    signal: controller.signal,
  });

  await expect(call).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  await closed;
});

test('a policy can be for one change alone', async () => {
  const file = { type: 'FILE', fileId: 'f', fileUsageType: 'X' };
  const warn = vi.spyOn(globalThis.console, 'warn').mockReturnValue();
  const publish = (onLoss: NonNullable<CompatFetchOptions['onLoss']>, attachment: object) =>
    createCompatFetch({ serve: 'v3', upstream: '2026-03', onLoss })(
      `${upstream.origin}${v3Path}/1/messages`,
      post(messageWith([attachment])),
    );
  const reel = { type: 'SOCIAL_MEDIA_METADATA', socialMetadata: { mediaType: 'REEL' } };

  await expect(publish({ 'FileAttachment.fileUsageType': 'throw' }, file)).rejects.toThrow(
    LossError,
  );
  await publish({ 'FileAttachment.fileUsageType': 'report', minor: 'throw' }, file);
  await expect(publish({ major: 'throw' }, reel)).rejects.toThrow(LossError);

  expect(upstream.received).toHaveLength(1);
  expect(warn).toHaveBeenCalledTimes(1);
});

test('validation tells a request that is no v3 from a mapping that is wrong', async () => {
  const fetch = createCompatFetch({
    serve: 'v3',
    upstream: '2026-03',
    validate: { v3, '2026-03': current },
  });

  const call = fetch(`${upstream.origin}${v3Path}/1/messages/m-1`, {
    ...post({ statusType: 'LOST' }),
    method: 'PATCH',
  });

  await expect(call).rejects.toThrow(InvalidRequestError);
  await expect(call).rejects.toMatchObject({ version: 'v3', issues: [{ pointer: '/statusType' }] });
  expect(upstream.received).toEqual([]);
});

test.each([
  ['/1/channel-accounts?limit=5&archived=true&sort=name&sort=-id&other=x', undefined],
  ['/1/channel-accounts?limit=007', '/query/limit'],
  ['/1/channel-accounts?archived=yes', '/query/archived'],
  ['/one/channel-accounts', '/path/channelId'],
  ['/1/channel-accounts/9223372036854775807', undefined],
  ['/1/messages/42', undefined],
])('validation reads the parameters of %s as what they are to be', async (path, pointer) => {
  upstream.answer = (response) => sendJson(response, 404, { message: 'nothing here' });
  const fetch = createCompatFetch({
    serve: 'v3',
    upstream: '2026-03',
    validate: { v3, '2026-03': current },
  });

  const call = fetch(`${upstream.origin}${v3Path}${path}`);

  if (pointer === undefined) {
    expect((await call).status).toBe(404);
  } else {
    await expect(call).rejects.toMatchObject({
      name: 'InvalidRequestError',
      part: 'parameters',
      issues: [{ pointer }],
    });
  }
});

test('validation takes integers that only 64 bits hold', async () => {
  const digits = '9223372036854775807';
  upstream.answer = (response) => sendJson(response, 201, storedMessage());
  const fetch = createCompatFetch({
    serve: 'v3',
    upstream: '2026-03',
    validate: { v3, '2026-03': current },
  });
  const body = JSON.stringify(messageWith([{ type: 'MESSAGE_HEADER', fileId: 1 }])).replace(
    '"fileId":1',
    `"fileId":${digits}`,
  );

  await fetch(`${upstream.origin}${v3Path}/1/messages`, post(body));

  expect(upstream.received[0]?.body).toBe(body);
});
