import { onTestFinished } from 'vitest';
import { startSandbox } from '../src/start-sandbox.ts';
import type { RunningSandbox, StartSandboxOptions } from '../src/start-sandbox.ts';
import { checkExchange } from './check-exchange.ts';
import { specs } from './spec.ts';
import type { VersionName } from './spec.ts';

/** What to send to an operation. */
export interface Call {
  readonly path?: Record<string, string>;
  readonly query?: [string, string][];
  /** Sent as JSON; a string is sent as it is. */
  readonly body?: unknown;
  /** Replaces `Authorization` and `Content-Type`. */
  readonly headers?: Record<string, string>;
}

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed; `undefined` for an empty body. */
  readonly body: any;
}

/** A sandbox on a real socket, with each operation callable by its operationId. */
export interface Api extends RunningSandbox {
  call(version: VersionName, operationId: string, call?: Call): Promise<Answer>;
  /** Creates a channel with an account to publish through. */
  createAccount(): Promise<{ channelId: string; channelAccountId: string }>;
}

/** Starts a sandbox for the current test. Both sides of each exchange are validated. */
export async function startApi(options?: StartSandboxOptions): Promise<Api> {
  const sandbox = await startSandbox(options);
  onTestFinished(() => sandbox.close());
  const call = async (version: VersionName, operationId: string, sent: Call = {}) => {
    const { path = {}, query = [], body, headers } = sent;
    const operation = specs[version].operations.get(operationId)!;
    const expanded = operation.path.replace(/\{(\w+)\}/g, (_match, name) => path[name]!);
    const response = await fetch(`${sandbox.url}${expanded}?${new URLSearchParams(query)}`, {
      method: operation.method,
      headers: headers ?? {
        Authorization: 'Bearer secret-token',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const answer = await readAnswer(response);
    checkExchange(version, operationId, sent, answer);
    return answer;
  };
  return {
    ...sandbox,
    call,
    createAccount: async () => {
      const channel = await call('v3', 'createChannel', {
        body: { name: 'Larkspur Chat', capabilities: {} },
      });
      const channelId: string = channel.body.id;
      const account = await call('v3', 'createChannelAccount', {
        path: { channelId },
        body: { inboxId: '1', name: 'Support', authorized: true },
      });
      return { channelId, channelAccountId: account.body.id };
    },
  };
}

/** Reads all of `response`. */
export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

/** A message to publish, with what `changes` says. */
export function messageEgg(channelAccountId: string, changes: object = {}): object {
  const party = (value: string) => ({ deliveryIdentifier: { type: 'HS_PHONE_NUMBER', value } });
  return {
    channelAccountId,
    messageDirection: 'INCOMING',
    text: 'Hello',
    timestamp: '2026-05-12T14:03:22.518Z',
    senders: [party('+15550142377')],
    recipients: [party('+15550199010')],
    attachments: [],
    ...changes,
  };
}
