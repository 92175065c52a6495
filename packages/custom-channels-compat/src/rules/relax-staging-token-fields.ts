import { relaxPresence } from '@apipin/compat-runtime';

/**
 * A staging token can be updated in part; v3 requires both of its fields.
 *
 * A request that leaves one out is refused: what stands there upstream is not known.
 */
export const relaxStagingTokenFields = relaxPresence('v3 requires it; send both fields');
