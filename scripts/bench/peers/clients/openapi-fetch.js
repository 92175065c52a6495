import createClient from 'openapi-fetch';

export function createCaller({ fetch, token, channelId, messageId, message }) {
  const client = createClient({
    baseUrl: 'https://api.hubapi.com',
    headers: { authorization: `Bearer ${token}` },
    fetch,
  });
  return {
    async getMessage() {
      const { data, error } = await client.GET(
        '/conversations/custom-channels/2026-03/{channelId}/messages/{messageId}',
        { params: { path: { channelId, messageId } } },
      );
      if (error !== undefined) throw error;
      return data;
    },
    async publishMessage() {
      const { data, error } = await client.POST(
        '/conversations/custom-channels/2026-03/{channelId}/messages',
        { params: { path: { channelId } }, body: message },
      );
      if (error !== undefined) throw error;
      return data;
    },
  };
}
