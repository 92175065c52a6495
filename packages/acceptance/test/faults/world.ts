import type { Sandbox } from '@apipin/sandbox';
import { accountEgg } from './tasks.ts';

/** What there is to work on, and nothing in it is ever new: so what a call does depends on nothing but its id. */
export interface World {
  readonly channels: readonly number[];
  readonly accounts: readonly Account[];
  readonly accountTokens: readonly string[];
  readonly messages: readonly Message[];
  /** Channels that nobody needs any more. */
  readonly leftovers: readonly number[];
}

/** As path parameters. */
export interface Account {
  readonly channelId: number;
  readonly channelAccountId: number;
}

/** As path parameters. */
export interface Message {
  readonly channelId: number;
  readonly messageId: string;
}

const ROOT = '/conversations/v3/custom-channels';

/** Stores a few of everything: three messages per account. */
export async function createWorld(
  sandbox: Sandbox,
  count: { readonly channels: number; readonly accounts: number; readonly leftovers: number },
): Promise<World> {
  const channels = await several(count.channels, () => createChannel(sandbox));
  const channelAt = (index: number): number => channels[index % channels.length] ?? 0;
  const accounts = await several(count.accounts, async (index) => {
    const channelId = channelAt(index);
    const { id } = await send(sandbox, `/${channelId}/channel-accounts`, accountEgg('new'));
    return { channelId, channelAccountId: Number(id) };
  });
  const messages = accounts.flatMap((account) =>
    [1, 2, 3].map(() => {
      const { channelId, channelAccountId } = account;
      const { id } = sandbox.seedMessage({
        channelId: String(channelId),
        channelAccountId: String(channelAccountId),
      });
      return { channelId, messageId: id };
    }),
  );
  const accountTokens = [1, 2, 3].map(
    () => sandbox.createStagingToken({ channelId: String(channelAt(0)) }).accountToken,
  );
  const leftovers = await several(count.leftovers, () => createChannel(sandbox));
  return { channels, accounts, accountTokens, messages, leftovers };
}

/** Reads what the store has at a path below the root of v3. */
export async function readStore(sandbox: Sandbox, path: string): Promise<unknown> {
  return send(sandbox, path);
}

async function createChannel(sandbox: Sandbox): Promise<number> {
  const { id } = await send(sandbox, '/', { name: 'new', capabilities: {} });
  return Number(id);
}

async function send(sandbox: Sandbox, path: string, body?: object): Promise<{ id: string }> {
  const response = await sandbox.fetch(
    new Request(`http://sandbox.example${ROOT}${path}`, {
      headers: { authorization: 'Bearer token', 'content-type': 'application/json' },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    }),
  );
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return (await response.json()) as { id: string };
}

async function several<Item>(
  count: number,
  create: (index: number) => Promise<Item>,
): Promise<Item[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => create(index)));
}
