import { operations as v2026_03 } from '@apipin/custom-channels-2026-03-zod';
import { operations as v3 } from '@apipin/custom-channels-v3-zod';
import { expect } from 'vitest';
import type { Answer, Call } from './api.ts';
import type { VersionName } from './spec.ts';

/** As much of a zod schema as is needed here. */
interface Validator {
  parse(value: unknown): unknown;
}

interface OperationValidators {
  readonly parameters: Validator;
  readonly requestBody?: Validator;
  /** By status; a response without a body has none. */
  readonly responses: Readonly<Record<string, Validator>>;
}

const validators: Record<VersionName, Readonly<Record<string, OperationValidators>>> = {
  v3,
  '2026-03': v2026_03,
};

/**
 * Every exchange of every test passes here. What the sandbox answers must be valid, and so must what it accepts; and
 * no answer may repeat the secret that the tests authenticate with.
 */
export function checkExchange(
  version: VersionName,
  operationId: string,
  { path = {}, query = [], body }: Call,
  { status, headers, text, body: answered }: Answer,
): void {
  const { parameters, requestBody, responses } = validators[version][operationId]!;
  expect(text).not.toContain('secret-token');
  if (status < 400) {
    const queryNames = [...new Set(query.map(([name]) => name))];
    parameters.parse({
      path: mapParameters(Object.entries(path)),
      query: mapParameters(
        queryNames.map((name) => [
          name,
          query.filter(([other]) => other === name).map(([, value]) => value),
        ]),
      ),
    });
    requestBody?.parse(typeof body === 'string' ? JSON.parse(body) : body);
  }
  if (status === 204) {
    expect(text).toBe('');
  } else {
    expect(headers.get('Content-Type')).toBe('application/json');
    const key = status < 400 ? String(status) : '4XX';
    expect(Object.keys(responses)).toContain(key);
    responses[key]!.parse(answered);
  }
}

const INTEGERS = ['channelId', 'channelAccountId', 'appId', 'limit', 'defaultPageLength'];
const ARRAYS = ['sort', 'deliveryIdentifierType', 'deliveryIdentifierValue'];

/** The values that the text of parameters stands for. */
function mapParameters(texts: [string, string | string[]][]): Record<string, unknown> {
  return Object.fromEntries(
    texts.map(([name, text]) => {
      const [first] = [text].flat();
      if (INTEGERS.includes(name)) return [name, Number(first)];
      if (ARRAYS.includes(name)) return [name, text];
      return [name, name === 'archived' ? first === 'true' : first];
    }),
  );
}
