import type { PathMatcher } from './match-path.ts';
import { toPathSite, type PathSite } from './source-finding.ts';
import { createLocator } from './source-place.ts';

/** How much of a line is looked at before a path: lines may be as long as files. */
const LOOK_BACK = 500;

/** `requests.patch(`, `client.PatchAsync(`, `"PATCH",`, `Net::HTTP::Patch.new(`, `-X PATCH `. */
const METHOD =
  /(?<![a-z])(get|put|post|delete|options|head|patch)(?=(async)?\s*\(|\.new\b|["'\s,])/gi;

/**
 * Finds paths of APIs in a file of any language, line by line.
 *
 * @param comment - What a line begins with that is no more than a comment.
 */
export function searchText(
  text: string,
  comment: RegExp | undefined,
  matcher: PathMatcher,
): PathSite[] {
  const placeOf = createLocator(text);
  return matcher.find(text).flatMap((match): PathSite[] => {
    const start = Math.max(0, match.index - LOOK_BACK);
    const before = text.slice(start, match.index).split('\n').at(-1) ?? '';
    const isWholeLine = start === 0 || before.length < match.index - start;
    if (isWholeLine && comment?.test(before) === true) return [];
    const method = [...before.matchAll(METHOD)].at(-1)?.[1];
    return [toPathSite(match, method, placeOf(match.index))];
  });
}
