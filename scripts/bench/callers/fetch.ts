import type { Caller, CallerOptions } from '../caller.ts';

const BASE_URL = 'https://api.hubapi.com/conversations/custom-channels/2026-03';

/** The least that has to be done: a URL, headers, JSON both ways. */
export function createCaller(options: CallerOptions): Caller {
  const { fetch, token, channelId, messageId, message } = options;
  const authorization = `Bearer ${token}`;
  return {
    async getMessage() {
      const url = `${BASE_URL}/${channelId}/messages/${encodeURIComponent(messageId)}`;
      const response = await fetch(url, { headers: { accept: 'application/json', authorization } });
      if (!response.ok) throw new Error(`${response.status}`);
      return response.json();
    },
    async publishMessage() {
      const response = await fetch(`${BASE_URL}/${channelId}/messages`, {
        method: 'POST',
        headers: {
          accept: 'application/json',
          authorization,
          'content-type': 'application/json',
        },
        body: JSON.stringify(message),
      });
      if (!response.ok) throw new Error(`${response.status}`);
      return response.json();
    },
  };
}
