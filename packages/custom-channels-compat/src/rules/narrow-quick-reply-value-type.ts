import { narrowToEnum } from '@apipin/compat-runtime';
import type { QuickReply } from '@apipin/custom-channels-2026-03';

/**
 * What a quick reply's value is became an enum.
 *
 * Any other kind is `TEXT`: the reply can still be chosen and sent, and the alternative, `URL`,
 * would open as an address what may not be one.
 */
export const narrowQuickReplyValueType = narrowToEnum<QuickReply['valueType']>({
  id: 'narrow-quick-reply-value-type',
  members: { TEXT: true, URL: true },
  otherwise: { becomes: 'TEXT', severity: 'minor' },
});
