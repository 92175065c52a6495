import { expect, test } from 'vitest';
import { createCompatFetch } from '../src/index.ts';
import { sendJson, startRecordingUpstream } from './recording-upstream.ts';

// An address of a kind that 2026-03 does not know has no fallback, so a refusal shows that the
// body of an operation is mapped at all.
const fax = { deliveryIdentifier: { type: 'FAX', value: '1' } };
const attachments = [{ type: 'FILE', fileId: 'f' }];
const message = { attachments, recipients: [fax], senders: [fax] };

test.each([
  {
    operation: 'updateChannelAccountStagingToken',
    method: 'PATCH',
    path: '/1/channel-account-staging-tokens/t',
    body: { accountName: 'Berlin', ...fax },
    pointer: '/deliveryIdentifier/type',
  },
  {
    operation: 'createChannelAccount',
    method: 'POST',
    path: '/1/channel-accounts',
    body: fax,
    pointer: '/deliveryIdentifier/type',
  },
  {
    operation: 'publishMessage',
    method: 'POST',
    path: '/1/messages',
    body: message,
    pointer: '/recipients/0/deliveryIdentifier/type',
  },
])('the request body of $operation is mapped', async ({ operation, method, path, ...row }) => {
  await using upstream = await startRecordingUpstream();
  const fetch = createCompatFetch({ serve: 'v3', upstream: '2026-03' });
  const url = `${upstream.origin}/conversations/v3/custom-channels${path}`;

  const call = fetch(url, { method, body: JSON.stringify(row.body) });

  await expect(call).rejects.toMatchObject({
    name: 'UnmappableValueError',
    operationId: operation,
    part: 'request body',
    direction: 'upgrade',
    pointer: row.pointer,
  });
  expect(upstream.received).toEqual([]);
});

test.each([
  {
    operation: 'updateChannelAccountStagingToken',
    method: 'PATCH',
    path: '/1/channel-account-staging-tokens/t',
    status: 200,
    body: fax,
    pointer: '/deliveryIdentifier/type',
  },
  {
    operation: 'listChannelAccounts',
    method: 'GET',
    path: '/1/channel-accounts',
    status: 200,
    body: { results: [fax], total: 1 },
    pointer: '/results/0/deliveryIdentifier/type',
  },
  {
    operation: 'createChannelAccount',
    method: 'POST',
    path: '/1/channel-accounts',
    status: 201,
    body: fax,
    pointer: '/deliveryIdentifier/type',
  },
  {
    operation: 'getChannelAccount',
    method: 'GET',
    path: '/1/channel-accounts/2',
    status: 200,
    body: fax,
    pointer: '/deliveryIdentifier/type',
  },
  {
    operation: 'updateChannelAccount',
    method: 'PATCH',
    path: '/1/channel-accounts/2',
    status: 200,
    body: fax,
    pointer: '/deliveryIdentifier/type',
  },
  {
    operation: 'publishMessage',
    method: 'POST',
    path: '/1/messages',
    status: 201,
    body: message,
    pointer: '/recipients/0/deliveryIdentifier/type',
  },
  {
    operation: 'getMessage',
    method: 'GET',
    path: '/1/messages/m',
    status: 200,
    body: message,
    pointer: '/recipients/0/deliveryIdentifier/type',
  },
  {
    operation: 'updateMessage',
    method: 'PATCH',
    path: '/1/messages/m',
    status: 200,
    body: message,
    pointer: '/recipients/0/deliveryIdentifier/type',
  },
])('the response body of $operation is mapped', async ({ operation, method, path, ...row }) => {
  await using upstream = await startRecordingUpstream();
  upstream.answer = (response) => sendJson(response, row.status, row.body);
  const fetch = createCompatFetch({ serve: '2026-03', upstream: 'v3' });
  const url = `${upstream.origin}/conversations/custom-channels/2026-03${path}`;

  const call = fetch(url, { method });

  await expect(call).rejects.toMatchObject({
    name: 'UnmappableValueError',
    operationId: operation,
    part: 'response body',
    direction: 'upgrade',
    pointer: row.pointer,
  });
});

test('the links of a page of channels lead to the served version', async () => {
  await using upstream = await startRecordingUpstream();
  const page = (link: string) => ({
    results: [],
    total: 2,
    paging: { next: { after: 'a', link } },
  });
  const current = 'https://api.hubapi.com/conversations/custom-channels/2026-03?after=a';
  upstream.answer = (response) => sendJson(response, 200, page(current));
  const fetch = createCompatFetch({ serve: 'v3', upstream: '2026-03' });

  const response = await fetch(`${upstream.origin}/conversations/v3/custom-channels/`);

  expect(await response.json()).toEqual(
    page('https://api.hubapi.com/conversations/v3/custom-channels/?after=a'),
  );
});
