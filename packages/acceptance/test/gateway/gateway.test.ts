import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { startSandbox, type RunningSandbox } from '@apipin/sandbox';
import { expect, onTestFinished, test } from 'vitest';
import { startGateway, type GatewayProcess } from './gateway-process.ts';

const ACCESS_TOKEN = 'secret-access-token';
const DEVELOPER_KEY = 'secret-developer-key';
const SECRETS = /secret|Front desk|Grüße|\+1555/;

const AUTHORIZED = { headers: { authorization: `Bearer ${ACCESS_TOKEN}` } };

/** Two of these answer alike: their clocks and identifiers do not differ. */
async function sandbox(): Promise<RunningSandbox> {
  let last = 0;
  const running = await startSandbox({
    accessTokens: [ACCESS_TOKEN],
    developerKeys: [DEVELOPER_KEY],
    now: () => new Date('2026-05-12T15:20:05.640Z'),
    uuid: () => `00000000-0000-4000-8000-${String((last += 1)).padStart(12, '0')}`,
  });
  onTestFinished(() => running.close());
  return running;
}

async function gateway(upstreamUrl: string, args: readonly string[] = []): Promise<GatewayProcess> {
  const started = await startGateway(upstreamUrl, args);
  onTestFinished(() => void started.stop());
  return started;
}

/** The answers that the v3 client in Python prints, a JSON text for each. */
async function runClient(url: string, { createStagingToken }: RunningSandbox): Promise<string[]> {
  const { accountToken } = createStagingToken({ channelId: '1' });
  const script = join(import.meta.dirname, 'v3_client.py');
  const args = [script, url, ACCESS_TOKEN, DEVELOPER_KEY, accountToken];
  const { stdout } = await promisify(execFile)('python3', args);
  return stdout.trim().split('\n');
}

test('a v3 client in Python is answered by 2026-03 as it is by v3', async () => {
  const { error } = spawnSync('python3', ['--version']);
  if (error !== undefined) {
    throw new Error(
      'python3 is not on the PATH; install Python 3, since a client is written in it',
    );
  }
  const [direct, upstream] = [await sandbox(), await sandbox()];
  const { url, lines } = await gateway(upstream.url, ['--json']);

  const answers = await runClient(url, upstream);

  expect(answers).toEqual(await runClient(direct.url, direct));
  const operations = answers.map((line) => (JSON.parse(line) as { operation: string }).operation);
  expect(new Set(operations).size).toBe(13);
  expect(answers.filter((line) => line.includes('9007199254740993')).length).toBeGreaterThan(2);
  expect(answers.filter((line) => /"status": 20[014]/.test(line)).length).toBeGreaterThan(12);
  await expect.poll(() => lines.length).toBe(1 + answers.length);
  expect(lines.join('\n')).not.toMatch(SECRETS);
});

test('what v3 can say and 2026-03 cannot is told in a header, a problem and the log', async () => {
  const upstream = await sandbox();
  const { url, lines } = await gateway(upstream.url, ['--sunset', '2027-09-01']);
  const send = (path: string, body: object): Promise<Response> =>
    fetch(`${url}/conversations/v3/custom-channels/1${path}`, {
      headers: { ...AUTHORIZED.headers, 'content-type': 'application/json' },
      method: 'POST',
      body: JSON.stringify(body),
    });

  const refused = await send('/channel-accounts', {
    authorized: true,
    inboxId: '1',
    name: 'secret',
    deliveryIdentifier: { type: 'secret', value: 'secret' },
  });

  expect(refused.status).toBe(422);
  expect(refused.headers.get('sunset')).toBe('Wed, 01 Sep 2027 00:00:00 GMT');
  const problem = await refused.text();
  expect(JSON.parse(problem)).toMatchObject({ pointer: '/deliveryIdentifier/type' });
  expect(problem).not.toMatch(SECRETS);

  const lossy = await send('/messages', {
    text: 'secret',
    messageDirection: 'INCOMING',
    timestamp: '2026-05-12T15:20:05.640Z',
    channelAccountId: '2',
    senders: [],
    recipients: [],
    attachments: [{ type: 'FILE', fileId: '1', fileUsageType: 'secret' }],
  });

  expect(lossy.headers.get('x-apipin-losses')).toMatch(
    /^[\w.-]+;pointer="\/attachments\/0\/fileUsageType";part=request-body;severity=minor$/,
  );
  await lossy.text();
  await expect
    .poll(() => lines.slice(1))
    .toEqual([
      expect.stringMatching(/^POST createChannelAccount 422 \d+ ms, unmappable-value \(request /),
      expect.stringMatching(/^POST publishMessage 404 \d+ ms, 1 loss$/),
    ]);
});

/** An upstream with a base path; `answer` answers what it is asked. */
async function recordingUpstream(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  onTestFinished(() => void server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/base`;
}

test('no request line leads anywhere but to the upstream, below its base', async () => {
  const asked: string[] = [];
  const upstreamUrl = await recordingUpstream(({ method, url }, response) => {
    asked.push(`${method} ${url}`);
    response.end();
  });
  const { url, lines, stop } = await gateway(upstreamUrl, ['--json']);

  for (const line of [
    'GET http://evil.example/conversations/v3/custom-channels/1 HTTP/1.1',
    'GET //evil.example/conversations/v3/custom-channels/1 HTTP/1.1',
    'GET /conversations/v3/custom-channels/1/messages/..%2f..%2f..%2fsecret HTTP/1.1',
    'GET /conversations/v3/custom-channels/..;/messages/secret HTTP/1.1',
    'GET /conversations/v3/custom-channels/1/../../../../secret HTTP/1.1',
    'GET @evil.example/conversations/v3/custom-channels/1 HTTP/1.1',
    'GET \\\\evil.example/conversations/v3/custom-channels/1 HTTP/1.1',
    'TRACE /conversations/v3/custom-channels/1 HTTP/1.1',
    'CONNECT evil.example:443 HTTP/1.1',
  ]) {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.end(`${line}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`);
    expect(await text(socket).catch(() => ''), line).not.toContain('secret');
  }

  // The first is no trick: an absolute form is answered like any other.
  expect(asked).toEqual(['GET /base/conversations/custom-channels/2026-03/1']);
  expect(await stop()).toBe(0);
  expect(lines.slice(1).join('\n')).not.toMatch(/secret|evil/);
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s lets a request under way be answered',
  async (signal) => {
    const { promise: asked, resolve: tellAsked } = Promise.withResolvers<ServerResponse>();
    const upstreamUrl = await recordingUpstream((_request, response) => tellAsked(response));
    const { url, stop } = await gateway(upstreamUrl);

    const call = fetch(`${url}/conversations/v3/custom-channels/1`, AUTHORIZED);
    const upstreamResponse = await asked;
    const stopped = stop(signal);
    await expect.poll(() => fetch(`${url}/__apipin/health`).catch(() => 'closed')).toBe('closed');
    upstreamResponse.setHeader('content-type', 'application/json').end('{"late":true}');

    expect(await (await call).json()).toEqual({ late: true });
    expect(await stopped).toBe(0);
  },
);
