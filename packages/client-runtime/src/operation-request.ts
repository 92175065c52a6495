import type { OperationCall } from './client-error.ts';
import { addHeaders, setHeader } from './headers.ts';
import { type Argument, groupArguments, type ParameterLocation } from './parameter.ts';
import { RequestError, type RequestPart } from './request-error.ts';
import { contentTypeOf, serialiseBody } from './serialise-body.ts';
import { serialiseParameter } from './serialise-parameter.ts';

/** What a call sends. */
export interface OperationInput {
  readonly args: readonly Argument[];
  /** The media type that the operation's request body has, if it has one. */
  readonly mediaType: string | undefined;
  readonly body: unknown;
  /** The caller's own headers, which go before all others. */
  readonly headers: Readonly<Record<string, string>> | undefined;
}

/**
 * Describes a call's request to openapi-fetch. Its own serialisers know one style for all
 * parameters and do not encode names, so it gets ours.
 *
 * @throws RequestError if a value has no form on the wire
 */
export function createRequestInit(call: OperationCall, input: OperationInput) {
  const { args } = input;
  const { path = {}, query = {} } = groupArguments(args);
  const content = writeContent(call, input);
  return {
    params: { path, query },
    pathSerializer: (url: string) => writePath(call, url, args),
    querySerializer: () => writePairs(call, args, 'query').join('&'),
    headers: writeHeaders(call, input, content?.contentType),
    ...(content && {
      body: content.body,
      bodySerializer: (body: BodyInit) => body,
      // `fetch` demands this of a stream and takes it with any other body.
      duplex: 'half',
    }),
  };
}

function writeContent(call: OperationCall, { mediaType, body }: OperationInput) {
  if (mediaType === undefined || body === undefined) return undefined;
  return {
    contentType: contentTypeOf(mediaType, body),
    body: writePart(call, { in: 'body' }, () => serialiseBody(mediaType, body)),
  };
}

function writePath(call: OperationCall, url: string, args: readonly Argument[]): string {
  return argumentsIn(args, 'path').reduce((written, { parameter, value }) => {
    const text = writePart(call, parameter, () => {
      if (value === undefined) throw new TypeError('missing');
      const segment = serialiseParameter(parameter, value);
      if (/^\.{0,2}$/.test(segment)) {
        throw new TypeError(`expected more than '${segment}', which would lead to another path`);
      }
      return segment;
    });
    return written.replaceAll(`{${parameter.name}}`, text);
  }, url);
}

/** `name=value` of each argument that is given, as queries and cookies have it. */
function writePairs(
  call: OperationCall,
  args: readonly Argument[],
  location: ParameterLocation,
): string[] {
  return argumentsIn(args, location)
    .filter(({ value }) => value !== undefined)
    .map(({ parameter, value }) =>
      writePart(call, parameter, () => serialiseParameter(parameter, value)),
    )
    .filter((pair) => pair !== '');
}

function writeHeaders(
  call: OperationCall,
  { args, headers: callHeaders }: OperationInput,
  contentType: string | undefined,
): Headers {
  const headers = new Headers();
  if (contentType !== undefined) headers.set('content-type', contentType);
  for (const { parameter, value } of argumentsIn(args, 'header')) {
    if (value === undefined) continue;
    writePart(call, parameter, () =>
      setHeader(headers, parameter.name, serialiseParameter(parameter, value)),
    );
  }
  const cookies = writePairs(call, args, 'cookie');
  if (cookies.length > 0) headers.set('cookie', cookies.join('; '));
  return addHeaders(headers, callHeaders);
}

function argumentsIn(args: readonly Argument[], location: ParameterLocation): Argument[] {
  return args.filter(({ parameter }) => parameter.in === location);
}

function writePart<Written>(call: OperationCall, part: RequestPart, write: () => Written): Written {
  try {
    return write();
  } catch (error) {
    throw new RequestError(call, part, error as Error);
  }
}
