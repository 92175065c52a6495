import { expectTypeOf, test } from 'vitest';
import type { SecretSource } from '../api-client-options.ts';
import { createOAuth } from './create-oauth.ts';
import { OAuthError } from './oauth-error.ts';
import type { OAuthOptions, Tokens } from './oauth-options.ts';
import { OAuthUnavailableError } from './oauth-unavailable-error.ts';

test('it gives what accessToken takes', () => {
  expectTypeOf(createOAuth).returns.toExtend<SecretSource>();
});

test('what save is given can be loaded again', () => {
  expectTypeOf<OAuthOptions['save']>().parameter(0).toEqualTypeOf<Tokens>();
  expectTypeOf<() => Promise<Tokens>>().toExtend<OAuthOptions['refreshToken']>();
  expectTypeOf<() => string>().toExtend<OAuthOptions['refreshToken']>();
});

test('the global fetch can be given', () => {
  expectTypeOf<typeof globalThis.fetch>().toExtend<NonNullable<OAuthOptions['fetch']>>();
});

test('instanceof narrows', () => {
  const error: unknown = undefined;
  if (error instanceof OAuthError) expectTypeOf(error.status).toEqualTypeOf<number | undefined>();
  if (error instanceof OAuthUnavailableError) {
    expectTypeOf(error.kind).toEqualTypeOf<'oauth-unavailable'>();
    expectTypeOf(error.retryAfter).toEqualTypeOf<number | undefined>();
  }
});
