import { parseExact, stringifyExact, type JsonValue } from '@apipin/compat-runtime';
import { createGateway } from '@apipin/custom-channels-compat';
import { operations as v3Validators } from '@apipin/custom-channels-v3-zod';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { valuesOfComponent } from '../../../custom-channels-compat/test/arbitraries.ts';
import { startPrism, type Prism } from '../prism.ts';
import { specPath } from '../spec.ts';

/*
 * Random v3 traffic goes through the gateway to an independent mock of 2026-03, which judges what reaches it and makes up
 * what it answers.
 */

const RUNS = process.env['APIPIN_LONG_TESTS'] === undefined ? 40 : 2000;

let prism: Prism;
beforeAll(async () => {
  prism = await startPrism(specPath('2026-03'));
});
afterAll(() => prism.stop());

interface Row {
  readonly operationId: keyof typeof v3Validators;
  readonly method: string;
  readonly path: string;
  readonly component?: string;
}

const rows: readonly Row[] = [
  {
    operationId: 'publishMessage',
    method: 'POST',
    path: '/7/messages',
    component: 'ChannelIntegrationMessageEgg',
  },
  {
    operationId: 'createChannelAccount',
    method: 'POST',
    path: '/7/channel-accounts',
    component: 'PublicChannelAccountEgg',
  },
  {
    operationId: 'updateChannelAccountStagingToken',
    method: 'PATCH',
    path: '/7/channel-account-staging-tokens/t-1',
    component: 'PublicChannelAccountStagingTokenUpdateRequest',
  },
  {
    operationId: 'updateMessage',
    method: 'PATCH',
    path: '/7/messages/m-1',
    component: 'PublicChannelIntegrationMessageUpdateRequest',
  },
  { operationId: 'getMessage', method: 'GET', path: '/7/messages/m-1' },
  { operationId: 'listChannelAccounts', method: 'GET', path: '/7/channel-accounts' },
];

test.each(rows)('$operationId: what arrives is 2026-03, and what comes back is v3', async (row) => {
  const { operationId, method, path, component } = row;
  const bodies = component === undefined ? fc.constant(null) : bodiesOf(component);
  const violations: string[] = [];
  let mapped = 0;
  const gateway = createGateway({
    serve: 'v3',
    upstream: '2026-03',
    upstreamUrl: prism.url,
    onLoss: () => {},
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      const found = response.headers.get('sl-violations');
      if (found !== null) violations.push(found);
      return response;
    },
  });
  await fc.assert(
    fc.asyncProperty(bodies, async (value) => {
      violations.length = 0;
      const response = await gateway(
        new Request(`http://gateway.example/conversations/v3/custom-channels${path}`, {
          method,
          headers: {
            authorization: 'Bearer token',
            'content-type': 'application/json',
            // Prism makes up an answer, from a seed of its own.
            prefer: 'dynamic=true',
          },
          body: value === null ? null : stringifyExact(value as JsonValue),
        }),
      );
      const text = await response.text();
      if (violations.length > 0) throw new Error(violations.join());
      if (response.status === 422) {
        // Refused before it was sent, with the change and the place.
        expect(JSON.parse(text)).toMatchObject({ change: expect.any(String) });
        return;
      }
      expect(response.status).toBeLessThan(300);
      mapped += 1;
      const validate = v3Validators[operationId].responses[String(response.status) as never];
      expect((validate as { parse(value: unknown): unknown }).parse(parseExact(text))).toBeTruthy();
    }),
    { numRuns: RUNS, seed: 20_260_330, endOnFailure: true, includeErrorInReport: true },
  );
  expect(mapped).toBeGreaterThan(RUNS / 4);
});

/**
 * Valid v3 bodies. Half of them have kinds of addresses that 2026-03 knows, as the others are mostly refused for theirs. The
 * mock takes no integer beyond 2^53.
 */
function bodiesOf(component: string): fc.Arbitrary<unknown> {
  return fc
    .tuple(valuesOfComponent(component, 'v3'), fc.boolean())
    .map(([body, isKnown]) => tame(body, isKnown));
}

function tame(value: unknown, isKnown: boolean): unknown {
  if (typeof value === 'bigint') return Number.MAX_SAFE_INTEGER;
  if (Array.isArray(value)) return value.map((item) => tame(item, isKnown));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, member]) => [name, tame(member, isKnown)]);
  const object = Object.fromEntries(entries) as Record<string, unknown>;
  const isAddress = typeof object['type'] === 'string' && typeof object['value'] === 'string';
  return isAddress && isKnown ? { ...object, type: 'HS_PHONE_NUMBER' } : object;
}
