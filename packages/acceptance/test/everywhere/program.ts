/**
 * A program of somebody who uses a client, made of nothing but what is the same everywhere: it runs in Node, Deno, Bun, a
 * Worker and a browser.
 */
import { createClient, type Client } from '@apipin/custom-channels-2026-03';
import { createRawClient } from '@apipin/custom-channels-2026-03/raw';
import {
  ApiError,
  ConnectionError,
  createOAuth,
  createRateBudget,
  isClientError,
  NotFoundError,
  OAuthRevokedError,
  TimeoutError,
} from '@apipin/custom-channels-2026-03/runtime';
import { createWebhookHandler, signWebhook } from '@apipin/custom-channels-2026-03/webhooks';

/** Base URLs. */
export interface ServerUrls {
  /** The API. */
  readonly api: string;
  /** Never answers. */
  readonly silent: string;
  /** Breaks off within a body. */
  readonly torn: string;
  /** Gives back the body of a request. */
  readonly echo: string;
  /** Redirects to itself. */
  readonly redirecting: string;
  /** Answers a GET, and keeps the connection; reads a POST, and then breaks the connection and listens no more. */
  readonly closing: string;
}

/** What came of each step. */
export interface Outcome {
  readonly transcript: Readonly<Record<string, unknown>>;
  /** What a runtime says of failures in its own way. */
  readonly words: Readonly<Record<string, unknown>>;
}

const accessToken = 'access-token';
const developerKey = 'developer-key';
const clientSecret = 'client-secret';

// Workers refuse much while a module is loaded, which is when programs like to make their client.
const madeAtLoad = createClient({ accessToken });

const steps: Readonly<Record<string, (urls: ServerUrls) => unknown>> = {
  'a client that was made when the module was loaded': () => Object.keys(madeAtLoad).length,

  'a call': async ({ api }) => {
    for (const name of ['Pigeonpost', 'Larkspur', 'Swift'])
      await connect(api).createChannel({ body: { name, capabilities: {} } });
    return (await connect(api).getChannel({ channelId: 1 })).name;
  },

  'a retry after a 503': async ({ api }) => {
    const client = connect(api);
    const messageId = await publishMessage(client);
    const body = { statusType: 'READ' } as const;
    const { data, response } = await client
      .updateMessage({ channelId: 1, messageId, body })
      .withResponse();
    const { status, attempts, headers } = response;
    return { read: data.status, status, attempts, type: headers.get('content-type') };
  },

  'an answer that is no success': ({ api }) => connect(api).getChannel({ channelId: 404 }),

  items: async ({ api }) => {
    const names = [];
    for await (const { name } of connect(api).listChannels({ limit: 2 })) names.push(name);
    return names;
  },

  pages: async ({ api }) => {
    const sizes = [];
    for await (const { results } of connect(api).listChannels({ limit: 2 }).pages())
      sizes.push(results.length);
    return sizes;
  },

  'an integer beyond 2^53, there and back': ({ echo }) => {
    const capabilities = { largest: 9223372036854775807n };
    return connect(echo).createChannel({ body: { name: 'Zürich', capabilities } });
  },

  'the raw client': async ({ api }) => {
    const client = createRawClient({ accessToken, baseUrl: api });
    const path = '/conversations/custom-channels/2026-03/{channelId}';
    const found = await client.GET(path, { params: { path: { channelId: 1 } } });
    const missing = await client.GET(path, { params: { path: { channelId: 404 } } });
    return { found: found.data?.name, missing: missing.response.status };
  },

  'calls with OAuth': async ({ api }) => {
    let saved = 0;
    const client = createClient({
      baseUrl: api,
      accessToken: authorise(api, () => void (saved += 1)),
    });
    const calls = [1, 2, 3].map((channelId) => client.getChannel({ channelId }));
    return { names: (await Promise.all(calls)).map(({ name }) => name), saved };
  },

  'a refresh token that was used up': ({ api }) => authorise(api, () => {})(),

  'calls within a rate budget': async ({ api }) => {
    const rateBudget = createRateBudget({ account: 'everywhere' });
    const client = createClient({ baseUrl: api, accessToken, rateBudget });
    const calls = [1, 2, 3].map((channelId) => client.getChannel({ channelId }));
    return (await Promise.all(calls)).map(({ name }) => name);
  },

  'a webhook and a forgery': async () => {
    const ids: string[] = [];
    const handle = createWebhookHandler({
      clientSecret,
      on: { CHANNEL_ACCOUNT_PURGED: ({ portalId }) => ids.push(portalId) },
      onError: () => {},
    });
    const event = {
      type: 'CHANNEL_ACCOUNT_PURGED',
      portalId: '48200317',
      channelId: '1234567',
      channelAccountId: '891011',
    } as const;
    const url = 'https://pigeonpost.example/webhooks';
    const genuine = await signWebhook(event, { clientSecret, url });
    const forged = await signWebhook(event, { clientSecret: 'guessed', url });
    return { answers: [(await handle(genuine)).status, (await handle(forged)).status], ids };
  },

  'a timeout': ({ silent }) =>
    connect(silent).getChannel({ channelId: 1 }, { attempts: 2, attemptTimeout: 50 }),

  'an abort': ({ silent }) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort('nobody waits'), 50);
    return connect(silent).getChannel({ channelId: 1 }, { signal: controller.signal });
  },

  'a redirect': ({ redirecting }) => connect(redirecting).getChannel({ channelId: 1 }),

  'a body that is torn': ({ torn }) => connect(torn).getChannel({ channelId: 1 }, { attempts: 1 }),

  // The server has read it, so that it must not get it again.
  'a POST whose connection breaks': async ({ closing }) => {
    await connect(closing).getChannel({ channelId: 1 });
    await connect(closing).createChannel({ body: { name: 'Once', capabilities: {} } });
  },

  'a server that does not listen': ({ closing }) =>
    connect(closing).getChannel({ channelId: 1 }, { attempts: 1 }),
};

