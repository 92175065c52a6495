import { expectTypeOf, test } from 'vitest';
import type { createClient as createCurrentClient } from '@apipin/custom-channels-2026-03';
import { operations as currentOperations } from '@apipin/custom-channels-2026-03-zod';
import { operations as fastCurrentOperations } from '@apipin/custom-channels-2026-03-zod/fast';
import type { PublicConversationsMessage as CurrentMessage } from '@apipin/custom-channels-2026-03';
import type {
  createClient as createV3Client,
  PublicConversationsMessage as V3Message,
} from '@apipin/custom-channels-v3';
import { operations as v3Operations } from '@apipin/custom-channels-v3-zod';
import { components, createCompatFetch, operations } from './index.ts';
import type { ChangeId } from './index.ts';

type FetchOption<CreateClient extends (options: never) => unknown> = NonNullable<
  NonNullable<Parameters<CreateClient>[0]> extends { fetch?: infer Fetch } ? Fetch : never
>;

const versions = { serve: 'v3', upstream: '2026-03' } as const;

test('one version is served over the other', () => {
  createCompatFetch({ serve: 'v3', upstream: '2026-03' });
  createCompatFetch({ serve: '2026-03', upstream: 'v3' });
  // @ts-expect-error TS2345: v3 needs no mapping to v3
  createCompatFetch({ serve: 'v3', upstream: 'v3' });
});

test('the generated clients take it as their fetch', () => {
  const fetch = createCompatFetch(versions);

  expectTypeOf(fetch).toExtend<FetchOption<typeof createV3Client>>();
  expectTypeOf(fetch).toExtend<FetchOption<typeof createCurrentClient>>();
});

test('policies are for changes and severities that there are', () => {
  createCompatFetch({ ...versions, onLoss: 'throw' });
  createCompatFetch({
    ...versions,
    onLoss: {
      'PublicFile.fileUsageType': 'report',
      minor: (loss) => expectTypeOf(loss.change).toEqualTypeOf<ChangeId>(),
      major: 'throw',
    },
  });
  // @ts-expect-error TS2353: there is no such change
  createCompatFetch({ ...versions, onLoss: { 'PublicFile.colour': 'throw' } });
  // @ts-expect-error TS2322: there is no such policy
  createCompatFetch({ ...versions, onLoss: { minor: 'ignore' } });
});

test('the generated validators are taken as they are, and only both together', () => {
  createCompatFetch({
    ...versions,
    validate: { v3: v3Operations, '2026-03': currentOperations },
  });
  createCompatFetch({
    ...versions,
    validate: { v3: v3Operations, '2026-03': fastCurrentOperations },
  });
  // @ts-expect-error TS2741: without v3 nobody can say whose mistake it is
  createCompatFetch({ ...versions, validate: { '2026-03': currentOperations } });
});

test('components and operations are mapped from the types of one client to those of the other', () => {
  const { upgrade, downgrade } = components.PublicConversationsMessage;
  expectTypeOf(upgrade).parameter(0).toEqualTypeOf<V3Message>();
  expectTypeOf(upgrade).returns.toHaveProperty('value').toEqualTypeOf<CurrentMessage>();
  expectTypeOf(downgrade).returns.toHaveProperty('value').toEqualTypeOf<V3Message>();

  const { upgradeRequest } = operations.publishMessage;
  // @ts-expect-error TS2345: a message to publish has a text
  upgradeRequest({ body: { attachments: [] } });
  operations.getMessage.upgradeRequest({});
});
