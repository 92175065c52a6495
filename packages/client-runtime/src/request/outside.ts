import type { ParameterSpec } from '../operation-spec.ts';
import { addHeaders, type HeaderRecord } from './headers.ts';
import { detailsOf } from './parameter.ts';
import { styled } from './styled.ts';

/** Writes one parameter, with its name where the location shows it; an empty text sends nothing. */
export type WriteOne = (location: 'header' | 'cookie', parameter: ParameterSpec) => string;

/** The parameters of an operation that travel outside of its URL. */
export interface OutsideParameters {
  readonly header: readonly ParameterSpec[];
  readonly cookie: readonly ParameterSpec[];
  /** Adds them to the headers of a request. */
  readonly add: (headers: HeaderRecord, write: WriteOne) => void;
}

/** Sends parameters as headers and as cookies. */
export function outside({
  header = [],
  cookie = [],
}: Partial<Pick<OutsideParameters, 'header' | 'cookie'>>): OutsideParameters {
  return {
    header,
    cookie,
    add(headers, write) {
      for (const parameter of header) write('header', inHeader(headers, parameter));
      const cookies = cookie.map((parameter) => write('cookie', parameter)).filter(Boolean);
      if (cookies.length > 0) headers['cookie'] = cookies.join('; ');
    },
  };
}

/** A parameter that is written into `headers`. */
function inHeader(headers: HeaderRecord, parameter: ParameterSpec): ParameterSpec {
  const details = detailsOf(parameter);
  const write = details.write ?? styled('header', {});
  return {
    ...details,
    write: (name, value) => {
      const text = write(name, value);
      addHeaders(headers, { [name]: text });
      return text;
    },
  };
}
