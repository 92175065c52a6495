import { expect, test } from 'vitest';
import { z } from 'zod';
import type { OperationValidator } from './operation-validators.ts';
import { validateRequest, validateResponse } from './operation-validators.ts';
import { ValidationError } from './errors/validation-error.ts';

const call = { operation: 'getThing', method: 'GET', path: '/{id}' };
const validator: OperationValidator = {
  parameters: z.object({ path: z.object({ id: z.number() }) }),
  requestBody: z.object({ name: z.string() }),
  responses: { 201: z.literal('exact'), '2XX': z.literal('range'), default: z.literal('default') },
};

test('accepts what the validators accept, and everything without validators', async () => {
  await validateRequest(call, validator, { path: { id: 1 } }, { name: 'a', unknown: true });
  await validateRequest(call, undefined, { path: { id: 'x' } }, null);
  await validateResponse(call, {}, 200, 'anything');
});

test('rejects parameters and says which', async () => {
  await expect(validateRequest(call, validator, { path: { id: '1' } }, {})).rejects.toMatchObject({
    kind: 'validation',
    direction: 'request',
    part: 'parameters',
    message: expect.stringMatching(
      /^getThing was not sent: invalid request parameters: path\.id: /,
    ),
    issues: [{ path: ['path', 'id'] }],
  });
});

test('rejects a body, also one that is missing', async () => {
  const result = validateRequest(call, validator, { path: { id: 1 } }, undefined);
  await expect(result).rejects.toMatchObject({ direction: 'request', part: 'body' });
});

test('prefers the status code to the range to the default', async () => {
  await validateResponse(call, validator, 201, 'exact');
  await validateResponse(call, validator, 202, 'range');
  await validateResponse(call, validator, 304, 'default');
  await expect(validateResponse(call, validator, 202, 'exact')).rejects.toBeInstanceOf(
    ValidationError,
  );
});

test('waits for a validator that takes its time', async () => {
  const slow = z.string().refine(async (text) => text === 'good');
  const result = validateResponse(call, { responses: { 200: slow } }, 200, 'bad');
  await expect(result).rejects.toMatchObject({ direction: 'response', part: 'body' });
});
