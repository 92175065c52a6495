import type { Paging } from './paged.ts';
import type { AddSecret } from './request/api-keys.ts';
import type { OutsideParameters } from './request/outside.ts';
import type { Idempotency } from './request/idempotent-by.ts';
import type { EndNotice } from './warn-before-end.ts';

/** What the runtime has to know of one API version besides its operations; filled in by generated code. */
export interface ApiDescription {
  /** What the client warns of before the API version is no longer supported, where that day is known. */
  readonly endNotice?: EndNotice;
  /** What the client calls itself, such as `example-client/1.2.0`. */
  readonly userAgent?: string;
  /** Where requests go unless the caller says otherwise, with or without a trailing slash. */
  readonly baseUrl: string;
}

/** Operations, by the name that the client's method gets. */
export type OperationTable = Readonly<Record<string, OperationSpec>>;

/** How one operation is written as an HTTP request and how its response is read. */
export interface OperationSpec<Name extends string = string> {
  /** Tells the specs of operations apart, for the compiler alone. */
  readonly name?: Name;
  /** The operationId, where it differs from the operation's name in the table. */
  readonly id?: string;
  /** In upper case. */
  readonly method: string;
  /** The path template; its `{names}` are the path parameters. */
  readonly path: string;
  /** Only those path parameters that need more than their name, by that. */
  readonly pathParameters?: Readonly<Record<string, ParameterDetails>>;
  readonly query?: readonly ParameterSpec[];
  /** Those that travel as headers and cookies; see `outside`. */
  readonly outside?: OutsideParameters;
  /** The media type of the request body, where that is JSON; else how it is written, see `bodyAs`. */
  readonly body?: string | WriteBody;
  /** How each API key is sent that the operation accepts, by the name of its security scheme; see `inQuery`. */
  readonly apiKeys?: Readonly<Record<string, AddSecret>>;
  /** Whether sending a request twice does what sending it once does: by its method, or since the API says so. */
  readonly repeatable?: true;
  /** Keeps the server from acting twice on a request that is sent again; see `idempotentBy`. */
  readonly idempotency?: Idempotency;
  /** Lets the pages of a list be iterated over; see `paged`. */
  readonly paging?: Paging;
  /** Whether a success may have no body, other than by a status that says so. */
  readonly optionalBody?: true;
  /** How the body of a success is read, where it is not JSON; see `readText` and `readBlob`. */
  readonly read?: (response: Response) => Promise<unknown>;
}

/** A parameter: its name where every default of OpenAPI holds, else its details. */
export type ParameterSpec = string | ParameterDetails;

/** A parameter that departs from a default. */
export interface ParameterDetails {
  /** The name on the wire. */
  readonly name: string;
  /** The property of the call's input, where it differs from `name`. */
  readonly key?: string;
  /** How a value is written, where that is not OpenAPI's default; see `styled`. */
  readonly write?: WriteParameter;
}

/**
 * Writes a parameter, with its name where the location shows it. An empty text sends nothing.
 *
 * @throws TypeError if the value has no form on the wire
 */
export type WriteParameter = (name: string, value: unknown) => string;

/**
 * Writes a request body.
 *
 * @throws TypeError if the value has no form on the wire, such as a circle in JSON
 */
export type WriteBody = (value: unknown) => WrittenBody;

/** What `fetch` is given of a body. */
export interface WrittenBody {
  /** `undefined` where only `fetch` can know: it chooses the boundary. */
  readonly contentType: string | undefined;
  readonly body: BodyInit;
  /** Set where the body is a stream, which can be sent once. */
  readonly duplex?: 'half';
}
