import { narrowToEnum } from '@apipin/compat-runtime';

/**
 * How to present a file became an enum.
 *
 * Any other use is `OTHER`, which still delivers the file.
 */
export const narrowFileUsageType = narrowToEnum(
  { AUDIO: true, IMAGE: true, OTHER: true, STICKER: true, VOICE_RECORDING: true },
  { becomes: 'OTHER', severity: 'minor' },
);
