import type { OperationCall } from '../errors/client-error.ts';
import { RequestError, type RequestPart } from '../errors/request-error.ts';
import { addHeaders, createHeaders, setHeader, type HeaderRecord } from './headers.ts';
import type { Argument, ParameterLocation } from './parameter.ts';
import { stringifyExact } from '../exact-json.ts';
import type { BodyFormat, OperationSpec } from '../operation-spec.ts';
import { writeParameter } from './write-parameter.ts';

/** What a call sends. */
export interface RequestInput {
  readonly args: readonly Argument[];
  /** How the operation's request body is written, if it has one. */
  readonly format: OperationSpec['body'];
  readonly body: unknown;
  /** The caller's own headers, from what goes last to what goes first. */
  readonly headers: readonly (Readonly<Record<string, string>> | undefined)[];
}

/** A request as it is sent, but for credentials. */
export interface WrittenRequest {
  /** Path and query, below the base URL. */
  readonly path: string;
  readonly headers: HeaderRecord;
  readonly body: BodyInit | undefined;
}

/**
 * Writes a call's request.
 *
 * @throws RequestError if a value has no form on the wire
 */
export function writeRequest(call: OperationCall, input: RequestInput): WrittenRequest {
  const { args, format, body } = input;
  const query = writePairs(call, args, 'query').join('&');
  const headers = createHeaders();
  let content: BodyInit | undefined;
  if (format !== undefined && body !== undefined) {
    const { contentType, write } = typeof format === 'string' ? json(format) : format;
    content = writePart(call, { in: 'body' }, () => write(body));
    const type = contentType(body);
    if (type !== undefined) headers['content-type'] = type;
  }
  addParameters(headers, call, args);
  for (const record of input.headers) addHeaders(headers, record);
  return {
    path: writePath(call, args) + (query === '' ? '' : `?${query}`),
    headers,
    body: content,
  };
}

function json(mediaType: string): BodyFormat {
  return { contentType: () => mediaType, write: stringifyExact };
}

function writePath(call: OperationCall, args: readonly Argument[]): string {
  return argumentsIn(args, 'path').reduce((written, { parameter, value }) => {
    const text = writePart(call, parameter, () => {
      if (value === undefined) throw new TypeError('missing');
      const segment = writeParameter(parameter, value);
      if (/^\.{0,2}$/.test(segment)) {
        throw new TypeError(`expected more than '${segment}', which would lead to another path`);
      }
      return segment;
    });
    return written.replaceAll(`{${parameter.name}}`, () => text);
  }, call.path);
}

/** `name=value` of each argument that is given, as queries and cookies have it. */
function writePairs(
  call: OperationCall,
  args: readonly Argument[],
  location: ParameterLocation,
): string[] {
  return argumentsIn(args, location)
    .map(({ parameter, value }) =>
      writePart(call, parameter, () => writeParameter(parameter, value)),
    )
    .filter((pair) => pair !== '');
}

function addParameters(
  headers: HeaderRecord,
  call: OperationCall,
  args: readonly Argument[],
): void {
  for (const { parameter, value } of argumentsIn(args, 'header')) {
    writePart(call, parameter, () =>
      setHeader(headers, parameter.name, writeParameter(parameter, value)),
    );
  }
  const cookies = writePairs(call, args, 'cookie');
  if (cookies.length > 0) headers['cookie'] = cookies.join('; ');
}

function argumentsIn(args: readonly Argument[], location: ParameterLocation): Argument[] {
  return args.filter(
    ({ parameter, value }) =>
      parameter.in === location && (value !== undefined || location === 'path'),
  );
}

function writePart<Written>(call: OperationCall, part: RequestPart, write: () => Written): Written {
  try {
    return write();
  } catch (error) {
    throw new RequestError(call, part, error as Error);
  }
}
