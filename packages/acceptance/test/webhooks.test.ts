import * as client2026 from '@apipin/custom-channels-2026-03/webhooks';
import { webhooks as validators2026 } from '@apipin/custom-channels-2026-03-zod/fast';
import * as clientV3 from '@apipin/custom-channels-v3/webhooks';
import { webhooks as validatorsV3 } from '@apipin/custom-channels-v3-zod/fast';
import { expect, expectTypeOf, test } from 'vitest';
import type { JsonObject } from './json.ts';
import { readSpec, webhooksOf } from './spec.ts';

const signed = { clientSecret: 'client-secret', url: 'https://hooks.example.com/hubspot' };

const versions = [
  { id: 'v3', ...clientV3, validators: validatorsV3 },
  { id: '2026-03', ...client2026, validators: validators2026 },
] as const;

test.each(versions)(
  '$id: what the spec says is delivered arrives, and nothing that only looks like it',
  async ({ id, createWebhookHandler, signWebhook, validators }) => {
    const webhooks = webhooksOf(readSpec(id));
    const heard: unknown[] = [];
    const errors: unknown[] = [];
    const listener = (event: unknown): unknown => heard.push(event);
    const handler = createWebhookHandler({
      clientSecret: signed.clientSecret,
      validators,
      on: Object.fromEntries(webhooks.map(({ name }) => [name, listener])),
      onError: (error) => errors.push(error),
    });
    // What is sent is not what the types say, which is what this is about.
    const deliver = async (event: object): Promise<number> =>
      (await handler(await signWebhook(event as never, signed))).status;

    const examples = webhooks.flatMap(({ body }) =>
      body.examples.map(({ value }) => value as JsonObject),
    );
    for (const event of examples) {
      expect(await deliver(event)).toBe(200);
      const { portalId: _, ...incomplete } = event;
      expect(await deliver(incomplete)).toBe(500);
    }
    expect(heard).toEqual(examples);
    expect(errors).toEqual(
      examples.map(() => expect.objectContaining({ name: 'WebhookError', kind: 'validation' })),
    );
  },
);

test('the functions for events know what these are', () => {
  client2026.createWebhookHandler({
    clientSecret: async () => ['this', 'and the one before'],
    on: {
      OUTGOING_CHANNEL_MESSAGE_CREATED: ({ message }) => {
        expectTypeOf(message.text).toEqualTypeOf<string>();
        const [recipient] = message.recipients;
        expectTypeOf(recipient?.deliveryIdentifier).toEqualTypeOf<
          import('@apipin/custom-channels-2026-03').PublicDeliveryIdentifier | string | undefined
        >();
      },
      // @ts-expect-error TS2353: there is no such event
      CHANNEL_ACCOUNT_MOVED: () => {},
    },
  });
});
