import type { KnownOperation } from '../known-api.ts';
import { UNKNOWN_PART, type PathMatch } from './match-path.ts';
import type { SourcePlace } from './source-place.ts';

/** An import of a module that is not a file of the project. */
export interface ImportSite extends SourcePlace {
  readonly specifier: string;
}

/** A path of an API that stands in a source file. */
export interface PathSite extends SourcePlace {
  readonly api: string;
  readonly version: string;
  /** `{…}` stands for what is only known when the program runs. */
  readonly path: string;
  /** In capitals, where what is around the path tells it. */
  readonly method: string | undefined;
  /** The ids of the operations it may be a request of: one where path and method tell. */
  readonly operations: readonly string[];
}

/** What a source file has to do with known APIs. */
export interface SourceFindings {
  readonly imports: readonly ImportSite[];
  readonly paths: readonly PathSite[];
}

/** What a path that was found is, given the method that is used with it. */
export function toPathSite(
  match: PathMatch,
  method: string | undefined,
  place: SourcePlace,
): PathSite {
  const withMethod = match.operations.filter((each) => each.method === method?.toLowerCase());
  return {
    ...place,
    api: match.api,
    version: match.version,
    path: match.path.replaceAll(UNKNOWN_PART, '{…}'),
    method: method?.toUpperCase(),
    operations: (method === undefined ? match.operations : withMethod).map(operationIdOf),
  };
}

function operationIdOf({ operationId }: KnownOperation): string {
  return operationId;
}
