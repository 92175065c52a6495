import type { KnownApi } from './known-api.ts';

/**
 * What this release of the command knows of APIs: data beside the code, so that a new operation of an API is not taken for
 * a change of the generator.
 */
export async function loadKnownApis(): Promise<readonly KnownApi[]> {
  const file = new URL('../../generated/known-apis.js', import.meta.url);
  const { KNOWN_APIS } = (await import(/* @vite-ignore */ file.href)) as {
    KNOWN_APIS: readonly KnownApi[];
  };
  return KNOWN_APIS;
}