/** Takes all steps, one after the other. */
export async function run(urls: ServerUrls): Promise<Outcome> {
  const transcript: Record<string, unknown> = {};
  const words: Record<string, unknown> = {};
  for (const [name, step] of Object.entries(steps)) {
    try {
      transcript[name] = await step(urls);
    } catch (error) {
      transcript[name] = describe(error);
      if (error instanceof ConnectionError) words[name] = error.message;
      if (error instanceof ApiError) words[name] = error.status;
    }
  }
  return { transcript, words };
}

function connect(baseUrl: string): Client {
  return createClient({ baseUrl, accessToken, apiKeys: { developer_hapikey: developerKey } });
}

function authorise(api: string, save: () => void): () => Promise<string> {
  const tokenUrl = `${api}/oauth/2026-03/token`;
  const refreshToken = 'refresh-token';
  return createOAuth({ clientId: 'app', clientSecret, refreshToken, save, tokenUrl });
}

async function publishMessage(client: Client): Promise<string> {
  const { id: channelAccountId } = await client.createChannelAccount({
    channelId: 1,
    body: { inboxId: '1', name: 'Support', authorized: true },
  });
  const { id } = await client.publishMessage({
    channelId: 1,
    body: {
      channelAccountId,
      messageDirection: 'OUTGOING',
      text: 'Your bike is ready.',
      timestamp: '2026-05-13T10:15:03.227Z',
      senders: [],
      recipients: [{ deliveryIdentifier: { type: 'HS_PHONE_NUMBER', value: '+15550142377' } }],
      attachments: [],
    },
  });
  return id;
}

const errorClasses = {
  ApiError,
  ConnectionError,
  NotFoundError,
  OAuthRevokedError,
  TimeoutError,
};

function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const classes = Object.entries(errorClasses).filter(([, type]) => error instanceof type);
  const text = textOf(error);
  return {
    is: classes.map(([name]) => name),
    attempts: isClientError(error) ? error.attempts : undefined,
    tells: [accessToken, developerKey, clientSecret].filter((secret) => text.includes(secret)),
  };
}

/** All that somebody may log of an error. */
function textOf(error: Error): string {
  const { cause, stack } = error;
  const own = `${JSON.stringify(error)} ${stack}`;
  return cause instanceof Error ? `${own} ${textOf(cause)}` : own;
}
