import type { ProblemKind } from './problem.ts';

/**
 * One exchange, as a gateway's log has it.
 *
 * It says nothing that a client sent but the method: a path may hold a token, and so may a query or
 * a header.
 */
export interface GatewayLogEntry {
  /** UUID; also in the `instance` of a problem. */
  readonly requestId: string;
  readonly method: string;
  /** `undefined` where the request is no operation of the served version. */
  readonly operationId: string | undefined;
  /** Path template of the operation in the served version. */
  readonly path: string | undefined;
  readonly status: number;
  /** From the arrival of the request to the end of the response body, in ms. */
  readonly durationMs: number;
  /** How many values were carried over with a loss. */
  readonly losses: number;
  /** Why the gateway answered by itself, or broke off a body. */
  readonly problem: ProblemKind | undefined;
  /** Name or system code of the error behind the problem, such as `ECONNREFUSED`. */
  readonly cause: string | undefined;
}

/** The part of an error that is safe to log: what it is called. */
export function causeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return causeOf(error.cause) ?? error.name;
}
