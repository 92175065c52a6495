import { createClient } from '@apipin/custom-channels-2026-03';

const client = createClient({ accessToken: 'pat-na1-example' });

export async function reportSent(channelId: number, messageId: string): Promise<string> {
  const { status } = await client.updateMessage({
    channelId,
    messageId,
    body: { statusType: 'SENT' },
  });
  return status?.statusType ?? 'none';
}
