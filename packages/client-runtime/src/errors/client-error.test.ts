import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as runtime from '../index.ts';
import type { CallProgress } from './client-error.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const { ClientError, ApiError, NotFoundError, ServerError, ConnectionError } = runtime;
const headers = new Headers({ 'x-request-id': 'r1', 'x-hubspot-correlation-id': 'c1' });
const head = { status: 418, statusText: '', headers };
const newCall = (): CallProgress => ({
  operation: 'getThing',
  method: 'GET',
  path: '/{id}',
  attempts: 3,
  startedAt: performance.now(),
  head: () => head,
  idempotencyKey: 'k1',
});

type Runtime = typeof runtime;

const constructors = {
  ApiError: (of: Runtime, call) => new of.ApiError(call, head, {}),
  AuthenticationError: (of, call) => new of.AuthenticationError(call, head, {}),
  BadRequestError: (of, call) => new of.BadRequestError(call, head, {}),
  ConflictError: (of, call) => new of.ConflictError(call, head, {}),
  ConnectionError: (of, call) => new of.ConnectionError(call, new Error('reset')),
  NotFoundError: (of, call) => new of.NotFoundError(call, head, {}),
  PermissionError: (of, call) => new of.PermissionError(call, head, {}),
  RateLimitError: (of, call) => new of.RateLimitError(call, head, {}),
  RequestError: (of, call) => new of.RequestError(call, { in: 'body' }, new Error('a circle')),
  ResponseParseError: (of, call) => new of.ResponseParseError(call, Response.json({}), '<'),
  ServerError: (of, call) => new of.ServerError(call, head, {}),
  TimeoutError: (of, call) => new of.TimeoutError(call, 1000, 'call'),
  ValidationError: (of, call) =>
    new of.ValidationError(call, { direction: 'request', part: 'body' }, { value: 7, issues: [] }),
} satisfies Record<string, (of: Runtime, call: CallProgress) => runtime.ClientError>;

const names = Object.keys(constructors) as (keyof typeof constructors)[];

test.each(names)('a %s has all that is known of its call', (name) => {
  const call = newCall();
  vi.advanceTimersByTime(1500);
  expect(constructors[name](runtime, call)).toMatchObject({
    name,
    operation: 'getThing',
    method: 'GET',
    path: '/{id}',
    attempts: 3,
    duration: 1500,
    requestId: 'r1',
    correlationId: 'c1',
    idempotencyKey: 'k1',
  });
});

test('every class has a kind of its own', () => {
  const kinds = names.map((name) => constructors[name](runtime, newCall()).kind);
  expect(new Set(kinds).size).toBe(names.length);
});

test('instanceof holds across copies of this package, for each class and no other', async () => {
  vi.resetModules();
  const copy = await import('../index.ts');
  expect(copy.ApiError).not.toBe(ApiError);
  const classesOf = (error: unknown) =>
    [...names, 'ClientError' as const].filter((name) => error instanceof runtime[name]);
  for (const name of names) {
    const own = constructors[name](runtime, newCall());
    const foreign = constructors[name](copy, newCall());
    expect(classesOf(foreign)).toEqual(classesOf(own));
    expect(classesOf(own)).toContain(name);
    expect(classesOf(own)).toHaveLength(own instanceof ApiError && name !== 'ApiError' ? 3 : 2);
    expect(foreign.kind).toBe(own.kind);
    expect(runtime.isClientError(foreign)).toBe(true);
  }
});

test('a subclass of a user holds its own instances only', () => {
  class ThingGoneError extends NotFoundError {
    readonly thing = 7;
  }
  class StaleThingError extends ThingGoneError {}
  const gone = new ThingGoneError(newCall(), Response.json({}, { status: 404 }), {});
  expect(gone).toMatchObject({ name: 'NotFoundError', kind: 'not-found', thing: 7 });
  for (const base of [ThingGoneError, NotFoundError, ApiError, ClientError, Error])
    expect(gone).toBeInstanceOf(base);
  expect(gone).not.toBeInstanceOf(StaleThingError);
  expect(gone).not.toBeInstanceOf(ServerError);
  const other = new NotFoundError(newCall(), Response.json({}, { status: 404 }), {});
  expect(other).not.toBeInstanceOf(ThingGoneError);
});

test('a subclass with a tag has a name and a kind by it, in each of its copies', () => {
  const define = () =>
    class extends ConnectionError {
      static override readonly errorTag: string = 'ProxyDown';
    };
  const [ProxyDownError, Copy] = [define(), define()];
  const error = new Copy(newCall(), new Error('reset'));
  expect(error).toMatchObject({ name: 'ProxyDownError', kind: 'proxy-down' });
  expect(error).toBeInstanceOf(ProxyDownError);
  expect(error).toBeInstanceOf(ConnectionError);
});

test.each([
  undefined,
  null,
  'ClientError',
  7,
  {},
  new Error('x'),
  { name: 'ApiError', kind: 'api' },
  Object.create(null),
])('%o is no error of this package', (value) => {
  for (const name of [...names, 'ClientError'] as const)
    expect(value).not.toBeInstanceOf(runtime[name]);
  expect(runtime.isClientError(value)).toBe(false);
});

test('the tags of an error show neither in JSON nor in what lists its properties', () => {
  const error = new ServerError(newCall(), Response.json({}, { status: 503 }), {});
  expect(Object.keys({ ...error })).not.toContain('errorTag');
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ kind: 'server', status: 503 });
  expect(Reflect.ownKeys({ ...error }).filter((key) => typeof key === 'symbol')).toEqual([]);
});
