import { validateWith, ValidationError, type ApiClientOptions } from '@apipin/client-runtime';
import * as client2026 from '@apipin/custom-channels-2026-03';
import * as fast2026 from '@apipin/custom-channels-2026-03-zod/fast';
import * as clientV3 from '@apipin/custom-channels-v3';
import * as fastV3 from '@apipin/custom-channels-v3-zod/fast';
import fc from 'fast-check';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { readSpec } from './spec.ts';
import { v2026, v3, type AnyClient, type Version } from './versions.ts';

/** A version with bodies that have an integer in every place that its spec gives the format `int64`. */
interface Subject {
  readonly version: Version;
  readonly spec: JsonObject;
  createClient(options: ApiClientOptions): AnyClient;
  readonly operations: Readonly<Record<string, object>>;
  /** What goes into the body of `publishMessage`. */
  request(id: unknown): object;
  /** What goes into the attachments of a message. */
  response(id: unknown): object;
}

const subjects: readonly Subject[] = [
  {
    version: v3,
    spec: readSpec(v3.id),
    createClient: (options) => clientV3.createClient(options) as object as AnyClient,
    operations: fastV3.operations,
    request: () => ({}),
    response: () => ({ mappedTemplateId: 'template' }),
  },
  {
    version: v2026,
    spec: readSpec(v2026.id),
    createClient: (options) => client2026.createClient(options) as object as AnyClient,
    operations: fast2026.operations,
    request: (id) => ({
      associateWithContactId: id,
      preResolvedContacts: {
        contacts: [{ contactPropertiesLeadingToMatch: ['email'], contactVid: id }],
      },
    }),
    response: (id) => ({ mappedTemplateId: id, contentId: id, rootMicId: id }),
  },
];

function requestBody({ spec, request }: Subject, id: unknown): object {
  const example = exampleOf(spec, 'publishIncomingText');
  return { ...example, attachments: [{ type: 'MESSAGE_HEADER', fileId: id }], ...request(id) };
}

function responseBody({ spec, response }: Subject, id: unknown): object {
  const template = {
    type: 'WHATSAPP_TEMPLATE_METADATA',
    parameters: {},
    crmObjectIds: { additionalProperties: id },
    ...response(id),
  };
  const example = exampleOf(spec, 'messageIncomingText');
  return { ...example, attachments: [{ type: 'MESSAGE_HEADER', fileId: id }, template] };
}

function exampleOf({ components }: JsonObject, name: string): JsonObject {
  const { examples } = components as { examples: Record<string, JsonObject> };
  return examples[name]?.['value'] as JsonObject;
}

/** What the members of `value` are called, at any depth, that `isWanted` picks. */
function* namesOf(value: unknown, isWanted: (member: unknown) => boolean): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    if (isWanted(member)) yield name;
    yield* namesOf(member, isWanted);
  }
}

/** JSON with the digits of `id` wherever `bodyOf` puts them. */
function writeBody(bodyOf: (id: unknown) => object, id: bigint): string {
  return JSON.stringify(bodyOf('@id')).replaceAll('"@id"', String(id));
}

const int64 = fc.oneof(
  fc.constantFrom(
    ...[2n ** 53n - 1n, 2n ** 53n, 2n ** 53n + 1n, 2n ** 63n - 1n].flatMap((id) => [id, -id]),
    -(2n ** 63n),
  ),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
);

const tooLarge = fc.constantFrom(2n ** 63n, -(2n ** 63n) - 1n, 2n ** 64n, 10n ** 30n);

let server: Server;
let baseUrl: string;
let answer = '';
let received = { url: '', body: '' };

