import { Client } from '@hubspot/api-client';

// It has no operations of this API in this version, but a method for what it does not have.
export function createCaller({ fetch, token, channelId, messageId, message }) {
  globalThis.fetch = fetch;
  const path = `/conversations/custom-channels/2026-03/${channelId}/messages`;
  const client = new Client({ accessToken: token });
  return {
    async getMessage() {
      const url = `${path}/${encodeURIComponent(messageId)}`;
      const response = await client.apiRequest({ path: url });
      if (!response.ok) throw new Error(`${response.status}`);
      return response.json();
    },
    async publishMessage() {
      const response = await client.apiRequest({ method: 'POST', path, body: message });
      if (!response.ok) throw new Error(`${response.status}`);
      return response.json();
    },
  };
}
