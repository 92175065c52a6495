import { narrowToEnum } from '@apipin/compat-runtime';

/**
 * The kind of a social media post became an enum.
 *
 * Any other kind is `NONE`, which denies that the post has media; its links are still there.
 */
export const narrowMediaType = narrowToEnum(
  {
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
  { becomes: 'NONE', severity: 'major' },
);
