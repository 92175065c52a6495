/**
 * One of the servers that `gateway.ts` compares, as a process of its own: `gateway`, or `proxy` that maps nothing.
 *
 * Tells the port it listens on, and from then on its state whenever it is asked.
 */
import { startServer } from '../../packages/cli/dist/start-server.js';
import {
  cleanResponseHeaders,
  forwardRequestHeaders,
} from '../../packages/compat-runtime/dist/gateway/forward-headers.js';
import { createGateway } from '../../packages/compat-runtime/dist/index.js';
import { plan } from '../../packages/custom-channels-compat/dist/index.js';
import type { ServerState } from './gateway.ts';

const [name, upstreamUrl = ''] = process.argv.slice(2);
const answer =
  name === 'gateway'
    ? createGateway(plan, { serve: 'v3', upstream: '2026-03', upstreamUrl })
    : passOn;
const { url } = await startServer(answer, { host: '127.0.0.1', port: 0 });

process.on('message', () => {
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { heapUsed } = process.memoryUsage();
  process.send?.({ cpuMs: (user + system) / 1000, heapBytes: heapUsed } satisfies ServerState);
});
process.send?.(Number(new URL(url).port));

/**
 * What a gateway does, but for mapping: it cleans headers, follows no redirect, ends with its client, and waits only so
 * long for the upstream. Bodies go through unseen, where a gateway would watch them: this favours the proxy.
 */
async function passOn(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const { method, headers, signal } = request;
  const abortion = new AbortController();
  signal.addEventListener('abort', () => abortion.abort(signal.reason));
  const timer = setTimeout(() => abortion.abort(), 30_000);
  const response = await fetch(upstreamUrl + pathname + search, {
    method,
    headers: forwardRequestHeaders(headers),
    redirect: 'manual',
    signal: abortion.signal,
  });
  clearTimeout(timer);
  const { status, statusText } = response;
  const forwarded = new Headers(response.headers);
  cleanResponseHeaders(forwarded);
  return new Response(response.body, { status, statusText, headers: forwarded });
}
