import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Answer } from './answer.ts';

/** One thing that can go wrong with one attempt, and what a client has to make of it. */
export type Fault = (ServerFault | AddressFault) & { readonly verdict: Verdict };

/** The server does it. */
interface ServerFault {
  readonly strike: (exchange: Exchange) => Promise<void>;
}

/** The request goes to an address where nobody is. */
interface AddressFault {
  readonly origin: string;
}

/** The caller gets the API's answer all the same, or the attempt fails. */
export type Verdict = 'passes' | Failure;

/** How an attempt fails. */
export interface Failure {
  /** `kind` of the error that the call rejects with, if this attempt is the last one. */
  readonly kind: FailureKind;
  /** Which operations may be attempted again. */
  readonly again: 'every' | 'repeatable' | 'none';
  /** `status` of that error. */
  readonly status?: number;
  /** The least time until another attempt, in ms. */
  readonly wait?: number;
}

/** The kinds of errors that answers, and the lack of them, lead to. */
export type FailureKind =
  | 'api'
  | 'authentication'
  | 'bad-request'
  | 'conflict'
  | 'connection'
  | 'not-found'
  | 'permission'
  | 'rate-limit'
  | 'response-parse'
  | 'server'
  | 'timeout';

/** A request that the server has read, and the ways to answer it. */
export interface Exchange {
  /** Has the API act on the request, and gives its answer. */
  apply(): Promise<Answer>;
  /** For what is HTTP. */
  readonly response: ServerResponse;
  /** For what is not. */
  readonly socket: Socket;
}

/** A {@link Failure} of this kind; by default, only what may be repeated is attempted again. */
export function failsWith(kind: FailureKind, details: Partial<Failure> = {}): Failure {
  return { kind, again: 'repeatable', ...details };
}

/** Resolves when the client has given up. */
export async function hangUp({ socket }: Exchange): Promise<void> {
  if (!socket.destroyed) await once(socket, 'close');
}
