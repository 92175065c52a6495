import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { createRateLimitedServer } from './rate-limited-server.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('processes that share a store send no request that is refused', async () => {
  const texts = new Map<string, string>();
  let swaps = 0;
  const storeUrl = await serve(async (request, response) => {
    const { key, expected, next } = (await json(request)) as Record<string, string>;
    const found = texts.get(key ?? '');
    if (found === expected && next !== undefined) texts.set(key ?? '', next);
    swaps++;
    response.end(JSON.stringify({ found }));
  });
  const now = () => 0;
  const api = createRateLimitedServer({ limit: 20, interval: 500, transit: now, processing: now });
  const apiUrl = await serve((_, response) => {
    const { status, headers } = api.arrive();
    response.writeHead(status, Object.fromEntries(headers)).end();
  });

  const program = fileURLToPath(new URL('rate-budget-client.ts', import.meta.url));
  const run = async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      program,
      storeUrl,
      apiUrl,
      '15',
    ]);
    return JSON.parse(stdout) as number[];
  };
  const statuses = (await Promise.all([run(), run()])).flat();
  expect(statuses).toEqual(Array.from({ length: 30 }, () => 200));
  // Alone, each would have sent all of its requests within one interval.
  const [first = 0] = api.arrivals;
  expect(api.arrivals.filter((time) => time < first + 500).length).toBeLessThanOrEqual(20);
  expect(swaps).toBeLessThan(5 * statuses.length);
});