beforeAll(async () => {
  server = createServer(async (request, response) => {
    received = { url: request.url ?? '', body: await text(request) };
    const status = request.method === 'POST' ? 201 : 200;
    response.writeHead(status, { 'content-type': 'application/json' }).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const isInt64Schema = (schema: unknown): boolean =>
  isJsonObject(schema as Json) && (schema as JsonObject)['format'] === 'int64';

describe.each(subjects.map((subject) => [subject.version.id, subject] as const))(
  '%s',
  (_, subject) => {
    const { version, spec } = subject;
    const connect = (options: ApiClientOptions = {}): AnyClient =>
      subject.createClient({ baseUrl, accessToken: 'access-token', ...options });
    const message = { channelId: 1, messageId: 'm' };

    test('the bodies and the path have an id in every place of the format int64', () => {
      const isId = (member: unknown): boolean => member === 'id';
      const places = new Set([
        ...namesOf(requestBody(subject, 'id'), isId),
        ...namesOf(responseBody(subject, 'id'), isId),
        // Of the parameter `channelAccountId`.
        'schema',
      ]);
      expect(places).toEqual(new Set(namesOf(spec, isInt64Schema)));
    });

    test('a bigint arrives, is valid, and goes back with the same digits', async () => {
      for (const validators of [version.validators, subject.operations as Version['validators']]) {
        const client = connect({
          int64: 'bigint',
          validation: validateWith(validators, { response: 'throw' }),
        });
        await fc.assert(
          fc.asyncProperty(int64, async (id) => {
            answer = writeBody((it) => responseBody(subject, it), id);
            const value = Number.isSafeInteger(Number(id)) ? Number(id) : id;
            expect(await client['getMessage']?.(message)).toEqual(responseBody(subject, value));

            await client['publishMessage']?.({ channelId: 1, body: requestBody(subject, value) });
            expect(received.body).toBe(writeBody((it) => requestBody(subject, it), id));

            answer = JSON.stringify(exampleOf(spec, 'channelAccountPhoneNumber'));
            await client['getChannelAccount']?.({ channelId: 1, channelAccountId: value });
            expect(received.url).toMatch(new RegExp(`/channel-accounts/${id}$`));
          }),
          { numRuns: 50 },
        );
      }
    });

    test('digits arrive where a number would round, and go back as a path and as a bigint', async () => {
      const client = connect({
        validation: validateWith(version.validators, { response: 'throw' }),
      });
      const unchecked = connect();
      await fc.assert(
        fc.asyncProperty(int64, async (id) => {
          answer = writeBody((it) => responseBody(subject, it), id);
          const value = Number.isSafeInteger(Number(id)) ? Number(id) : String(id);
          expect(await client['getMessage']?.(message)).toEqual(responseBody(subject, value));

          const body = requestBody(subject, BigInt(value));
          await client['publishMessage']?.({ channelId: 1, body });
          expect(received.body).toBe(writeBody((it) => requestBody(subject, it), id));

          answer = JSON.stringify(exampleOf(spec, 'channelAccountPhoneNumber'));
          await unchecked['getChannelAccount']?.({ channelId: 1, channelAccountId: value });
          expect(received.url).toMatch(new RegExp(`/channel-accounts/${id}$`));
        }),
        { numRuns: 50 },
      );
    });

    test('validators refuse what has more than 64 bits, wherever it stands', async () => {
      const client = connect({
        int64: 'bigint',
        validation: validateWith(version.validators, { response: 'throw' }),
      });
      await fc.assert(
        fc.asyncProperty(tooLarge, async (id) => {
          received = { url: '', body: '' };
          const body = requestBody(subject, id);
          await expect(client['publishMessage']?.({ channelId: 1, body })).rejects.toThrow(
            ValidationError,
          );
          const path = { channelId: 1, channelAccountId: id };
          await expect(client['getChannelAccount']?.(path)).rejects.toThrow(ValidationError);
          expect(received.url).toBe('');

          answer = writeBody((it) => responseBody(subject, it), id);
          await expect(client['getMessage']?.(message)).rejects.toThrow(ValidationError);
        }),
        { numRuns: 8 },
      );
    });
  },
);
