import { logTo, validateWith } from '@apipin/client-runtime';
import * as client2026 from '@apipin/custom-channels-2026-03';
import { createCompatFetch } from '@apipin/custom-channels-compat';
import * as clientV3 from '@apipin/custom-channels-v3';
import { operations } from '@apipin/custom-channels-v3-zod';
import { SECRETS } from './judge.ts';
import type { AnyClient } from './tasks.ts';

type Fetch = (input: string | Request, init?: RequestInit) => Promise<Response>;

/** The clients of a program that uses both versions, and is about to move its pin. */
export function createClients(baseUrl: string, fetch: Fetch): Record<string, AnyClient> {
  const [accessToken = '', developerKey = ''] = SECRETS;
  const apiKeys = { developer_hapikey: developerKey };
  const common = { baseUrl, warnBeforeEnd: false, parameters: { appId: 1 } };
  const compatFetch = createCompatFetch({ serve: 'v3', upstream: '2026-03', fetch });
  const validation = validateWith(operations);
  const hooks = logTo({ debug: forget, warn: forget, error: forget });
  return {
    v3: asAny(clientV3.createClient({ ...common, accessToken, validation, fetch })),
    '2026-03': asAny(
      client2026.createClient({
        ...common,
        accessToken: async () => accessToken,
        apiKeys,
        hooks,
        fetch,
      }),
    ),
    'v3 over 2026-03': asAny(
      clientV3.createClient({ ...common, accessToken, apiKeys, fetch: compatFetch }),
    ),
  };
}

function asAny(client: object): AnyClient {
  return client as AnyClient;
}

function forget(): void {}
