import createClient from 'openapi-fetch';
import type { paths } from '@bench/openapi-typescript/schema';

const client = createClient<paths>({
  baseUrl: 'https://api.hubapi.com',
  headers: { authorization: 'Bearer pat-na1-example' },
});

export async function reportSent(channelId: number, messageId: string): Promise<string> {
  const { data } = await client.PATCH(
    '/conversations/custom-channels/2026-03/{channelId}/messages/{messageId}',
    { params: { path: { channelId, messageId } }, body: { statusType: 'SENT' } },
  );
  return data?.status?.statusType ?? 'none';
}
