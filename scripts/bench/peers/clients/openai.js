import { OpenAI } from 'openai';

// It has no operations of this API, but the methods that its own are written with.
export function createCaller({ fetch, token, channelId, messageId, message }) {
  const baseURL = 'https://api.hubapi.com/conversations/custom-channels/2026-03';
  const client = new OpenAI({ apiKey: token, baseURL, fetch });
  return {
    getMessage: () => client.get(`/${channelId}/messages/${encodeURIComponent(messageId)}`),
    publishMessage: () => client.post(`/${channelId}/messages`, { body: message }),
  };
}
