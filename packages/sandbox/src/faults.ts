import { jsonResponse } from './operation.ts';
import type { OperationId } from './operation.ts';

/** How requests fail. */
export interface Failure {
  /** HTTP status code, from 400 to 599. */
  readonly status: number;
  /** How many requests fail. @defaultValue 1 */
  readonly times?: number;
  /** The only operation that fails, in every version. @defaultValue any */
  readonly operation?: OperationId;
  /** Headers to send along, such as `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Properties of the body that the API's error shape lacks or that are to differ, such as `policyName`. */
  readonly body?: object;
}

/** The failures that are still to come. */
export class Faults {
  readonly #uuid: () => string;
  #pending: { readonly failure: Failure; timesLeft: number }[] = [];

  /** @param uuid - Makes correlation ids. */
  constructor(uuid: () => string) {
    this.#uuid = uuid;
  }

  /** @throws RangeError when `status` is no status of a failure. */
  add(failure: Failure): void {
    const { status, times = 1 } = failure;
    if (!Number.isInteger(status) || status < 400 || status > 599) {
      throw new RangeError(`failNext: ${status} is no failure; give a status from 400 to 599`);
    }
    this.#pending.push({ failure, timesLeft: times });
  }

  /** The failure of a request that has now reached `operationId`: of those that fit, the one given first. */
  respond(operationId: OperationId): Response | undefined {
    const next = this.#pending.find(
      ({ failure: { operation = operationId }, timesLeft }) =>
        operation === operationId && timesLeft > 0,
    );
    if (next === undefined) return undefined;
    next.timesLeft -= 1;
    const { status, headers, body } = next.failure;
    const error = {
      status: 'error',
      message: 'failNext made this request fail',
      correlationId: this.#uuid(),
      category: 'SANDBOX_FAILURE',
    };
    return jsonResponse(status, { ...error, ...body }, headers);
  }

  /** Forgets all of them. */
  reset(): void {
    this.#pending = [];
  }
}
