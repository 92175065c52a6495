import { context, propagation, trace, type Span as OpenTelemetrySpan } from '@opentelemetry/api';
import { expectTypeOf, test } from 'vitest';
import type { Hooks } from './hooks.ts';
import { logTo } from './log-to.ts';
import { traceWith } from './trace-with.ts';

test('console is a logger', () => {
  expectTypeOf(logTo(console)).toEqualTypeOf<Hooks>();
});

test('what takes no fields after the message is no logger', () => {
  const takesObjectFirst = (fields: object, message: string) => [fields, message];
  // @ts-expect-error TS2322: the message comes first
  logTo({ debug: takesObjectFirst, warn: takesObjectFirst, error: takesObjectFirst });
});

test('a tracer of OpenTelemetry will do, and inject gets its spans', () => {
  const hooks = traceWith(trace.getTracer('test'), {
    inject: (span, headers) => {
      expectTypeOf(span).toEqualTypeOf<OpenTelemetrySpan>();
      propagation.inject(trace.setSpan(context.active(), span), headers);
    },
  });
  expectTypeOf(hooks).toEqualTypeOf<Hooks>();
});
