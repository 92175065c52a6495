import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EXIT, UsageError, type Command } from '../command.ts';
import { gatewayOptions, listenOptions, refusesLosses, text } from './gateway-options.ts';

const DEFAULT_COMPAT = '@apipin/custom-channels-compat';

/** What the command needs of `@apipin/compat-runtime`, which comes with the caller's plan. */
interface CompatRuntime {
  createGateway(plan: unknown, options: object): Handler;
  readonly throwOnLoss: () => never;
}

type Handler = (request: Request) => Promise<Response>;

/** The entries of its log. */
interface LogEntry {
  readonly requestId: string;
  readonly method: string;
  readonly operationId: string | undefined;
  readonly status: number;
  readonly durationMs: number;
  readonly losses: number;
  readonly problem: string | undefined;
  readonly cause: string | undefined;
}

/** `apipin gateway`: one version of an API served over the other, until interrupted. */
export const gatewayCommand: Command = {
  name: 'gateway',
  summary: 'Serve one version of the API over the other, to clients in any language.',
  usage: ['gateway --serve <version> --upstream <version> --upstream-url <url> [options]'],
  options: {
    serve: { type: 'string', value: '<version>', description: 'The version that clients speak.' },
    upstream: {
      type: 'string',
      value: '<version>',
      description: 'The version that answers.',
    },
    'upstream-url': {
      type: 'string',
      value: '<url>',
      description: 'Where it answers: https, or this machine. Nothing else is contacted.',
    },
    compat: {
      type: 'string',
      value: '<module>',
      description: `The module with the plan between the versions; ${DEFAULT_COMPAT} by default.`,
    },
    host: {
      type: 'string',
      value: '<host>',
      description: 'The address to listen on; 127.0.0.1 by default.',
    },
    port: {
      type: 'string',
      value: '<number>',
      description: 'Where to listen; a free port by default.',
    },
    'max-body': {
      type: 'string',
      value: '<size>',
      description: 'The largest body to take or to map, such as 512kb; 10mb by default.',
    },
    timeout: {
      type: 'string',
      value: '<duration>',
      description:
        'How long the upstream may take to begin an answer, such as 500ms; 30s by default. An exchange may take four times as long.',
    },
    'on-loss': {
      type: 'string',
      value: '<policy>',
      description:
        'report: say in a header which values were lost (default). throw: refuse them all.',
    },
    deprecation: {
      type: 'string',
      value: '<date>',
      description:
        'From when on the served version is deprecated, such as 2026-03-30: sent as Deprecation. Not sent by default.',
    },
    sunset: {
      type: 'string',
      value: '<date>',
      description:
        'When it stops answering: sent as Sunset. A day, since the header has one; where only a month is published, leave it out.',
    },
    json: { type: 'boolean', description: 'Log one JSON object per line.' },
  },

  async run(line, terminal) {
    if (line.positionals.length > 0) throw new UsageError(`what is "${line.positionals[0]}"?`);
    const { values } = line;
    const address = listenOptions(values);
    const options = gatewayOptions(values);
    const isStrict = refusesLosses(values);
    const isJson = values['json'] === true;
    const log = (entry: LogEntry): void =>
      void terminal.stdout.write(`${isJson ? JSON.stringify(entry) : describe(entry)}\n`);

    const compat = await loadCompat(terminal.cwd(), text(values, 'compat') ?? DEFAULT_COMPAT);
    const { throwOnLoss } = compat.runtime;
    const onLoss = isStrict ? { onLoss: throwOnLoss } : {};
    const answer = createGateway(compat, { ...options, ...onLoss, log });
    // Loaded late, so that the other commands start as fast as without a server.
    const { startServer } = await import('../start-server.ts');
    const server = await startServer(answer, address).catch((cause: unknown) => {
      const { host, port } = address;
      const { message } = cause as Error;
      throw new UsageError(`cannot listen on ${host}, port ${port}: ${message}`, { cause });
    });
    terminal.stdout.write(`${announce(server.url, isJson)}\n`);
    await interrupted();
    await server.close();
    return EXIT.success;
  },
};

/** The plan of the caller's project, and the runtime that it is made with. */
interface Compat {
  readonly plan: unknown;
  readonly runtime: CompatRuntime;
}

/**
 * Looked up from the caller's folder, since it is the caller's dependency. The runtime is looked up
 * from there: another copy would not know the errors of this one.
 */
async function loadCompat(folder: string, name: string): Promise<Compat> {
  const path = resolve(join(folder, 'package.json'), name);
  if (path === undefined) {
    throw new UsageError(`needs the module ${name} here; install it, or name another by --compat`);
  }
  const { plan } = (await import(pathToFileURL(path).href)) as { plan?: unknown };
  if (plan === undefined)
    throw new UsageError(`${name} exports no plan; --compat names one that does`);
  const runtime = resolve(path, '@apipin/compat-runtime');
  if (runtime === undefined) {
    throw new UsageError(`${name} is there without @apipin/compat-runtime; install that beside it`);
  }
  return { plan, runtime: (await import(pathToFileURL(runtime).href)) as CompatRuntime };
}

function resolve(from: string, name: string): string | undefined {
  try {
    return createRequire(from).resolve(name);
  } catch {
    return undefined;
  }
}

function createGateway({ plan, runtime }: Compat, options: object): Handler {
  try {
    return runtime.createGateway(plan, options);
  } catch (cause) {
    if (!(cause instanceof Error) || cause.name !== 'CompatConfigurationError') throw cause;
    throw new UsageError(cause.message, { cause });
  }
}

function announce(url: string, isJson: boolean): string {
  return isJson
    ? JSON.stringify({ event: 'listening', url })
    : `The gateway listens on ${url}; Ctrl+C lets it answer what is under way, and stops it.`;
}

/** `POST publishMessage 201 84 ms, 1 loss` */
function describe(entry: LogEntry): string {
  const { method, operationId = '(no operation)', status, durationMs, losses, problem } = entry;
  const lost = losses === 0 ? '' : `, ${losses} ${losses === 1 ? 'loss' : 'losses'}`;
  const reason = problem === undefined ? '' : `, ${problem} (request ${entry.requestId})`;
  return `${method} ${operationId} ${status} ${Math.round(durationMs)} ms${lost}${reason}`;
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
