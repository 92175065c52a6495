import { createClientWith } from '@apipin/custom-channels-2026-03';
import { updateMessage } from '@apipin/custom-channels-2026-03/operations';

const client = createClientWith({ updateMessage }, { accessToken: 'pat-na1-example' });

export async function reportSent(channelId: number, messageId: string): Promise<string> {
  const { status } = await client.updateMessage({
    channelId,
    messageId,
    body: { statusType: 'SENT' },
  });
  return status?.statusType ?? 'none';
}
