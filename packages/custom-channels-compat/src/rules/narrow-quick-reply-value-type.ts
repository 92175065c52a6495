import { narrowToEnum } from '@apipin/compat-runtime';

/**
 * What a quick reply's value is became an enum.
 *
 * Any other kind is `TEXT`: the reply can still be chosen and sent, and the alternative, `URL`, would open as an
 * address what may not be one.
 */
export const narrowQuickReplyValueType = narrowToEnum(
  { TEXT: true, URL: true },
  { becomes: 'TEXT', severity: 'minor' },
);
