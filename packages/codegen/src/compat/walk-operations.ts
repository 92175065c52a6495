import {
  compareCodeUnits,
  type ApiModel,
  type MediaType,
  type Operation,
  type Response,
} from '@apipin/openapi-model';
import { isJson } from '../media-types.ts';
import { capitalise } from '../names.ts';
import type { ChangeOwner, SiteSide } from './change-site.ts';
import type { FunctionMapping, MappingNode } from './mapping-node.ts';
import { walkNamedTexts, type NamedText, type TextGroup } from './walk-named-texts.ts';
import type { Place, SchemaWalk } from './walk-schemas.ts';
import { walkSecurity } from './walk-security.ts';

/** How an operation of both versions maps; `undefined` stands for parts that are the same. */
export interface OperationWalk {
  readonly old: Operation;
  readonly current: Operation;
  readonly request: Readonly<
    Record<'path' | 'query' | 'headers' | 'body', FunctionMapping | undefined>
  >;
  /** By status code, range or `default`. */
  readonly responses: readonly ResponseWalk[];
}

interface ResponseWalk {
  readonly status: string;
  readonly headers: FunctionMapping | undefined;
  readonly body: FunctionMapping | undefined;
}

/** Walks an operation that both versions have. */
export function walkOperation(
  old: Operation,
  current: Operation,
  models: { readonly old: ApiModel; readonly current: ApiModel },
  walk: SchemaWalk,
): OperationWalk {
  const { operationId } = current;
  const owner: ChangeOwner = { kind: 'operation', operationId };
  walkSecurity(old, current, models, walk);
  return {
    old,
    current,
    request: {
      path: walkParameters('path', '.path'),
      query: walkParameters('query', '.query'),
      headers: walkParameters('header', '.headers'),
      body: walkRequestBody(),
    },
    responses: statusesOf(old, current).map(walkResponse),
  };

  function walkParameters(
    location: 'path' | 'query' | 'header',
    path: string,
  ): FunctionMapping | undefined {
    const group: TextGroup = {
      owner,
      path,
      functionName: `${capitalise(operationId)}${capitalise(path.slice(1))}`,
      isRepeated: location === 'query',
      keyOf: location === 'header' ? (name) => name.toLowerCase() : (name) => name,
    };
    const isHere = (parameter: { readonly in: string }): boolean => parameter.in === location;
    const [olds, currents] = [old, current].map(({ parameters }) => parameters.filter(isHere));
    return walkNamedTexts(olds ?? [], currents ?? [], group, models, walk);
  }

  function walkRequestBody(): FunctionMapping | undefined {
    const [a, b] = [old.requestBody, current.requestBody];
    const place = placeOf('.requestBody', 'RequestBody');
    return walkBodies(
      { media: a?.content.find(isJsonMedia), optional: a?.required !== true },
      { media: b?.content.find(isJsonMedia), optional: b?.required !== true },
      place,
      'request',
    );
  }

  function walkResponse(status: string): ResponseWalk {
    const [a, b] = [responseOf(old, status), responseOf(current, status)];
    const [oldMedia, currentMedia] = [a, b].map((each) => each?.content.find(isJsonMedia));
    const group: TextGroup = {
      owner,
      path: `.${status}.headers`,
      functionName: `${capitalise(operationId)}${capitalise(status)}Headers`,
      isRepeated: false,
      keyOf: (name) => name.toLowerCase(),
    };
    return {
      status,
      headers: walkNamedTexts(headersOf(a), headersOf(b), group, models, walk),
      body: walkBodies(
        { media: oldMedia, optional: oldMedia === undefined },
        { media: currentMedia, optional: currentMedia === undefined },
        placeOf(`.${status}`, `${capitalise(status)}Body`),
        'response',
      ),
    };
  }

  function walkBodies(
    a: BodySide,
    b: BodySide,
    place: Place,
    way: 'request' | 'response',
  ): FunctionMapping | undefined {
    const nodes: MappingNode[] = [];
    if (a.media !== undefined && b.media !== undefined) {
      const isSame = walk.isSame(a.media.schema, b.media.schema);
      // The links in a request are the caller's own, and lead to wherever the caller wants.
      const node =
        isSame && way === 'request' ? undefined : walk.map(a.media.schema, b.media.schema, place);
      if (node !== undefined) nodes.push(node);
    }
    const isAbsent = a.media === undefined && b.media === undefined;
    if (
      !isAbsent &&
      (a.optional !== b.optional || (a.media === undefined) !== (b.media === undefined))
    ) {
      const site = walk.addSite({
        owner,
        path: place.path,
        old: bodySide(a, 'old'),
        current: bodySide(b, 'current'),
      });
      nodes.push({ kind: 'rule', site });
    }
    const [only] = nodes;
    if (only === undefined) return undefined;
    if (nodes.length === 1 && only.kind === 'call') return only.mapping;
    return walk.declare(place, { kind: 'sequence', nodes });
  }

  function placeOf(path: string, word: string): Place {
    return { owner, path, functionName: capitalise(operationId) + word };
  }
}

/** The JSON body of one version. */
interface BodySide {
  readonly media: MediaType | undefined;
  readonly optional: boolean;
}

function bodySide({ media, optional }: BodySide, of: 'old' | 'current'): SiteSide {
  const type = media && ({ kind: 'schema', schema: media.schema, of } as const);
  return { type, optional, pointer: media?.at.pointer };
}

function isJsonMedia({ mediaType }: MediaType): boolean {
  return isJson(mediaType);
}

function headersOf(response: Response | undefined): readonly NamedText[] {
  return response?.headers ?? [];
}

function statusesOf(old: Operation, current: Operation): string[] {
  const statuses = [...old.responses, ...current.responses].map(({ status }) => status);
  return [...new Set(statuses)].toSorted(compareCodeUnits);
}

/** The response that describes a status: by code, else by range, else the default. */
function responseOf({ responses }: Operation, status: string): Response | undefined {
  const range = `${status.charAt(0)}XX`;
  return [status, range, 'default']
    .map((key) => responses.find((response) => response.status === key))
    .find((response) => response !== undefined);
}
