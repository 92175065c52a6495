import { ApiError } from '../errors/api-error.ts';
import { ClientError, type OperationCall } from '../errors/client-error.ts';
import { errorType } from './error-type.ts';
import { hideQueryValues } from './hide-query-values.ts';
import type { CallErrorEvent, Hooks, RequestEvent, RetryEvent, SuccessEvent } from './hooks.ts';

/** As much of an OpenTelemetry span as {@link traceWith} uses. */
export interface Span {
  setAttribute(name: string, value: string | number): unknown;
  setStatus(status: { code: number; message?: string }): unknown;
  end(): void;
}

/** As much of an OpenTelemetry tracer as {@link traceWith} uses. */
export interface Tracer<TracerSpan extends Span> {
  startSpan(
    name: string,
    options: { kind: number; attributes: Record<string, string | number> },
  ): TracerSpan;
}

/** Options of {@link traceWith}. */
export interface TraceOptions<TracerSpan extends Span> {
  /**
   * Adds the headers by which the server continues the trace; without it, it begins one of its own.
   *
   * ```ts
   * inject: (span, headers) => propagation.inject(trace.setSpan(context.active(), span), headers),
   * ```
   */
  readonly inject?: (span: TracerSpan, headers: Record<string, string>) => void;
}

/** `SpanKind.CLIENT` and `SpanStatusCode.ERROR` of `@opentelemetry/api`, which only programs that trace have. */
const clientKind = 2;
const errorStatus = 2;

/**
 * Hooks that make an OpenTelemetry span of each attempt, as a child of the span that is active where the client is called.
 * The span ends when the body of the answer has arrived, or with the attempt's failure. URLs show no values of a
 * query.
 *
 * ```ts
 * createClient({ hooks: traceWith(trace.getTracer('my-service')) })
 * ```
 *
 * @param tracer - A tracer of `@opentelemetry/api`.
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-client-span
 */
export function traceWith<TracerSpan extends Span>(
  tracer: Tracer<TracerSpan>,
  { inject }: TraceOptions<TracerSpan> = {},
): Hooks {
  /** Of the attempts under way: a call has one at a time. */
  const spans = new WeakMap<OperationCall, TracerSpan>();
  const end = (event: RetryEvent | SuccessEvent | CallErrorEvent): void => {
    const span = spans.get(event.call);
    if (span === undefined) return;
    spans.delete(event.call);
    if ('error' in event) markFailed(span, event.error);
    span.end();
  };
  return {
    request: (event) => {
      const { method, path } = event.call;
      const span = tracer.startSpan(`${method} ${path}`, {
        kind: clientKind,
        attributes: describeRequest(event),
      });
      spans.set(event.call, span);
      inject?.(span, event.headers);
    },
    response: ({ call, status }) => {
      spans.get(call)?.setAttribute('http.response.status_code', status);
    },
    retry: end,
    success: end,
    error: end,
  };
}

function describeRequest({ call, attempt, url }: RequestEvent): Record<string, string | number> {
  const { hostname, port, protocol } = new URL(url);
  return {
    'http.request.method': call.method,
    'server.address': hostname,
    'server.port': Number(port || (protocol === 'http:' ? 80 : 443)),
    'url.full': hideQueryValues(url),
    'url.template': call.path,
    ...(attempt > 1 && { 'http.request.resend_count': attempt - 1 }),
  };
}

function markFailed(span: Span, error: unknown): void {
  span.setAttribute('error.type', errorType(error));
  // A status code says all; other messages are shown only if this package wrote them.
  const isDescribed = error instanceof ClientError && !(error instanceof ApiError);
  span.setStatus({ code: errorStatus, ...(isDescribed && { message: error.message }) });
}
