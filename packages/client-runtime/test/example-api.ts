import {
  createApiClient,
  inHeader,
  inQuery,
  type ApiClientOptions,
  type ApiDescription,
  type ApiPromise,
  type CallOptions,
  type OperationTable,
} from '../src/index.ts';

/** What a generated package contains, in small. */
export interface Message {
  id: string;
  status: 'SENT' | 'FAILED' | 'READ';
}

export interface UpdateMessageInput {
  channelId: number;
  messageId: string;
  body: { statusType: Message['status'] };
}

export interface ListChannelsInput {
  after?: string;
  limit?: number;
  sort?: string[];
  appId?: number;
}

export interface Operations {
  updateMessage(input: UpdateMessageInput, options?: CallOptions): ApiPromise<Message>;
  listChannels(input?: ListChannelsInput, options?: CallOptions): ApiPromise<{ total: number }>;
  archiveChannel(input: { channelId: number }, options?: CallOptions): ApiPromise<void>;
}

export interface OperationErrors {
  updateMessage: { category?: string; subCategory?: string };
  listChannels: { policyName?: string };
  archiveChannel: { category?: string };
}

export interface Paths {
  '/channels/{channelId}/messages/{messageId}': {
    patch: {
      parameters: { path: { channelId: number; messageId: string } };
      requestBody: { content: { 'application/json': UpdateMessageInput['body'] } };
      responses: { 200: { content: { 'application/json': Message } } };
    };
  };
  '/channels/': {
    get: {
      parameters: { query?: ListChannelsInput };
      responses: { 200: { content: { 'application/json': { total: number } } } };
    };
  };
}

export interface ClientOptions extends ApiClientOptions<'developer_hapikey' | 'private_apps'> {}

export type Client = Operations;

export const api = {
  baseUrl: 'https://api.example.com',
} satisfies ApiDescription;

export const operationTable = {
  updateMessage: {
    method: 'PATCH',
    path: '/channels/{channelId}/messages/{messageId}',
    body: 'application/json',
    apiKeys: { private_apps: inHeader('private-app') },
  },
  listChannels: {
    repeatable: true,
    id: 'list-channels',
    method: 'GET',
    path: '/channels/',
    query: ['after', 'limit', 'sort', 'appId'],
    apiKeys: { developer_hapikey: inQuery('hapikey') },
  },
  archiveChannel: { method: 'DELETE', path: '/channels/{channelId}', repeatable: true },
} satisfies OperationTable;

/** A client that sends each request once, unless told otherwise. */
export function createClient(options: ClientOptions = {}): Client {
  return createApiClient<Operations>(api, operationTable, { attempts: 1, ...options });
}

/** A `fetch` that hands requests to a function. */
export function fetchFrom(answer: (request: Request) => Response | Promise<Response>) {
  return async (url: string, init: RequestInit) => answer(new Request(url, init));
}

/** A `fetch` that keeps the requests that it answers. */
export function recordRequests(
  answer: (request: Request) => Response | Promise<Response> = () => Response.json({}),
) {
  const requests: Request[] = [];
  const fetch = fetchFrom((request) => {
    requests.push(request);
    return answer(request);
  });
  return { requests, fetch };
}

/** What a promise rejects with. */
export async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('the promise was fulfilled');
}

export const update: UpdateMessageInput = {
  channelId: 7,
  messageId: 'm/1',
  body: { statusType: 'READ' },
};
