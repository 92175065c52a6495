import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { OAuthConfigurationError } from './oauth-configuration-error.ts';
import { OAuthError } from './oauth-error.ts';
import { OAuthRevokedError } from './oauth-revoked-error.ts';

let copy: typeof import('./oauth-revoked-error.ts');

beforeAll(async () => {
  vi.resetModules();
  copy = await import('./oauth-revoked-error.ts');
});
afterAll(() => void vi.resetModules());

test('instanceof holds for an error of another copy of the package', () => {
  const error = new copy.OAuthRevokedError('no');
  expect(copy.OAuthRevokedError).not.toBe(OAuthRevokedError);
  expect(error).toBeInstanceOf(OAuthRevokedError);
  expect(error).toBeInstanceOf(OAuthError);
  expect(error).not.toBeInstanceOf(OAuthConfigurationError);
});

test('instanceof holds for a subclass that somebody else has written, and for no more than that', () => {
  class GoneError extends OAuthRevokedError {}
  expect(new GoneError('gone')).toBeInstanceOf(GoneError);
  expect(new GoneError('gone')).toBeInstanceOf(OAuthRevokedError);
  expect(new OAuthRevokedError('no')).not.toBeInstanceOf(GoneError);
});

test.each([undefined, null, 'text', {}, new Error('other')])('%s is no OAuthError', (value) => {
  expect(value).not.toBeInstanceOf(OAuthError);
});

test('an error says what it is where it is logged', () => {
  const answer = { status: 400, code: 'BAD_REFRESH_TOKEN', correlationId: 'c-1' };
  const error = new OAuthRevokedError('no', answer);
  expect(String(error)).toBe('OAuthRevokedError: no');
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    ...answer,
    kind: 'oauth-revoked',
    name: 'OAuthRevokedError',
  });
});
