import { inQuery } from '../request/api-keys.ts';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { context, trace } from '@opentelemetry/api';
import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { createApiClient } from '../api-client.ts';
import type { ApiClientOptions, CallOptions } from '../api-client-options.ts';
import type { Hooks } from './hooks.ts';
import { logTo } from './log-to.ts';
import { traceWith } from './trace-with.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Client {
  getThing(input?: { id?: string; to?: string }, options?: CallOptions): Promise<unknown>;
}

function createClient(options: ApiClientOptions<'key'>): Client {
  return createApiClient<Client>(
    {
      baseUrl: 'https://api.example.com',
    },
    {
      getThing: {
        method: 'GET',
        repeatable: true,
        path: '/things/{id}',
        query: ['to'],
        apiKeys: { key: inQuery('hapikey') },
      },
    },
    options,
  );
}

function startTracing() {
  const exporter = new InMemorySpanExporter();
  const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
  return { tracer: provider.getTracer('test'), spans: () => exporter.getFinishedSpans() };
}

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What can become of an attempt; `fetch` does not always heed its signal. */
const outcomes = {
  answered: async () => Response.json({}),
  refused: async () => new Response('{}', { status: 404 }),
  overloaded: async () => new Response('{}', { status: 503 }),
  disconnected: async () => {
    throw new TypeError('fetch failed');
  },
  broken: async () => {
    throw new RangeError('a bug in a fetch of ours');
  },
  cut: async () =>
    new Response(new ReadableStream({ pull: (body) => body.error(new TypeError('terminated')) })),
  truncated: async () => new Response('{"id":'),
  late: async () => {
    await later(40_000);
    return Response.json({});
  },
  silent: async () => new Promise<Response>(() => {}),
};

/** What a call tells its hooks, a letter for each event. */
function spell(): { hooks: Hooks; word: () => string } {
  let word = '';
  const hooks: Required<Hooks> = {
    request: () => void (word += 'q'),
    response: () => void (word += 'a'),
    retry: () => void (word += 'r'),
    success: () => void (word += 's'),
    error: () => void (word += 'e'),
  };
  return { hooks, word: () => word };
}

test('every attempt has one end, and so has its span, whatever happens', async () => {
  const anyOutcome = fc.constantFrom(...(Object.keys(outcomes) as (keyof typeof outcomes)[]));
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyOutcome, { minLength: 1, maxLength: 4 }),
      fc.option(fc.nat(60_000)),
      async (plan, abortAfter) => {
        const { hooks, word } = spell();
        const { tracer, spans } = startTracing();
        const controller = new AbortController();
        let attempt = 0;
        const client = createClient({
          attempts: plan.length,
          fetch: () => outcomes[plan[attempt++]!](),
          hooks: [hooks, traceWith(tracer)],
        });
        const call = client.getThing({ id: '7' }, { signal: controller.signal });
        const end = call.then(
          () => 's',
          () => 'e',
        );
        if (abortAfter !== null) setTimeout(() => controller.abort(), abortAfter);
        await vi.runAllTimersAsync();
        expect(word()).toMatch(/^(qa?r)*(qas|qa?e|e)$/);
        expect(word().at(-1)).toBe(await end);
        expect(spans()).toHaveLength(word().replace(/[^q]/g, '').length);
      },
    ),
  );
});

test('a call that is not sent has an error only', async () => {
  const { hooks, word } = spell();
  const { tracer, spans } = startTracing();
  const client = createClient({ hooks: [hooks, traceWith(tracer)] });
  await expect(client.getThing()).rejects.toThrow('getThing');
  expect(word()).toBe('e');
  expect(spans()).toEqual([]);
});

test('a logger that throws breaks no call', async () => {
  const fail = () => {
    throw new Error('no space left on device');
  };
  const client = createClient({
    fetch: outcomes.answered,
    hooks: logTo({ debug: fail, warn: fail, error: fail }),
  });
  expect(await client.getThing({ id: '7' })).toEqual({});
});

test('neither a log nor a trace shows a secret, a body or a value of the query', async () => {
  const secrets = ['pat-na1-s3cret', 'k3y-s3cret', '+15550142377', 'Larkspur'];
  const lines: unknown[] = [];
  const keep = (...line: unknown[]) => lines.push(line);
  const { tracer, spans } = startTracing();
  const answers = [
    () => Promise.reject(new TypeError(`GET https://api.example.com/?hapikey=${secrets[1]}`)),
    async () => Response.json({ name: secrets[3], message: `no ${secrets[0]}` }, { status: 503 }),
    async () => Response.json({ name: secrets[3] }),
  ];
  const client = createClient({
    accessToken: secrets[0]!,
    apiKeys: { key: secrets[1]! },
    fetch: () => answers.shift()!(),
    hooks: [logTo({ debug: keep, warn: keep, error: keep }), traceWith(tracer)],
  });
  const call = client.getThing({ id: '7', to: secrets[2]! });
  await vi.runAllTimersAsync();
  expect(await call).toEqual({ name: secrets[3] });
  expect(lines).toHaveLength(7);
  expect(spans()).toHaveLength(3);
  const shown = JSON.stringify([
    lines,
    spans().map(({ name, attributes, status, events }) => [name, attributes, status, events]),
  ]);
  for (const secret of secrets) expect(shown).not.toContain(secret);
});

test('a span is the child of the one that is active where the client is called', async () => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  onTestFinished(() => context.disable());
  const { tracer, spans } = startTracing();
  const parent = tracer.startSpan('parent');
  const sent: Headers[] = [];
  const client = createClient({
    accessToken: async () => 'pat-na1-s3cret',
    fetch: async (_url, init) => {
      sent.push(new Headers(init.headers));
      return sent.length === 1 ? outcomes.overloaded() : outcomes.answered();
    },
    hooks: traceWith(tracer, {
      inject: (span, headers) => {
        headers['x-span'] = span.spanContext().spanId;
      },
    }),
  });
  const call = context.with(trace.setSpan(context.active(), parent), () =>
    client.getThing({ id: '7' }),
  );
  await vi.runAllTimersAsync();
  await call;
  const { spanId } = parent.spanContext();
  expect(spans().map(({ parentSpanContext }) => parentSpanContext?.spanId)).toEqual([
    spanId,
    spanId,
  ]);
  expect(sent.map((headers) => headers.get('x-span'))).toEqual(
    spans().map((span) => span.spanContext().spanId),
  );
});
