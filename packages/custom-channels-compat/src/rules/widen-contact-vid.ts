import { defineChange, isExactInteger, keep } from '@apipin/compat-runtime';

const int32Limit = 2 ** 31;

/**
 * The id of a contact grew from int32 to int64.
 *
 * An id that v3 cannot hold is refused: another number would be another contact.
 */
export const widenContactVid = defineChange<number, number>({
  id: 'widen-contact-vid',
  upgrade: keep,
  downgrade(vid, { refuse }) {
    if (!isExactInteger(vid) || (vid >= -int32Limit && vid < int32Limit)) return keep(vid);
    const reason = 'v3 holds it as int32; leave this contact out of preResolvedContacts';
    return refuse({ was: vid, reason });
  },
});
