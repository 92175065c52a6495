import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  defaultTextMapSetter,
  trace,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { expect, test } from 'vitest';
import { ConnectionError } from '../errors/connection-error.ts';
import { ServerError } from '../errors/server-error.ts';
import { traceWith } from './trace-with.ts';

function startTracing() {
  const exporter = new InMemorySpanExporter();
  const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
  return { tracer: provider.getTracer('test'), spans: () => exporter.getFinishedSpans() };
}

const url = 'https://api.example.com/things/7?to=%2B15550142377';
const newCall = () => ({
  operation: 'getThing',
  method: 'GET',
  path: '/things/{id}',
  attempts: 1,
  startedAt: performance.now(),
});
const headers = new Headers();

test('makes a client span of an attempt, by the conventions of OpenTelemetry', () => {
  const { tracer, spans } = startTracing();
  const hooks = traceWith(tracer);
  const call = newCall();
  hooks.request?.({ call, attempt: 1, url, headers: {} });
  hooks.response?.({ call, attempt: 1, status: 200, headers, duration: 5 });
  expect(spans()).toEqual([]);
  hooks.success?.({ call, attempt: 1, duration: 9 });
  expect(spans()).toMatchObject([
    { name: 'GET /things/{id}', kind: SpanKind.CLIENT, status: { code: SpanStatusCode.UNSET } },
  ]);
  expect(spans()[0]?.attributes).toEqual({
    'http.request.method': 'GET',
    'server.address': 'api.example.com',
    'server.port': 443,
    'url.full': 'https://api.example.com/things/7?to=REDACTED',
    'url.template': '/things/{id}',
    'http.response.status_code': 200,
  });
});

test('each attempt has a span, and an answer that was no success its status as error', () => {
  const { tracer, spans } = startTracing();
  const hooks = traceWith(tracer);
  const call = newCall();
  const error = new ServerError(call, new Response(null, { status: 503 }), undefined);
  hooks.request?.({ call, attempt: 1, url: 'http://127.0.0.1/', headers: {} });
  hooks.response?.({ call, attempt: 1, status: 503, headers, duration: 5 });
  hooks.retry?.({ call, attempt: 1, error, delay: 300 });
  hooks.request?.({ call, attempt: 2, url: 'http://127.0.0.1:4010/', headers: {} });
  hooks.response?.({ call, attempt: 2, status: 200, headers, duration: 5 });
  hooks.success?.({ call, attempt: 2, duration: 5 });
  const [first, second] = spans();
  expect(first?.status).toEqual({ code: SpanStatusCode.ERROR });
  expect(first?.attributes).toMatchObject({ 'error.type': '503', 'server.port': 80 });
  expect(first?.attributes).not.toHaveProperty('http.request.resend_count');
  expect(second?.status).toEqual({ code: SpanStatusCode.UNSET });
  expect(second?.attributes).toMatchObject({
    'http.request.resend_count': 1,
    'http.response.status_code': 200,
    'server.port': 4010,
  });
});

test.each([
  [
    'a connection that broke',
    new ConnectionError(newCall(), new Error('socket hang up')),
    'ConnectionError',
    'getThing failed: no complete response: socket hang up',
  ],
  ['an abort', AbortSignal.abort().reason, 'AbortError', undefined],
  ['an error from elsewhere', new RangeError('s3cret'), 'RangeError', undefined],
  ['what is no error', 's3cret', '_OTHER', undefined],
])('%s ends the span of the attempt', (_what, error, type, message) => {
  const { tracer, spans } = startTracing();
  const hooks = traceWith(tracer);
  const call = newCall();
  hooks.request?.({ call, attempt: 1, url, headers: {} });
  hooks.error?.({ call, attempt: 1, error });
  expect(spans()).toMatchObject([{ attributes: { 'error.type': type } }]);
  expect(spans()[0]?.status).toEqual({
    code: SpanStatusCode.ERROR,
    ...(message !== undefined && { message }),
  });
});

test('a call that fails between attempts ends nothing twice', () => {
  const { tracer, spans } = startTracing();
  const hooks = traceWith(tracer);
  const call = newCall();
  const error = new ConnectionError(call, new Error('socket hang up'));
  hooks.request?.({ call, attempt: 1, url, headers: {} });
  hooks.retry?.({ call, attempt: 1, error, delay: 300 });
  hooks.error?.({ call, attempt: 1, error: AbortSignal.abort().reason });
  expect(spans()).toMatchObject([{ attributes: { 'error.type': 'ConnectionError' } }]);
});

test('a server is told of the span that its request belongs to', () => {
  const { tracer, spans } = startTracing();
  const propagator = new W3CTraceContextPropagator();
  const hooks = traceWith(tracer, {
    inject: (span, into) => {
      propagator.inject(trace.setSpan(ROOT_CONTEXT, span), into, defaultTextMapSetter);
    },
  });
  const call = newCall();
  const sent: Record<string, string> = { 'x-tenant': 'acme' };
  hooks.request?.({ call, attempt: 1, url, headers: sent });
  hooks.success?.({ call, attempt: 1, duration: 5 });
  const { traceId, spanId } = spans()[0]!.spanContext();
  expect(sent).toEqual({ 'x-tenant': 'acme', traceparent: `00-${traceId}-${spanId}-01` });
});

test('a span ends even where its headers could not be injected', () => {
  const { tracer, spans } = startTracing();
  const hooks = traceWith(tracer, {
    inject: () => {
      throw new Error('no propagator');
    },
  });
  const call = newCall();
  expect(() => hooks.request?.({ call, attempt: 1, url, headers: {} })).toThrow('no propagator');
  hooks.success?.({ call, attempt: 1, duration: 5 });
  expect(spans()).toHaveLength(1);
});
