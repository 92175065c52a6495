import { narrowToEnum } from '@apipin/compat-runtime';
import type { PublicFile } from '@apipin/custom-channels-2026-03';

/**
 * How to present a file became an enum.
 *
 * Any other use is `OTHER`, which still delivers the file.
 */
export const narrowFileUsageType = narrowToEnum<PublicFile['fileUsageType']>({
  id: 'narrow-file-usage-type',
  members: { AUDIO: true, IMAGE: true, OTHER: true, STICKER: true, VOICE_RECORDING: true },
  otherwise: { becomes: 'OTHER', severity: 'minor' },
});
