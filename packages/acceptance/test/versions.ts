import { validateWith, type OperationValidators } from '@apipin/client-runtime';
import * as client2026 from '@apipin/custom-channels-2026-03';
import { operations as validators2026 } from '@apipin/custom-channels-2026-03-zod';
import * as clientV3 from '@apipin/custom-channels-v3';
import { operations as validatorsV3 } from '@apipin/custom-channels-v3-zod';

/** An API version, and what is generated for it. */
export interface Version {
  readonly id: string;
  readonly validators: OperationValidators;
  /** Makes a client that has every credential and checks what it sends and gets. */
  createClient(options: ConnectionOptions): AnyClient;
}

export interface ConnectionOptions {
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
}

/** A client whose methods are called by operationId. */
export type AnyClient = Readonly<Record<string, OperationMethod>>;

type OperationMethod = (input: object, options?: CallOptions) => Promise<unknown>;

interface CallOptions {
  readonly headers: Readonly<Record<string, string>>;
}

/** v3, the version that the compatibility package serves. */
export const v3: Version = {
  id: 'v3',
  validators: validatorsV3,
  createClient: (options) =>
    methodsOf(
      clientV3.createClient({
        ...options,
        attempts: 1,
        accessToken: 'access-token',
        apiKeys: { developer_hapikey: 'developer-key', private_apps: 'private-app-token' },
        validation: validateWith(validatorsV3, { response: 'throw' }),
      }),
    ),
};

/** 2026-03, the version that answers behind the compatibility package. */
export const v2026: Version = {
  id: '2026-03',
  validators: validators2026,
  createClient: (options) =>
    methodsOf(
      client2026.createClient({
        ...options,
        attempts: 1,
        accessToken: 'access-token',
        apiKeys: { developer_hapikey: 'developer-key' },
        validation: validateWith(validators2026, { response: 'throw' }),
      }),
    ),
};

/** Every version of the API. */
export const versions: readonly Version[] = [v3, v2026];

function methodsOf(client: object): AnyClient {
  return client as AnyClient;
}
