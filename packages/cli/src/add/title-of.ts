import type { ApiModel } from '@apipin/openapi-model';

const LONGEST = 80;

/** What an API is called in texts: the title of its spec, without what Markdown or a comment could take for its own. */
export function titleOf({ title }: ApiModel, api: string): string {
  const words = title.replaceAll(/[^\p{L}\p{N} .,()'-]+/gu, ' ').replaceAll(/ +/g, ' ');
  return words.slice(0, LONGEST).trim() || api;
}
