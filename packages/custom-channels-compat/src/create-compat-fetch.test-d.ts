import { expectTypeOf, test } from 'vitest';
import type { createClient as createCurrentClient } from '@apipin/custom-channels-2026-03';
import type { createClient as createV3Client } from '@apipin/custom-channels-v3';
import { createCompatFetch } from './create-compat-fetch.ts';

type FetchOption<CreateClient extends (options: never) => unknown> = NonNullable<
  NonNullable<Parameters<CreateClient>[0]> extends { fetch?: infer Fetch } ? Fetch : never
>;

test('one version is served over the other', () => {
  createCompatFetch({ serve: 'v3', upstream: '2026-03' });
  createCompatFetch({ serve: '2026-03', upstream: 'v3' });
  // @ts-expect-error TS2345: v3 needs no mapping to v3
  createCompatFetch({ serve: 'v3', upstream: 'v3' });
});

test('the generated clients take it as their fetch', () => {
  const fetch = createCompatFetch({ serve: 'v3', upstream: '2026-03' });

  expectTypeOf(fetch).toExtend<FetchOption<typeof createV3Client>>();
  expectTypeOf(fetch).toExtend<FetchOption<typeof createCurrentClient>>();
});
