import type { operations as v2026_03 } from '@apipin/custom-channels-2026-03-zod';
import type { operations as v3 } from '@apipin/custom-channels-v3-zod';
import { expectTypeOf, test } from 'vitest';
import type { OperationId } from './operation.ts';
import { createSandbox } from './sandbox.ts';
import type { Sandbox } from './sandbox.ts';
import { sandbox } from './vitest.ts';

test('fetch stands in for that of the platform', () => {
  expectTypeOf<Sandbox['fetch']>().toExtend<typeof globalThis.fetch>();
});

test('every operation of both versions can be made to fail, and no other', () => {
  expectTypeOf<OperationId>().toEqualTypeOf<keyof typeof v3>();
  expectTypeOf<OperationId>().toEqualTypeOf<keyof typeof v2026_03>();
  // @ts-expect-error TS2820: an operation is called by its operationId
  createSandbox().failNext({ status: 500, operation: 'get-channel' });
});

test('a sandbox of tests has the methods of any other, and its URL', () => {
  expectTypeOf(sandbox()).toExtend<Sandbox & { readonly url: string }>();
});
