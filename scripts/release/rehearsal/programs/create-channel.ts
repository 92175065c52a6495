import { createCompatFetch } from '@apipin/custom-channels-compat';
import { createClient } from '@apipin/custom-channels-v3';
import { PublicChannelIntegrationChannel } from '@apipin/custom-channels-v3-zod';

/** Does with v3 code over 2026-03 what can be done wherever there is `fetch`, and gives the name of the new channel. */
export async function createChannel(baseUrl: string): Promise<string | undefined> {
  const client = createClient({
    accessToken: 'any',
    baseUrl,
    fetch: createCompatFetch({ serve: 'v3', upstream: '2026-03' }),
  });
  const { id } = await client.createChannel({ body: { name: 'Rehearsal', capabilities: {} } });
  const channel = await client.getChannel({ channelId: Number(id) });
  return PublicChannelIntegrationChannel.parse(channel).name;
}
