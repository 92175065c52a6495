import { isIP } from 'node:net';
import { UsageError, type CommandLine } from '../command.ts';
import type { ServerAddress } from '../start-server.ts';

type Values = CommandLine['values'];

/** Where the gateway listens. @throws UsageError */
export function listenOptions(values: Values): ServerAddress {
  return {
    host: hostOf(text(values, 'host') ?? '127.0.0.1'),
    port: portOf(text(values, 'port') ?? '0'),
  };
}

/** The options of `createGateway` that the command line has. @throws UsageError */
export function gatewayOptions(values: Values): object {
  const timeout = durationOf(text(values, 'timeout') ?? '30s');
  return {
    serve: required(values, 'serve'),
    upstream: required(values, 'upstream'),
    upstreamUrl: required(values, 'upstream-url'),
    maxBodyBytes: sizeOf(text(values, 'max-body') ?? '10mb'),
    timeouts: { headers: timeout, exchange: 4 * timeout },
    lifecycle: {
      ...dateOf('deprecation', 'deprecated', text(values, 'deprecation')),
      ...dateOf('sunset', 'sunset', text(values, 'sunset')),
    },
  };
}

export function text(values: Values, name: string): string | undefined {
  return values[name] as string | undefined;
}

function required(values: Values, name: string): string {
  const value = text(values, name);
  if (value === undefined) throw new UsageError(`--${name} is missing; --help shows what it takes`);
  return value;
}

/** Whether a loss is an error. @throws UsageError */
export function refusesLosses(values: Values): boolean {
  const policy = text(values, 'on-loss') ?? 'report';
  if (policy === 'report' || policy === 'throw') return policy === 'throw';
  throw new UsageError(`--on-loss takes report or throw, not "${policy}"`);
}

function hostOf(value: string): string {
  if (isIP(value) !== 0 || /^[\w.-]+$/.test(value)) return value;
  throw new UsageError(`--host takes an address or a host name, not "${value}"`);
}

function portOf(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (port <= 65_535) return port;
  throw new UsageError(`--port takes a number from 0 to 65535, not "${value}"`);
}

const UNITS = { b: 1, kb: 2 ** 10, mb: 2 ** 20 };

function sizeOf(value: string): number {
  const [, digits = '', unit = ''] = /^(\d{1,9})(b|kb|mb)$/i.exec(value) ?? [];
  const bytes = Number(digits) * (UNITS[unit.toLowerCase() as keyof typeof UNITS] ?? 0);
  if (bytes > 0) return bytes;
  throw new UsageError(`--max-body takes a size such as 512kb or 10mb, not "${value}"`);
}

function durationOf(value: string): number {
  const [, digits = '', unit] = /^(\d{1,6})(ms|s)$/.exec(value) ?? [];
  const ms = Number(digits) * (unit === 's' ? 1000 : 1);
  if (ms > 0) return ms;
  throw new UsageError(`--timeout takes a duration such as 500ms or 30s, not "${value}"`);
}

/** A day begins at midnight UTC. A month is no date: its day would have to be made up. */
function dateOf(option: string, name: string, value: string | undefined): object {
  if (value === undefined) return {};
  const date = new Date(value);
  const isDate = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$/.test(value);
  if (isDate && !Number.isNaN(date.getTime())) return { [name]: date };
  throw new UsageError(`--${option} takes a day such as 2026-03-30, not "${value}"`);
}
