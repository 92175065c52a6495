import type { Size } from './sizes.ts';

/** Of a package that has no entry of its own. */
const DEFAULT: Size = { packed: 60_000, unpacked: 300_000, files: 100 };

/** About a quarter above what the packages took up when their budgets were set. */
const BUDGETS: ReadonlyMap<string, Size> = new Map([
  ['@apipin/cli', { packed: 127_000, unpacked: 420_000, files: 270 }],
  // Much of it is for who asks for it: bundles take what they import.
  ['@apipin/client-runtime', { packed: 106_000, unpacked: 360_000, files: 305 }],
  ['@apipin/codegen', { packed: 120_000, unpacked: 410_000, files: 270 }],
  ['@apipin/compat-runtime', { packed: 60_000, unpacked: 300_000, files: 170 }],
  // Validators stand in front of zod as code of their own; bundles take what they import.
  ['@apipin/custom-channels-2026-03-zod', { packed: 82_000, unpacked: 1_030_000, files: 30 }],
  ['@apipin/custom-channels-v3-zod', { packed: 74_000, unpacked: 930_000, files: 30 }],
  ['@apipin/openapi-diff', { packed: 85_000, unpacked: 300_000, files: 180 }],
  ['@apipin/openapi-model', { packed: 76_000, unpacked: 300_000, files: 120 }],
  ['@apipin/spec-sync', { packed: 100_000, unpacked: 330_000, files: 230 }],
]);

/** What a package may take up. */
export function budgetOf(name: string): Size {
  return BUDGETS.get(name) ?? DEFAULT;
}
