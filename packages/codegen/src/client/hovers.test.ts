import type { JsonObject } from '@apipin/openapi-model';
import { expect, test } from 'vitest';
import { generateFrom } from '../../test/generate-from.ts';
import { hoversOver } from '../../test/hover.ts';

const MESSAGES: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Messages', version: '1' },
  paths: {
    '/messages/{id}': {
      get: {
        operationId: 'getMessage',
        summary: 'Get a message',
        description: 'Reads one message.\n\nWith its attachments.',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: {
          '200': {
            description: 'The message',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Message' } } },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Message: {
        type: 'object',
        description: 'A message as it is kept.',
        required: ['attachments', 'status'],
        properties: {
          attachments: {
            type: 'array',
            items: {
              oneOf: [
                { $ref: '#/components/schemas/File' },
                { $ref: '#/components/schemas/Place' },
              ],
            },
          },
          status: {
            enum: ['READ', 'SENT'],
            description: 'What became of it.\n\n    SENT, then READ',
            deprecated: true,
            example: 'SENT',
          },
          sentAt: { type: 'string', format: 'date-time', title: 'When it was sent' },
        },
      },
      File: { type: 'object', properties: { name: { type: 'string' } } },
      Place: { type: 'object', properties: { latitude: { type: 'number' } } },
    },
  },
};

const USE = `import { createClient, type Message } from './index.js';
export const message = await createClient().getMessage({ id: '1' });
export const read = [message.attachments, message.status, message.sentAt];
export const kept: Message = message;
`;

test('an editor shows what is called and what it answers with, by its names and in the words of the spec', async () => {
  const { client } = await generateFrom(MESSAGES);
  const [method, answer, schema, attachments, status, sentAt] = await hoversOver(client, USE, [
    'getMessage',
    'message =',
    'Message =',
    'attachments',
    'status',
    'sentAt',
  ]);

  expect(method).toEqual({
    declaration:
      '(method) Operations.getMessage(input: GetMessageInput, options?: CallOptions): ApiPromise<Message>',
    documentation:
      'Get a message\n\nReads one message.\n\nWith its attachments.\n\n`GET /messages/{id}`',
    tags: [],
  });
  expect(answer?.declaration).toBe('const message: Message');
  expect(schema?.documentation).toBe('A message as it is kept.');
  expect(attachments?.declaration).toBe('(property) attachments: (File | Place)[]');
  expect(status).toEqual({
    declaration: '(property) status: "READ" | "SENT"',
    documentation: 'What became of it.\n\n    SENT, then READ',
    tags: ['deprecated', 'example'],
  });
  expect(sentAt?.documentation).toBe('When it was sent\n\nFormat: date-time');
});
