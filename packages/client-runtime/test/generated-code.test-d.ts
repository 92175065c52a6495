import { expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import {
  ApiError,
  ClientError,
  isApiError as isAnyApiError,
  isClientError,
  RateLimitError,
  type AnyApiErrorOf,
  type ApiErrorGuard,
  type ApiVersion,
  type Int64,
  type OperationValidators,
  type ValidationError,
} from '../src/index.ts';
import {
  createClient,
  type Client,
  type Message,
  type OperationErrors,
  type UpdateMessageInput,
} from './example-api.ts';

declare const client: Client;
declare const error: unknown;
const isApiError: ApiErrorGuard<OperationErrors> = isAnyApiError;

test('operations keep their generated types', () => {
  expectTypeOf(client.updateMessage).parameter(0).toEqualTypeOf<UpdateMessageInput>();
  expectTypeOf(client.updateMessage).returns.resolves.toEqualTypeOf<Message>();
  expectTypeOf(client.listChannels).toBeCallableWith();
  // @ts-expect-error TS2554: the input of an operation with required parameters is required
  void (() => client.updateMessage());
});

test('API keys are those of the API', () => {
  expectTypeOf(createClient).toBeCallableWith({ apiKeys: { developer_hapikey: () => 'key' } });
  // @ts-expect-error TS2353: there is no such security scheme
  void (() => createClient({ apiKeys: { hapikey: 'key' } }));
});

test('the global fetch is a fetch', () => {
  expectTypeOf(createClient).toBeCallableWith({ fetch: globalThis.fetch });
});

test('isApiError gives the body that the operation declares, or what came instead', () => {
  if (isApiError(error, 'updateMessage')) {
    expectTypeOf(error).toEqualTypeOf<AnyApiErrorOf<OperationErrors['updateMessage']>>();
    expectTypeOf(error.body).toEqualTypeOf<OperationErrors['updateMessage'] | string | undefined>();
  }
  if (isApiError(error)) expectTypeOf(error.body).toBeUnknown();
  // @ts-expect-error TS2345: there is no such operation
  isApiError(error, 'updateMesage');
});

test('an error of an operation is told apart by kind, with its body', () => {
  if (!isApiError(error, 'updateMessage') || error.kind !== 'rate-limit') return;
  expectTypeOf(error).toExtend<RateLimitError>();
  expectTypeOf(error.policyName).toEqualTypeOf<string | undefined>();
  expectTypeOf(error.body).toEqualTypeOf<OperationErrors['updateMessage'] | string | undefined>();
});

test('instanceof knows nothing of a body', () => {
  if (error instanceof RateLimitError) {
    expectTypeOf(error.body).toBeUnknown();
    expectTypeOf(error.policyName).toEqualTypeOf<string | undefined>();
  }
  if (error instanceof ApiError) expectTypeOf(error.body).toBeUnknown();
  if (error instanceof ClientError) expectTypeOf(error.operation).toBeString();
});

test('kind tells the errors apart', () => {
  if (!isClientError(error)) return;
  expectTypeOf(error.operation).toBeString();
  if (error.kind === 'validation') expectTypeOf(error).toEqualTypeOf<ValidationError>();
  expectTypeOf(error.kind).toEqualTypeOf<
    | 'api'
    | 'authentication'
    | 'bad-request'
    | 'conflict'
    | 'connection'
    | 'not-found'
    | 'permission'
    | 'queue-full'
    | 'rate-limit'
    | 'request'
    | 'response-parse'
    | 'server'
    | 'timeout'
    | 'validation'
  >();
});

test('an int64 is a number unless a program registers more', () => {
  expectTypeOf<Int64>().toEqualTypeOf<number>();
  expectTypeOf<Int64<{ int64: 'bigint' }>>().toEqualTypeOf<number | bigint>();
  expectTypeOf<Int64<{ int64: 'string' }>>().toEqualTypeOf<number | string>();
  expectTypeOf(createClient).toBeCallableWith({ int64: 'bigint' });
});

test('zod schemas are validators', () => {
  const operations = {
    updateMessage: {
      parameters: z.object({ path: z.object({ channelId: z.int() }) }),
      requestBody: z.object({ statusType: z.enum(['SENT']) }),
      responses: {
        '200': z.unknown(),
        default: z.looseObject({ category: z.string().optional() }),
      },
    },
    listChannels: { responses: {} },
  };
  expectTypeOf(operations).toExtend<OperationValidators>();
});

test('an API version is what is known of it', () => {
  const apiVersion = { api: 'messages', id: 'v3', status: 'supported' } as const;
  expectTypeOf(apiVersion).toExtend<ApiVersion>();
  // @ts-expect-error TS2322: no version has such a status
  void ({ api: 'messages', id: 'v3', status: 'gone' } satisfies ApiVersion);
});
