import type { Context } from 'hono';
import { invalidInput } from './api-error.ts';
import type { ApiVersion } from './api-version.ts';
import type { Authenticate } from './authentication.ts';
import { stringifyJson } from './json.ts';
import type { JsonValue } from './json.ts';
import { queryValues } from './parameters.ts';
import { readJson } from './read-json.ts';
import { object, readShape } from './shape.ts';
import type { NoShapes, ObjectOf, Shape, Shapes } from './shape.ts';

/** What an operation answers. */
type Reply =
  | { readonly status: 200; readonly body: object }
  /** `location` is the path of what was created. */
  | { readonly status: 201; readonly body: object; readonly location: string }
  | { readonly status: 204 };

/** What both versions call their operations. */
export type OperationId =
  | 'listChannels'
  | 'createChannel'
  | 'getChannel'
  | 'updateChannel'
  | 'archiveChannel'
  | 'updateChannelAccountStagingToken'
  | 'listChannelAccounts'
  | 'createChannelAccount'
  | 'getChannelAccount'
  | 'updateChannelAccount'
  | 'publishMessage'
  | 'getMessage'
  | 'updateMessage';

/** One operation of one API version. */
export interface Operation {
  readonly operationId: OperationId;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** In Hono's notation, `:channelId` for `{channelId}`. */
  readonly path: string;
  /** @throws ApiError when the request is refused. */
  readonly respond: (
    context: Context,
    version: ApiVersion,
    authenticate: Authenticate,
  ) => Promise<Response>;
}

/** What an operation says of itself; everything it reads from a request has a description. */
export interface OperationDescription<Path extends Shapes, Query extends Shapes, Body> {
  readonly operationId: OperationId;
  readonly method: Operation['method'];
  readonly path: string;
  /** Whether a developer key does instead of an access token. @defaultValue false */
  readonly acceptsDeveloperKey?: boolean;
  readonly pathParameters?: Path;
  /** The query parameters; none is required. */
  readonly query?: Query;
  readonly body?: Shape<Body>;
  readonly handle: (request: {
    readonly path: ObjectOf<Path, NoShapes>;
    readonly query: ObjectOf<NoShapes, Query>;
    readonly body: Body;
    readonly url: URL;
  }) => Reply;
}

/** Makes an {@link Operation} that checks a request before it handles it: credentials, path, query, then body. */
export function defineOperation<
  Path extends Shapes = NoShapes,
  Query extends Shapes = NoShapes,
  Body = unknown,
>({
  operationId,
  method,
  path,
  acceptsDeveloperKey = false,
  pathParameters = {} as Path,
  query = {} as Query,
  body,
  handle,
}: OperationDescription<Path, Query, Body>): Operation {
  const pathShape = object<Path, NoShapes>({ required: pathParameters });
  const queryShape = object<NoShapes, Query>({ optional: query });
  return {
    operationId,
    method,
    path,
    respond: async ({ req }, version, authenticate) => {
      const url = new URL(req.url);
      authenticate({ headers: req.raw.headers, query: url.searchParams }, acceptsDeveloperKey);
      const at = `${operationId} (${version.name})`;
      const reply = handle({
        url,
        path: readInput(`${at}: the path`, pathShape, req.param()),
        query: readInput(`${at}: the query`, queryShape, queryValues(url.searchParams)),
        body: (body && readInput(`${at}: the body`, body, await readJson(req.raw))) as Body,
      });
      return toResponse(reply, url, version);
    },
  };
}

function readInput<Value>(where: string, shape: Shape<Value>, input: JsonValue): Value {
  const result = readShape(shape, input);
  if ('value' in result) return result.value;
  throw invalidInput(`${where} is not valid; "errors" lists what to change`, result.problems);
}

function toResponse(reply: Reply, url: URL, version: ApiVersion): Response {
  if (reply.status === 204) return new Response(null, { status: 204 });
  return jsonResponse(
    reply.status,
    reply.body,
    reply.status === 201 && version.sendsLocation
      ? { Location: new URL(reply.location, url).href }
      : {},
  );
}

/** A response whose 64-bit integers keep all of their digits. */
export function jsonResponse(
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(stringifyJson(body), {
    status,
    headers: { ...headers, 'Content-Type': 'application/json' },
  });
}
