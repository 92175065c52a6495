import { createClient, isApiError } from '@apipin/custom-channels-v3';
import { createClient as createCurrentClient } from '@apipin/custom-channels-2026-03';
import { createSandbox } from '@apipin/sandbox';
import type { Sandbox } from '@apipin/sandbox';
import type { Known } from './steps.ts';

/** A sandbox, and a v3 client that reaches it one way or another. */
export interface World {
  readonly sandbox: Sandbox;
  readonly client: Client;
}

type Client = ReturnType<typeof createClient>;

/** What a call came to: an answer, or an error of the API. */
export type Outcome =
  { readonly data: unknown } | { readonly status: number; readonly body: unknown };

const options = { accessToken: 'any', baseUrl: 'http://sandbox.test' };

/**
 * Creates a sandbox whose times and ids are the same in each that is created, and a client of it.
 *
 * @param connect - Puts something between the client and the sandbox.
 */
export function createWorld(connect: (send: Sandbox['fetch']) => typeof globalThis.fetch): World {
  let lastId = 0;
  const sandbox = createSandbox({
    now: () => new Date('2026-11-22T09:30:00Z'),
    uuid: () => `00000000-0000-4000-8000-${String((lastId += 1)).padStart(12, '0')}`,
  });
  return { sandbox, client: createClient({ ...options, fetch: connect(sandbox.fetch) }) };
}

/** Waits for a call; what is no error of the API is thrown. */
export async function outcomeOf(call: Promise<unknown>): Promise<Outcome> {
  try {
    return { data: await call };
  } catch (error) {
    if (!isApiError(error)) throw error;
    return { status: error.status, body: error.body };
  }
}

/** Everything that a sandbox holds, as both versions show it. */
export async function contentsOf(
  { sandbox }: World,
  { channels, messages }: Pick<Known, 'channels' | 'messages'>,
): Promise<unknown> {
  const direct = { ...options, fetch: sandbox.fetch };
  const clients = [createClient(direct), createCurrentClient(direct)];
  return Promise.all(
    clients.map(async (client) => ({
      channels: await outcomeOf(client.listChannels({ limit: 100 })),
      accounts: await Promise.all(
        channels.flatMap(({ channelId }) =>
          [false, true].map((archived) =>
            outcomeOf(client.listChannelAccounts({ channelId, archived, limit: 100 })),
          ),
        ),
      ),
      messages: await Promise.all(messages.map((address) => outcomeOf(client.getMessage(address)))),
    })),
  );
}
