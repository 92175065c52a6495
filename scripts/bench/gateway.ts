/**
 * Measures what mapping costs a gateway: v3 served over 2026-03, against the same server passing requests on as they are.
 *
 * Prints a Markdown table; figures depend on the machine, so nothing asserts them. With `--requests` it sends so many
 * through one gateway instead, and prints how much memory is in use along the way.
 *
 * Needs the packages built: `tsc -b packages/cli/tsconfig.build.json packages/custom-channels-compat/tsconfig.build.json`.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PATH, sendRequests, type Load } from './gateway-load.ts';
import { measureInterleaved, ratioOf, spreadOf, type Measured } from './measure.ts';
import { MESSAGE } from './message.ts';
import { describeMachine } from './report.ts';
import { formatTable } from './table.ts';

/** What the process of a server answers when it is asked. */
export interface ServerState {
  /** Of all threads, since the process started. */
  readonly cpuMs: number;
  /** After a garbage collection, where the process is allowed to ask for one. */
  readonly heapBytes: number;
}

interface Result extends Load {
  /** Of the server's process, for one request. */
  readonly cpuMs: number;
}

const CONNECTIONS = 16;
const WARM_UP_REQUESTS = 8000;

/** A message of 2026-03 that v3 has otherwise: its template has a number where v3 has a string. */
const ANSWER = MESSAGE.replace(
  '"attachments":[',
  '"attachments":[{"type":"WHATSAPP_TEMPLATE_METADATA","mappedTemplateId":77120934},',
);

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    requests: { type: 'string' },
  },
});

const upstream = await startUpstream();
try {
  if (values.requests === undefined) await compare(toCount(values.rounds));
  else await watchMemory(toCount(values.requests));
  console.log(`\n${describeMachine()}`);
} finally {
  upstream.close();
}

async function compare(rounds: number): Promise<void> {
  const contenders = ['proxy', 'gateway'].map((name) => ({ name, measure: () => measure(name) }));
  const measured = await measureInterleaved(contenders, rounds);
  const [proxy] = measured;
  const rows = measured.map((server) => [
    server.name,
    ...cells(server, proxy, ({ perSecond }) => perSecond, 0),
    ...cells(server, proxy, ({ p99Ms }) => p99Ms, 2),
    ...cells(server, proxy, ({ cpuMs }) => cpuMs * 1000, 0),
  ]);
  const header = ['Server', 'Requests/s', '÷ proxy', 'p99 ms', '÷ proxy', 'CPU µs', '÷ proxy'];
  console.log(formatTable(header, rows));
}

function cells(
  { results }: Measured<Result>,
  base: Measured<Result> | undefined,
  figureOf: (result: Result) => number,
  digits: number,
): string[] {
  const figures = results.map(figureOf);
  const ratio = ratioOf(figures, base?.results.map(figureOf) ?? []);
  return [spreadOf(figures).median.toFixed(digits), ratio.toFixed(2)];
}

async function measure(name: string): Promise<Result> {
  const server = await startServer(name);
  try {
    await requireMapping(server.port, name === 'gateway');
    await sendRequests(server.port, CONNECTIONS, WARM_UP_REQUESTS);
    const before = await server.ask();
    const count = 8000;
    const load = await sendRequests(server.port, CONNECTIONS, count);
    const after = await server.ask();
    return { ...load, cpuMs: (after.cpuMs - before.cpuMs) / count };
  } finally {
    server.stop();
  }
}

/** @throws Error when a server maps that should not, or the other way round. */
async function requireMapping(port: number, isWanted: boolean): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}${PATH}`);
  const body = await response.text();
  if (body.includes('"mappedTemplateId":"77120934"') !== isWanted) {
    throw new Error(`the server ${isWanted ? 'does not map' : 'maps'}: it answered ${body}`);
  }
}

async function watchMemory(requests: number): Promise<void> {
  const server = await startServer('gateway', ['--expose-gc']);
  const step = Math.ceil(requests / 20);
  const rows: string[][] = [];
  try {
    for (let sent = 0; sent <= requests; sent += step) {
      const { heapBytes } = await server.ask();
      rows.push([String(sent), (heapBytes / 2 ** 20).toFixed(1)]);
      process.stderr.write(`${rows.at(-1)?.join(' requests: ')} MiB\n`);
      if (sent < requests) await sendRequests(server.port, CONNECTIONS, step);
    }
  } finally {
    server.stop();
  }
  console.log(formatTable(['Requests', 'Heap MiB'], rows));
}

/** Answers every request with the same message, as cheaply as it can be done. */
async function startUpstream(): Promise<{ readonly url: string; close(): void }> {
  const answer = Buffer.from(
    `HTTP/1.1 200 OK\r\ncontent-type: application/json;charset=utf-8\r\n` +
      `content-length: ${Buffer.byteLength(ANSWER)}\r\n\r\n${ANSWER}`,
  );
  const server = createServer((socket) => {
    socket.setNoDelay(true);
    // Requests have no body and come one by one, so each chunk is a whole one.
    socket.on('data', () => socket.write(answer));
    socket.on('error', () => socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** In a process of its own, so that only its work is measured. */
async function startServer(
  name: string,
  execArgv: string[] = [],
): Promise<{
  readonly port: number;
  ask(): Promise<ServerState>;
  stop(): void;
}> {
  const script = join(import.meta.dirname, 'gateway-server.ts');
  const child: ChildProcess = fork(script, [name, upstream.url], { execArgv });
  const [port] = (await once(child, 'message')) as [number];
  return {
    port,
    async ask() {
      const answered = once(child, 'message');
      child.send('state');
      const [state] = (await answered) as [ServerState];
      return state;
    },
    stop: () => void child.kill(),
  };
}

function toCount(value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count > 0) return count;
  throw new RangeError('--rounds and --requests take 1 or more');
}
