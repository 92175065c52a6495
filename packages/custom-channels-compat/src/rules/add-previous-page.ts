import { isJsonObject, keepAdded } from '@apipin/compat-runtime';
import type { PreviousPage } from '@apipin/custom-channels-2026-03';

/**
 * A page leads back to the one before it.
 *
 * A v3 caller takes the way back for an unknown property, and may as well follow it: its link leads to v3.
 */
export const addPreviousPage = keepAdded<PreviousPage>(isPreviousPage);

function isPreviousPage(value: unknown): value is PreviousPage {
  if (!isJsonObject(value) || typeof value['before'] !== 'string') return false;
  return value['link'] === undefined || typeof value['link'] === 'string';
}
