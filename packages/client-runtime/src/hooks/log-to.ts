import { ApiError } from '../errors/api-error.ts';
import { ClientError, type OperationCall } from '../errors/client-error.ts';
import { errorType } from './error-type.ts';
import { hideQueryValues } from './hide-query-values.ts';
import type { Hooks } from './hooks.ts';

/**
 * What {@link logTo} writes to: each function takes a message, then fields. `console`, winston and most others do.
 *
 * The message comes first, because `console` and winston make a mess of an object that does, while a logger that expects
 * the object first, such as pino, still writes the message, which has all that a reader needs. To give pino the
 * fields too, swap them:
 *
 * ```ts
 * logTo({
 *   debug: (message, fields) => log.debug(fields, message),
 *   warn: (message, fields) => log.warn(fields, message),
 *   error: (message, fields) => log.error(fields, message),
 * })
 * ```
 */
export interface Logger {
  debug(message: string, fields: LogFields): void;
  warn(message: string, fields: LogFields): void;
  error(message: string, fields: LogFields): void;
}

/** What a line is about, for a log that is searched by machines. */
export type LogFields = Readonly<Record<string, string | number>>;

/**
 * Hooks that write a line for each request and each answer (`debug`), each attempt that will be repeated (`warn`) and each
 * call that failed (`error`, but `debug` if its caller aborted it).
 *
 * A line has no headers, no bodies and no values of a query. Of an error it has the message only if this package wrote
 * all of it; who knows what servers and others put into theirs. What a server said is `status`, `category` and ids.
 */
export function logTo(logger: Logger): Hooks {
  const numbers = new WeakMap<OperationCall, number>();
  let calls = 0;
  /** Calls run at the same time; their lines are told apart by a number. */
  const numberOf = (call: OperationCall): number => {
    const number = numbers.get(call) ?? (calls += 1);
    numbers.set(call, number);
    return number;
  };
  const write = (
    level: keyof Logger,
    { call, attempt }: { readonly call: OperationCall; readonly attempt: number },
    happened: string,
    fields: LogFields,
  ): void => {
    const { operation, method, path } = call;
    const number = numberOf(call);
    logger[level](`${operation} #${number}: ${happened}`, {
      call: number,
      operation,
      method,
      path,
      attempt,
      ...fields,
    });
  };
  return {
    request: (event) => {
      write('debug', event, `attempt ${event.attempt}`, { url: hideQueryValues(event.url) });
    },
    response: (event) => {
      const { status } = event;
      const duration = Math.round(event.duration);
      write('debug', event, `answered ${status} in ${duration} ms`, { status, duration });
    },
    retry: (event) => {
      const { attempt, error } = event;
      const delay = Math.round(event.delay);
      const happened = `attempt ${attempt} failed (${errorType(error)}), next in ${delay} ms`;
      write('warn', event, happened, { ...describeError(error), delay });
    },
    error: (event) => {
      const { error } = event;
      const type = errorType(error);
      const level = type === 'AbortError' ? 'debug' : 'error';
      write(level, event, `failed (${type})`, describeError(error));
    },
  };
}

function describeError(error: unknown): LogFields {
  if (!(error instanceof ClientError)) return { error: errorType(error) };
  const { message, kind, duration, correlationId, requestId } = error;
  const { status, category } = error as Partial<ApiError>;
  // Not `message`, which would be taken for the line's own by winston.
  const words = error instanceof ApiError ? undefined : message;
  const fields = { error: words, kind, duration, status, category, correlationId, requestId };
  return Object.fromEntries(
    Object.entries(fields).filter(
      (field): field is [string, string | number] => field[1] !== undefined,
    ),
  );
}
