import { updateMessage } from '@bench/orval/client';

const headers = { authorization: 'Bearer pat-na1-example' };

export async function reportSent(channelId: number, messageId: string): Promise<string> {
  const { status, data } = await updateMessage(
    channelId,
    messageId,
    { statusType: 'SENT' },
    { headers },
  );
  return status === 200 ? (data.status?.statusType ?? 'none') : 'none';
}
