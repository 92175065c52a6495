import { isInt64, keepAdded } from '@apipin/compat-runtime';
import type { Int64 } from '@apipin/compat-runtime';

/**
 * A template names its content and its root in HubSpot.
 *
 * Both are for HubSpot's own use and only in responses, where a v3 caller takes them for unknown properties.
 */
export const addTemplateIds = keepAdded<Int64>(isInt64);
