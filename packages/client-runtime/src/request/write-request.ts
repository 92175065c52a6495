import type { OperationCall } from '../errors/client-error.ts';
import { RequestError, type RequestPart } from '../errors/request-error.ts';
import { stringifyExact } from '../exact-json.ts';
import type { OperationSpec, ParameterSpec, WrittenBody } from '../operation-spec.ts';
import { ownProperty } from '../own-property.ts';
import { createHeaders, type HeaderRecord } from './headers.ts';
import { argumentOf, detailsOf, type CallInput, type ParameterLocation } from './parameter.ts';
import { writeParameter } from './write-parameter.ts';

/** A request as it is sent, but for credentials. */
export interface WrittenRequest {
  /** Path and query, below the base URL. */
  readonly path: string;
  readonly headers: HeaderRecord;
  readonly content: Partial<Omit<WrittenBody, 'contentType'>>;
}

/**
 * Writes the request of a call, but for the headers that do not depend on its input.
 *
 * @throws RequestError if a value has no form on the wire
 */
export function writeRequest(
  call: OperationCall,
  spec: OperationSpec,
  given: CallInput,
  body: unknown,
): WrittenRequest {
  const write = (location: ParameterLocation, parameter: ParameterSpec) => {
    const details = detailsOf(parameter);
    return writePart(call, { in: location, name: details.name }, () => {
      const value = argumentOf(details, given);
      const text = value === undefined ? '' : writeParameter(location, details, value);
      // Without a segment, or with `.` or `..` for one, it would be another path.
      if (location === 'path' && /^\.{0,2}$/.test(text))
        throw new TypeError(`expected a segment, got '${text}'`);
      return text;
    });
  };
  const headers = createHeaders();
  const { pathParameters, query = [], outside, body: format } = spec;
  const path = spec.path.replace(/\{([^{}]+)\}/g, (_, name: string) =>
    write('path', ownProperty(pathParameters, name) ?? name),
  );
  const pairs = query
    .map((parameter) => write('query', parameter))
    .filter(Boolean)
    .join('&');
  outside?.add(headers, write);
  const { contentType, ...content }: Partial<WrittenBody> =
    format === undefined || body === undefined
      ? {}
      : writePart(call, { in: 'body' }, () =>
          typeof format === 'string'
            ? { contentType: format, body: stringifyExact(body) }
            : format(body),
        );
  if (contentType) headers['content-type'] = contentType;
  return { path: path + (pairs && `?${pairs}`), headers, content };
}

function writePart<Written>(call: OperationCall, part: RequestPart, write: () => Written): Written {
  try {
    return write();
  } catch (error) {
    throw new RequestError(call, part, error as Error);
  }
}
