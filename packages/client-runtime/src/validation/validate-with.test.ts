import type { StandardSchemaV1 } from '@standard-schema/spec';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ValidationError } from '../errors/validation-error.ts';
import type { Drift } from './drift.ts';
import type { OperationValidators, UnknownPart } from './operation-validators.ts';
import { validateWith } from './validate-with.ts';
import type { ValidationPolicy } from './validation-policy.ts';

const call = { operation: 'updateThing', method: 'PATCH', path: '/{id}' };
const operations = {
  'update-thing': {
    parameters: z.object({ path: z.object({ id: z.number() }) }),
    requestBody: z.object({ name: z.string() }),
    responses: {
      201: z.literal('exact'),
      '2XX': z.literal('range'),
      default: z.literal('default'),
    },
  },
} satisfies OperationValidators;
const spec = { id: 'update-thing', method: 'PATCH', path: '/{id}' };

afterEach(() => {
  vi.restoreAllMocks();
});

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}

function request(policy: ValidationPolicy, id: unknown, body: unknown): void | Promise<void> {
  return validateWith(operations, policy).request(call, {
    spec,
    input: { id },
    defaults: {},
    body,
  });
}

function response(policy: ValidationPolicy, status: number, body: unknown): void | Promise<void> {
  return validateWith(operations, policy).response(call, { spec, status, body });
}

test('accepts what the validators accept, and everything where there are none', () => {
  expect(request({}, 1, { name: 'a', unknown: true })).toBeUndefined();
  const validation = validateWith({ other: {} });
  for (const id of ['update-thing', '__proto__', 'other']) {
    const other = { ...spec, id };
    const input = { id: 'x' };
    expect(
      validation.request(call, { spec: other, input, defaults: {}, body: null }),
    ).toBeUndefined();
    expect(validation.response(call, { spec: other, status: 200, body: null })).toBeUndefined();
  }
});

test('throws for a request, of which nothing was sent', () => {
  const error = thrownBy(() => request({}, '1', { name: 'a' }));
  expect(error).toBeInstanceOf(ValidationError);
  expect(error).toMatchObject({
    kind: 'validation',
    direction: 'request',
    part: 'parameters',
    message: expect.stringMatching(
      /^updateThing was not sent: invalid request parameters: path\.id: /,
    ),
    issues: [{ path: ['path', 'id'] }],
  });
  expect(thrownBy(() => request({}, 1, undefined))).toMatchObject({ part: 'body' });
});

test('warns of a response, as its call has succeeded', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const validation = validateWith(operations);
  validation.response(call, { spec, status: 201, body: 'other' });
  validation.response(call, { spec, status: 202, body: 'another' });
  expect(warn.mock.calls).toEqual([
    [expect.stringMatching(/^updateThing succeeded: invalid response body: /)],
  ]);
});

test('prefers the status code to the range to the default', () => {
  const policy: ValidationPolicy = { response: 'throw' };
  expect(response(policy, 201, 'exact')).toBeUndefined();
  expect(response(policy, 202, 'range')).toBeUndefined();
  expect(response(policy, 304, 'default')).toBeUndefined();
  expect(() => response(policy, 202, 'exact')).toThrow(ValidationError);
});

test('an error has the answer of a call that succeeded, and does not show it', () => {
  const error = thrownBy(() => response({ response: 'throw' }, 201, { text: 'private' }));
  expect(error).toMatchObject({ direction: 'response', value: { text: 'private' } });
  expect(JSON.stringify(error)).not.toContain('private');
});

test('a message names a few issues of many', () => {
  const items = validateWith(
    { list: { responses: { 200: z.array(z.string()) } } },
    { response: 'throw' },
  );
  const error = thrownBy(() =>
    items.response(call, {
      spec: { ...spec, id: 'list' },
      status: 200,
      body: Array.from({ length: 1000 }, () => 1),
    }),
  );
  expect((error as ValidationError).issues).toHaveLength(1000);
  expect((error as ValidationError).message).toMatch(/4: [^;]*; and 995 more$/);
});

test.each<[policy: ValidationPolicy, told: number]>([
  [{ request: 'off', response: 'off' }, 0],
  [{ request: 'warn', response: 'warn' }, 3],
  [{ request: 'warn', response: 'warn', sample: 0 }, 0],
])('%j tells of %i things that are wrong', (policy, told) => {
  const onInvalid = vi.fn<(error: ValidationError) => void>();
  expect(request({ ...policy, onInvalid }, '1', {})).toBeUndefined();
  expect(response({ ...policy, onInvalid }, 201, '')).toBeUndefined();
  expect(onInvalid).toHaveBeenCalledTimes(told);
});

test('looks at a share of what is warned of, and at all that is thrown for', () => {
  const onInvalid = vi.fn<(error: ValidationError) => void>();
  const validation = validateWith(operations, { request: 'throw', onInvalid, sample: 0.25 });
  for (let count = 0; count < 2000; count += 1) {
    validation.response(call, { spec, status: 201, body: '' });
    expect(() => validation.request(call, { spec, input: {}, defaults: {}, body: {} })).toThrow(
      ValidationError,
    );
  }
  expect(onInvalid.mock.calls.length).toBeGreaterThan(300);
  expect(onInvalid.mock.calls.length).toBeLessThan(700);
});

