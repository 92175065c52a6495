import { updateMessage } from '@bench/hey-api/index';
import { client } from '@bench/hey-api/client.gen';

client.setConfig({ auth: 'pat-na1-example', throwOnError: true });

export async function reportSent(channelId: number, messageId: string): Promise<string> {
  const { data } = await updateMessage({
    path: { channelId, messageId },
    body: { statusType: 'SENT' },
  });
  return data?.status?.statusType ?? 'none';
}
