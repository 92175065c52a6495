import { isApiError } from '@apipin/client-runtime';
import { createCompatFetch } from '@apipin/custom-channels-compat';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPrism, type Prism } from './prism.ts';
import {
  operationsOf,
  readSpec,
  specPath,
  type SpecOperation,
  type SpecParameter,
} from './spec.ts';
import { v2026, v3, versions, type AnyClient } from './versions.ts';

const prisms = new Map<string, Prism>();

beforeAll(async () => {
  await Promise.all(versions.map(async ({ id }) => prisms.set(id, await startPrism(specPath(id)))));
});
afterAll(() => Promise.all([...prisms.values()].map((prism) => prism.stop())));

describe.each(versions)('$id', (version) => {
  const operations = operationsOf(readSpec(version.id));
  const connect = (fetch = judgedFetch): AnyClient =>
    version.createClient({ baseUrl: urlOf(version.id), fetch });

  test.each(operations.flatMap(inputsOf))('accepts $title', async ({ operationId, input }) => {
    await call(connect(), operationId, input);
  });

  test.each(operations)('$operationId: every success arrives as it was sent', async (operation) => {
    const { input } = firstInputOf(operation);
    for (const { prefer, value } of answersOf(operation).filter(({ status }) => status < 300))
      expect(await call(connect(), operation.operationId, input, prefer)).toEqual(value);
  });

  test.each(operations)('$operationId: every failure arrives as it was sent', async (operation) => {
    const { input } = firstInputOf(operation);
    for (const { prefer, status, value } of answersOf(operation).filter(
      ({ status }) => status >= 400,
    )) {
      const error = await call(connect(), operation.operationId, input, prefer).catch(
        (thrown: unknown) => thrown,
      );
      if (!isApiError(error)) throw error;
      expect(error).toMatchObject({ status, body: value });
    }
  });

  test('refuses what the spec does not allow', async () => {
    const client = connect((url, init) =>
      judgedFetch(new Request(url, { ...init, method: 'PATCH', body: '{"statusType":"LOST"}' })),
    );
    await expect(
      call(client, 'updateMessage', { channelId: 1, messageId: 'a', body: { statusType: 'SENT' } }),
    ).rejects.toMatchObject({
      cause: { message: expect.stringContaining('must be equal to one of the allowed values') },
    });
  });
});

test.each(operationsOf(readSpec(v3.id)).flatMap(inputsOf))(
  'v3 over 2026-03: accepts $title',
  async ({ operationId, input }) => {
    const client = v3.createClient({
      baseUrl: urlOf(v2026.id),
      fetch: createCompatFetch({
        serve: 'v3',
        upstream: '2026-03',
        fetch: judgedFetch,
        onLoss: () => {},
      }),
    });
    await call(client, operationId, input);
  },
);

/** A `fetch` that fails where Prism found that a request or its own answer is not what the spec allows. */
async function judgedFetch(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request);
  const violations = response.headers.get('sl-violations');
  if (violations !== null) throw new Error(`Prism found: ${violations}`);
  return response;
}

function urlOf(version: string): string {
  const prism = prisms.get(version);
  if (prism === undefined) throw new Error(`no Prism serves ${version}`);
  return prism.url;
}

/**
 * Rejects where our validators or Prism refuse what is sent or answered.
 *
 * @param prefer - Which of the spec's answers Prism should give.
 */
async function call(
  client: AnyClient,
  operationId: string,
  input: object,
  prefer = '',
): Promise<unknown> {
  const method = client[operationId];
  if (method === undefined) throw new Error(`the client has no method ${operationId}`);
  return method(input, { headers: prefer === '' ? {} : { prefer } });
}

interface Input {
  readonly title: string;
  readonly operationId: string;
  readonly input: object;
}

/** Each request example with every parameter, and with only those that are required. */
function inputsOf({ operationId, parameters, requestBody }: SpecOperation): Input[] {
  const every = argumentsOf(parameters);
  const required = argumentsOf(parameters.filter((parameter) => parameter.required));
  const bodies = requestBody?.examples.map(({ name, value }) => ({ name, body: { body: value } }));
  return (bodies ?? [{ name: 'no body', body: {} }]).flatMap(({ name, body }) => [
    { title: `${operationId}: ${name}`, operationId, input: { ...every, ...body } },
    {
      title: `${operationId}: ${name}, required parameters only`,
      operationId,
      input: { ...required, ...body },
    },
  ]);
}

function firstInputOf(operation: SpecOperation): Input {
  const [first] = inputsOf(operation);
  if (first === undefined) throw new Error(`${operation.operationId} has no request example`);
  return first;
}

function argumentsOf(parameters: readonly SpecParameter[]): Record<string, unknown> {
  return Object.fromEntries(
    parameters.flatMap(({ name, example }) => (example === undefined ? [] : [[name, example]])),
  );
}

interface Answer {
  readonly status: number;
  /** Asks Prism for this answer. */
  readonly prefer: string;
  /** Absent where the answer has no body. */
  readonly value: unknown;
}

/** Every example of every response, with a status code that its range stands for. */
function answersOf({ responses }: SpecOperation): Answer[] {
  return responses.flatMap(({ status: range, body }): Answer[] => {
    const status = range === 'default' ? 500 : Number(range.replace('XX', '04'));
    if (body === undefined) return [{ status, prefer: `code=${status}`, value: undefined }];
    return body.examples.map(({ name, value }) => ({
      status,
      prefer: `code=${status}, example=${name}`,
      value,
    }));
  });
}
