import type { ApiDescription } from '../operation-spec.ts';

/**
 * Says which client runs where. Not in browsers, which have a `User-Agent` of their own and would ask the server first
 * whether it takes another.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.user-agent
 */
export function userAgentOf({ userAgent }: ApiDescription): Readonly<Record<string, string>> {
  const platform = globalThis.navigator?.userAgent ?? '';
  return userAgent === undefined || platform.startsWith('Mozilla')
    ? {}
    : { 'user-agent': `${userAgent} ${platform}`.trim() };
}
