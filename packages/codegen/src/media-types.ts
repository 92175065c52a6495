import type { MediaType } from '@apipin/openapi-model';

/** Whether values of `mediaType` are JSON. */
export function isJson(mediaType: string): boolean {
  return /^application\/(.+\+)?json(;|$)/i.test(mediaType);
}

/** The media type that a client speaks where an operation offers several: JSON, else the first by name. */
export function preferredMediaType(content: readonly MediaType[]): MediaType | undefined {
  return content.find(({ mediaType }) => isJson(mediaType)) ?? content[0];
}
