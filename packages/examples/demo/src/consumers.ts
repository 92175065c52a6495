import type { Loss } from '@apipin/custom-channels-compat';
import { createClient } from '@apipin/custom-channels-2026-03';
import { deliverMessages as deliverOver2026 } from '@apipin/example-pinned-to-2026-03';
import { deliverMessages as deliverOverV3, type Delivery } from '@apipin/example-pinned-to-v3';
import { deliverMessages as deliverV3Over2026 } from '@apipin/example-v3-over-2026-03';
import { startSandbox } from '@apipin/sandbox';
import { recordingFetch, type Exchange, type Fetch } from './exchange.ts';

/** What one consumer did and saw. */
export interface Run {
  readonly deliveries: readonly Delivery[];
  /** The requests that the consumer made, and the answers it got. */
  readonly seen: readonly Exchange[];
  /** The requests that reached the sandbox, and its answers: others than `seen` where something maps between them. */
  readonly wire: readonly Exchange[];
  readonly losses: readonly Loss[];
}

/** The consumer pinned to v3, calling v3. */
export async function runV3(): Promise<Run> {
  const wire: Exchange[] = [];
  const deliveries = await inSandbox((channelId, options) =>
    deliverOverV3(channelId, { ...options, fetch: recordingFetch(wire) }),
  );
  return { deliveries, seen: wire, wire, losses: [] };
}

/** The consumer pinned to 2026-03, calling 2026-03. */
export async function run2026(): Promise<Run> {
  const wire: Exchange[] = [];
  const deliveries = await inSandbox((channelId, options) =>
    deliverOver2026(channelId, { ...options, fetch: recordingFetch(wire) }),
  );
  return { deliveries, seen: wire, wire, losses: [] };
}

/** The consumer pinned to v3, answered by 2026-03. */
export async function runV3Over2026(send: Fetch = fetch): Promise<Run> {
  const seen: Exchange[] = [];
  const wire: Exchange[] = [];
  const losses: Loss[] = [];
  const deliveries = await inSandbox((channelId, options) =>
    deliverV3Over2026(channelId, {
      ...options,
      send: recordingFetch(wire, send),
      around: (mapped) => recordingFetch(seen, mapped),
      onLoss: (loss) => losses.push(loss),
    }),
  );
  return { deliveries, seen, wire, losses };
}

interface Access {
  readonly accessToken: string;
  readonly baseUrl: string;
}

/** Each consumer gets a sandbox of its own, with the same clock and ids, so that all that differs is the version. */
async function inSandbox<Result>(
  run: (channelId: number, access: Access) => Promise<Result>,
): Promise<Result> {
  let lastId = 0;
  const sandbox = await startSandbox({
    now: () => new Date('2026-11-22T09:30:00Z'),
    uuid: () => `00000000-0000-4000-8000-${String((lastId += 1)).padStart(12, '0')}`,
  });
  const access = { accessToken: 'demo-token', baseUrl: sandbox.url };
  try {
    return await run(await connectChannel(access), access);
  } finally {
    await sandbox.close();
  }
}

/** Registers a channel and connects one account: what a service does once, before any message. */
async function connectChannel(access: Access): Promise<number> {
  const client = createClient(access);
  const channel = await client.createChannel({
    body: { name: 'Demo', capabilities: { allowOutgoingMessages: true } },
  });
  const channelId = Number(channel.id);
  await client.createChannelAccount({
    channelId,
    body: {
      name: 'Lamp shop',
      authorized: true,
      inboxId: '1',
      deliveryIdentifier: { type: 'HS_PHONE_NUMBER', value: '+15550199' },
    },
  });
  return channelId;
}
