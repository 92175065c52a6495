import type { MediaType } from '@apipin/openapi-model';

/** Media types of two bodies that stand for each other, and those that stand alone. */
export interface MatchedMediaTypes {
  readonly pairs: readonly (readonly [old: MediaType, current: MediaType])[];
  readonly removed: readonly MediaType[];
  readonly added: readonly MediaType[];
}

/** Matches media types by their names, whatever case and spaces. */
export function matchMediaTypes(
  olds: readonly MediaType[],
  news: readonly MediaType[],
): MatchedMediaTypes {
  const byName = new Map(news.map((mediaType) => [nameOf(mediaType), mediaType]));
  const pairs: (readonly [MediaType, MediaType])[] = [];
  const removed: MediaType[] = [];
  for (const old of olds) {
    const current = byName.get(nameOf(old));
    byName.delete(nameOf(old));
    if (current === undefined) removed.push(old);
    else pairs.push([old, current]);
  }
  return { pairs, removed, added: [...byName.values()] };
}

function nameOf({ mediaType }: MediaType): string {
  return mediaType.toLowerCase().replaceAll(/\s/g, '');
}

/** Whether every body of one media type is one of the other: `application/*` contains `application/json`. */
export function containsMediaType(outer: string, inner: string): boolean {
  const [outerRange = '', ...outerParameters] = outer.toLowerCase().split(/\s*;\s*/);
  const [innerRange = '', ...innerParameters] = inner.toLowerCase().split(/\s*;\s*/);
  const [type, subtype] = outerRange.split('/');
  const [innerType, innerSubtype = ''] = innerRange.split('/');
  const isType = type === '*' || type === innerType;
  const isSubtype =
    subtype === '*' || subtype === innerSubtype || innerSubtype.endsWith(`+${subtype}`);
  return isType && isSubtype && outerParameters.every((each) => innerParameters.includes(each));
}
