import { CompatError } from '../errors/compat-error.ts';
import { InvalidRequestBodyError } from '../errors/invalid-request-body-error.ts';
import { LossError } from '../errors/loss-error.ts';
import { UnmappableValueError } from '../errors/unmappable-value-error.ts';
import { UnmappedOperationError } from '../errors/unmapped-operation-error.ts';
import { afterwards } from '../errors/wording.ts';
import type { Part } from '../loss.ts';

/** What can go wrong in a gateway, and the status code that tells it. */
export const statusCodes = {
  'ambiguous-path': 400,
  'client-closed-request': 499,
  'internal-error': 500,
  'invalid-request-body': 400,
  'refused-loss': 422,
  'request-timeout': 408,
  'request-too-large': 413,
  'response-too-large': 502,
  'unmappable-value': 422,
  'unmapped-operation': 404,
  'upstream-timeout': 504,
  'upstream-unreachable': 502,
} as const;

/** Identifies what went wrong, in the log and at the end of a problem's `type`. */
export type ProblemKind = keyof typeof statusCodes;

/** Why a gateway answers by itself. None of it repeats a value, a header or a URL. */
export interface Problem {
  readonly kind: ProblemKind;
  /** @defaultValue the status code of the kind */
  readonly status?: number;
  readonly detail: string;
  /** Further members, such as the `pointer` to the value. */
  readonly members?: Readonly<Record<string, string>>;
}

/** A gateway cannot do its work, for a reason that is no error of the mapping. */
export class ProblemError extends CompatError {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.detail, options);
    this.problem = problem;
  }
}

/** What to tell the client of an error. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof UnmappedOperationError) {
    const { version, upstream, operationId } = error;
    const problem =
      operationId === undefined
        ? `No operation of ${version} has this method and path.`
        : `No operation of ${upstream} would answer this as ${operationId} of ${version}.`;
    return { kind: 'unmapped-operation', detail: `${problem} Nothing was sent.` };
  }
  if (error instanceof InvalidRequestBodyError) {
    const detail = 'Not JSON; send JSON in UTF-8 without a content-encoding. Nothing was sent.';
    return { kind: 'invalid-request-body', detail };
  }
  if (error instanceof UnmappableValueError) {
    const { pointer, change, direction, part = 'request body', reason } = error;
    return {
      kind: 'unmappable-value',
      detail: `Cannot ${direction} the value: ${reason}. ${afterwards(part)}`,
      ...refusal(part, { pointer, change, reason }),
    };
  }
  if (error instanceof LossError) {
    const { loss, context } = error;
    const { pointer, change, severity } = loss;
    return {
      kind: 'refused-loss',
      detail: `Only a loss would ${context.direction} the value. ${afterwards(context.part)}`,
      ...refusal(context.part, { pointer, change, severity }),
    };
  }
  return { kind: 'internal-error', detail: 'The gateway failed; its log may say more.' };
}

/** A client can mend its request, but not what the upstream answered. */
function refusal(
  part: Part,
  members: Readonly<Record<string, string>>,
): Pick<Problem, 'status' | 'members'> {
  return { ...(part.startsWith('response') ? { status: 502 } : {}), members: { part, ...members } };
}

const documentation =
  'https://github.com/apipin/apipin/blob/main/packages/compat-runtime/src/gateway/PROBLEMS.md';

/** The status code that a problem is answered with. */
export function statusOf({ kind, status = statusCodes[kind] }: Problem): number {
  return status;
}

/**
 * Answers with a problem.
 *
 * @param requestId - A UUID, which the log has too.
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export function problemResponse(problem: Problem, requestId: string): Response {
  const { kind, detail, members } = problem;
  const status = statusOf(problem);
  const body = {
    type: `${documentation}#${kind}`,
    title: titleOf(kind),
    status,
    detail,
    instance: `urn:uuid:${requestId}`,
    ...members,
  };
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
  return new Response(JSON.stringify(body), { status, headers });
}

/** `unmappable-value` is "Unmappable value". */
function titleOf(kind: ProblemKind): string {
  const words = kind.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
