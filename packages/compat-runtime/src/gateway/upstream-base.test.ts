import { expect, test } from 'vitest';
import { CompatConfigurationError } from '../errors/compat-configuration-error.ts';
import { requireBelow, upstreamBaseOf } from './upstream-base.ts';

test.each([
  ['https://api.example', 'https://api.example'],
  ['https://api.example/base/', 'https://api.example/base'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['http://127.1.2.3/a', 'http://127.1.2.3/a'],
  ['http://2130706433', 'http://127.0.0.1'],
  ['http://localhost:1', 'http://localhost:1'],
  ['http://api.localhost', 'http://api.localhost'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
])('%s is taken', (url, want) => {
  expect(upstreamBaseOf(url)).toBe(want);
});

test.each([
  ['http://api.example'],
  ['http://127.0.0.1.example'],
  ['http://localhost.example'],
  ['http://10.0.0.1'],
  ['ftp://127.0.0.1'],
  ['https://user:secret@api.example'],
  ['https://api.example?key=secret'],
  ['https://api.example/#secret'],
  ['api.example'],
])('%s is refused, and secrets in it are not told', (url) => {
  const take = (): string => upstreamBaseOf(url);

  expect(take).toThrow(CompatConfigurationError);
  expect(take).not.toThrow('secret');
});

test.each(['/a', '/a..b/c', '/...', '/a%2Fb', '/a/%2e%2e%2e', '/?a=/../b'])(
  '%s is below the base',
  (path) => {
    expect(() =>
      requireBelow('https://api.example/base', `https://api.example/base${path}`),
    ).not.toThrow();
  },
);

test.each([
  'https://api.example/base',
  'https://api.example/based/a',
  'https://api.example/a',
  'https://api.example.evil/base/a',
  'https://evil/base/a',
  'https://api.example/base/..%2Fa',
  'https://api.example/base/%2E%2e%5Ca',
  'https://api.example/base/a%2f..',
  'https://api.example/base/..;/a',
  'https://api.example/base/..%3Bx=1/a',
  'https://api.example/base/%2f.%2fa',
])('%s is not', (url) => {
  expect(() => requireBelow('https://api.example/base', url)).toThrow('Nothing was sent');
});
