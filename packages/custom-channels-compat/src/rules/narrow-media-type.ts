import { narrowToEnum } from '@apipin/compat-runtime';
import type { SocialMetadata } from '@apipin/custom-channels-2026-03';

/**
 * The kind of a social media post became an enum.
 *
 * Any other kind is `NONE`, which denies that the post has media; its links are still there.
 */
export const narrowMediaType = narrowToEnum<SocialMetadata['mediaType']>({
  id: 'narrow-media-type',
  members: {
    ARTICLE: true,
    AUDIO: true,
    CAROUSEL: true,
    DOCUMENT: true,
    GIF: true,
    LINK: true,
    NONE: true,
    PHOTO: true,
    POLL: true,
    STORY: true,
    VIDEO: true,
  },
  otherwise: { becomes: 'NONE', severity: 'major' },
});
