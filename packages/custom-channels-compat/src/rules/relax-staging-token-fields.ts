import { defineChange, isJsonObject, keep } from '@apipin/compat-runtime';
import type { PublicChannelAccountStagingTokenUpdateRequest } from '@apipin/custom-channels-2026-03';

type UpdateRequest = PublicChannelAccountStagingTokenUpdateRequest;

const requiredByV3 = ['accountName', 'deliveryIdentifier'] as const;

/**
 * A staging token can be updated in part; v3 requires both of its fields.
 *
 * A request that leaves one out is refused: what stands there upstream is not known.
 */
export const relaxStagingTokenFields = defineChange<Required<UpdateRequest>, UpdateRequest>({
  id: 'relax-staging-token-fields',
  upgrade: keep,
  downgrade(request, { refuse }) {
    if (!isJsonObject(request)) return keep(request);
    for (const property of requiredByV3) {
      if (Object.hasOwn(request, property)) continue;
      const reason = 'v3 requires it; send both fields';
      refuse({ property, was: undefined, reason });
    }
    return keep(request as Required<UpdateRequest>);
  },
});