test.each([-1, 2, Number.NaN])('refuses a sample of %d', (sample) => {
  expect(() => validateWith(operations, { sample })).toThrow(
    /^sample: expected a number from 0 to 1/,
  );
});

test('waits for validators that take their time', async () => {
  const slow = z.string().refine(async (text) => text === 'good');
  const validators = { slow: { parameters: slow, requestBody: slow, responses: { 200: slow } } };
  const validation = validateWith(validators, { request: 'warn', response: 'throw' });
  await expect(
    validation.response(call, { spec: { ...spec, id: 'slow' }, status: 200, body: 'bad' }),
  ).rejects.toMatchObject({
    part: 'body',
  });
  await expect(
    validation.response(call, { spec: { ...spec, id: 'slow' }, status: 200, body: 'good' }),
  ).resolves.toBeUndefined();
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  await validation.request(call, {
    spec: { ...spec, id: 'slow' },
    input: {},
    defaults: {},
    body: 'bad',
  });
  expect(warn).toHaveBeenCalledTimes(2);
});

test('a validator that fails loses no call that is only warned of', async () => {
  const failing = (validate: () => never | Promise<never>): StandardSchemaV1 => ({
    '~standard': { version: 1, vendor: 'test', validate },
  });
  const broken = failing(() => {
    throw new Error('no rules today');
  });
  const late = failing(() => Promise.reject(new Error('no rules today')));
  const onInvalid = vi.fn<(error: ValidationError) => void>();
  const validators = { a: { responses: { 200: broken } }, b: { responses: { 200: late } } };
  const validation = validateWith(validators, { onInvalid });
  await validation.response(call, { spec: { ...spec, id: 'a' }, status: 200, body: '' });
  await validation.response(call, { spec: { ...spec, id: 'b' }, status: 200, body: '' });
  const cause = { cause: { message: 'no rules today' } };
  expect(onInvalid.mock.calls).toMatchObject([[cause], [cause]]);
});

test('what callbacks throw breaks no call', async () => {
  const fail = (): never => {
    throw new Error('log is full');
  };
  expect(response({ onInvalid: fail }, 201, '')).toBeUndefined();
  expect(response({ onInvalid: async () => fail() }, 201, '')).toBeUndefined();
  expect(answerWith([{ kind: 'property', path: ['a'], place: ['a'] }], fail)).toBeUndefined();
});

/** What is told of a response with `parts` that are not known. */
function answerWith(
  parts: readonly UnknownPart[],
  onDrift: (drift: Drift) => void,
  times = 1,
): void {
  const body = { '~standard': z.any()['~standard'], driftOf: () => parts };
  const validation = validateWith({ get: { responses: { 200: body } } }, { onDrift });
  for (let count = 0; count < times; count += 1) {
    expect(
      validation.response(call, { spec: { ...spec, id: 'get' }, status: 200, body: {} }),
    ).toBeUndefined();
  }
}

test('tells of drift once for each place', () => {
  const onDrift = vi.fn<(drift: Drift) => void>();
  answerWith(
    [
      { kind: 'property', path: ['results', 0, 'a/~b'], place: ['results', '*', 'a/~b'] },
      { kind: 'property', path: ['results', 1, 'a/~b'], place: ['results', '*', 'a/~b'] },
      { kind: 'enum-value', path: ['type'], place: ['type'], value: 'NEW' },
      { kind: 'enum-value', path: ['type'], place: ['type'], value: 'NEWER' },
    ],
    onDrift,
    3,
  );
  const about = { operation: 'updateThing', status: 200 };
  expect(onDrift.mock.calls.map(([drift]) => drift)).toEqual([
    { ...about, kind: 'property', pointer: '/results/0/a~1~0b' },
    { ...about, kind: 'enum-value', pointer: '/type', value: 'NEW' },
    { ...about, kind: 'enum-value', pointer: '/type', value: 'NEWER' },
  ]);
});

test('tells of no more than a log can hold, whatever an API sends', () => {
  const text = fc.string({ minLength: 0, maxLength: 600 });
  const part = fc.record({ path: fc.array(text, { maxLength: 4 }), value: text });
  fc.assert(
    fc.property(fc.array(part, { minLength: 90, maxLength: 120 }), (sent) => {
      const told: Drift[] = [];
      answerWith(
        sent.map(({ path, value }) => ({ kind: 'enum-value', path, place: path, value })),
        (drift) => told.push(drift),
      );
      expect(told.length).toBeLessThanOrEqual(100);
      for (const { pointer, value = '' } of told) {
        expect(pointer.length).toBeLessThanOrEqual(501);
        expect(value.length).toBeLessThanOrEqual(101);
      }
    }),
    { numRuns: 20 },
  );
});

test('says at once that exact validators tell of no drift', () => {
  expect(() => validateWith(operations, { onDrift: () => {} })).toThrow(
    /^onDrift: expected .*\/drift/,
  );
});
