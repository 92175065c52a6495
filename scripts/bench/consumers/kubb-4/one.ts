import { updateMessage } from '@bench/kubb-4/clients/updateMessage';
import { setConfig } from '@kubb/plugin-client/clients/fetch';

setConfig({
  baseURL: 'https://api.hubapi.com',
  headers: { authorization: 'Bearer pat-na1-example' },
});

export async function reportSent(channelId: number, messageId: string): Promise<string> {
  const { status } = await updateMessage(channelId, messageId, { statusType: 'SENT' });
  return status?.statusType ?? 'none';
}
