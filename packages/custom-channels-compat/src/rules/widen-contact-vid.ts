import { isExactInteger, isInt32, refuse } from '@apipin/compat-runtime';
import type { Int64, PartialRule } from '@apipin/compat-runtime';

/**
 * The id of a contact grew from int32 to int64.
 *
 * An id that v3 cannot hold is refused: another number would be another contact.
 */
export const widenContactVid: PartialRule<number, Int64> = {
  class: 'partial',
  upgrade: (vid) => vid,
  downgrade(vid) {
    if (isInt32(vid) || !isExactInteger(vid)) return vid;
    return refuse('v3 holds it as int32; leave this contact out of preResolvedContacts');
  },
};
