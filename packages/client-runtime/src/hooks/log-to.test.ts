import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { ConnectionError } from '../errors/connection-error.ts';
import { RateLimitError } from '../errors/rate-limit-error.ts';
import { ServerError } from '../errors/server-error.ts';
import type { Hooks } from './hooks.ts';
import { logTo, type LogFields, type Logger } from './log-to.ts';

const newCall = (operation = 'getThing') => ({
  operation,
  method: 'GET',
  path: '/things/{id}',
  attempts: 1,
  startedAt: performance.now(),
});

type Line = [level: keyof Logger, message: string, fields: LogFields];

/** The lines that `run` makes a log of. */
function linesOf(run: (hooks: Required<Hooks>) => void): Line[] {
  const lines: Line[] = [];
  const write = (level: keyof Logger) => (message: string, fields: LogFields) => {
    lines.push([level, message, fields]);
  };
  const logger = { debug: write('debug'), warn: write('warn'), error: write('error') };
  run(logTo(logger) as Required<Hooks>);
  return lines;
}

test('writes a debug line for a request and one for its answer', () => {
  const call = newCall();
  const about = { call: 1, operation: 'getThing', method: 'GET', path: '/things/{id}', attempt: 1 };
  expect(
    linesOf((hooks) => {
      const url = 'https://api.example.com/things/7?to=%2B15550142377';
      hooks.request({ call, attempt: 1, url, headers: { 'x-tenant': 'acme' } });
      hooks.response({ call, attempt: 1, status: 200, headers: new Headers(), duration: 20.4 });
    }),
  ).toEqual([
    [
      'debug',
      'getThing #1: attempt 1',
      { ...about, url: 'https://api.example.com/things/7?to=REDACTED' },
    ],
    ['debug', 'getThing #1: answered 200 in 20 ms', { ...about, status: 200, duration: 20 }],
  ]);
});

test('writes a warning for an attempt that will be repeated', () => {
  const call = newCall();
  const error = new ConnectionError(call, new Error('socket hang up'));
  expect(linesOf((hooks) => hooks.retry({ call, attempt: 2, error, delay: 812.6 }))).toEqual([
    [
      'warn',
      'getThing #1: attempt 2 failed (ConnectionError), next in 813 ms',
      expect.objectContaining({
        attempt: 2,
        kind: 'connection',
        error: 'getThing failed: no complete response: socket hang up',
        delay: 813,
      }),
    ],
  ]);
});

test('writes an error for a call that failed, without the body', () => {
  const call = newCall();
  const response = new Response(null, { status: 429, headers: { 'x-request-id': 'r-1' } });
  const body = { category: 'RATE_LIMITS', correlationId: 'c-1', policyName: 'DAILY' };
  const error = new RateLimitError({ ...call, head: () => response }, response, body);
  expect(linesOf((hooks) => hooks.error({ call, attempt: 1, error }))).toEqual([
    [
      'error',
      'getThing #1: failed (429)',
      {
        call: 1,
        operation: 'getThing',
        method: 'GET',
        path: '/things/{id}',
        attempt: 1,
        kind: 'rate-limit',
        duration: error.duration,
        status: 429,
        category: 'RATE_LIMITS',
        correlationId: 'c-1',
        requestId: 'r-1',
      },
    ],
  ]);
});

test('shows nothing of an error from elsewhere but its name', () => {
  const call = newCall();
  const error = new RangeError('no route to https://api.example.com/?hapikey=s3cret-k3y');
  const lines = linesOf((hooks) => {
    hooks.error({ call, attempt: 1, error });
    hooks.error({ call, attempt: 1, error: 's3cret-k3y' });
  });
  expect(lines).toMatchObject([
    ['error', 'getThing #1: failed (RangeError)', { error: 'RangeError' }],
    ['error', 'getThing #1: failed (_OTHER)', { error: '_OTHER' }],
  ]);
  expect(JSON.stringify(lines)).not.toContain('s3cret');
});

test('a call that its caller aborted is worth no more than a debug line', () => {
  const error = AbortSignal.abort().reason;
  expect(linesOf((hooks) => hooks.error({ call: newCall(), attempt: 0, error }))).toMatchObject([
    ['debug', 'getThing #1: failed (AbortError)', { attempt: 0 }],
  ]);
});

test('the lines of calls that run at the same time are told apart', () => {
  const [one, other] = [newCall(), newCall('listThings')];
  const url = 'https://api.example.com/things';
  const lines = linesOf((hooks) => {
    hooks.request({ call: one, attempt: 1, url, headers: {} });
    hooks.request({ call: other, attempt: 1, url, headers: {} });
    hooks.request({ call: one, attempt: 2, url, headers: {} });
  });
  expect(lines.map(([, message]) => message)).toEqual([
    'getThing #1: attempt 1',
    'listThings #2: attempt 1',
    'getThing #1: attempt 2',
  ]);
});

test('a server can neither format what console prints nor say anything there', () => {
  const printed: string[] = [];
  const stdout = new Writable({
    write: (chunk, _encoding, done) => {
      printed.push(String(chunk));
      done();
    },
  });
  const hooks = logTo(new Console({ stdout, inspectOptions: { breakLength: Infinity } }));
  const call = newCall();
  const response = new Response(null, { status: 500 });
  const error = new ServerError(call, response, { category: '%c', message: '%o\nfatal' });
  hooks.error?.({ call, attempt: 1, error });
  expect(printed).toHaveLength(1);
  expect(printed[0]).toMatch(/^getThing #1: failed \(500\) \{ call: 1, .*category: '%c'.* \}\n$/);
  expect(printed[0]).not.toContain('fatal');
});
