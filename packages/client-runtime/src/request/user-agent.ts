import type { ApiDescription } from '../operation-spec.ts';
import { createHeaders, type HeaderRecord } from './headers.ts';

/**
 * Says which client runs where. Not in browsers, which have a `User-Agent` of their own and would ask the server first
 * whether it takes another.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.user-agent
 */
export function userAgentOf({ userAgent }: ApiDescription): HeaderRecord {
  const headers = createHeaders();
  const platform = globalThis.navigator?.userAgent ?? '';
  if (userAgent && !platform.startsWith('Mozilla'))
    headers['user-agent'] = `${userAgent} ${platform}`;
  return headers;
}
