import { setImmediate as turn } from 'node:timers/promises';
import { createSandbox } from '@apipin/sandbox';
import { createClients } from './clients.ts';
import { startFaultServer } from './fault-server.ts';
import { createFaultingFetch } from './faulting-fetch.ts';
import { Journal, type Call, type CallLimits } from './journal.ts';
import { perform } from './perform.ts';
import type { AnyClient, Task } from './tasks.ts';
import { createWorld, type World } from './world.ts';

/** A call, and what it is to meet. */
export interface Case {
  readonly task: (world: World) => Task;
  /** The fault that each attempt meets. */
  readonly plan: readonly string[];
  readonly limits?: Partial<CallLimits>;
  readonly abortAfter?: number;
  /** Has something between client and network. */
  readonly wrapFetch?: (fetch: Fetch) => Fetch;
  /** Has something between caller and client. */
  readonly wrapClient?: (client: AnyClient) => AnyClient;
}

/** As clients take it. */
export type Fetch = (input: string | Request, init?: RequestInit) => Promise<Response>;

/** Limits that no test should come to. */
const LIMITS: CallLimits = { attempts: 4, timeout: 60_000, attemptTimeout: 30_000 };

/** Makes one call, or one after the other, with a server and connections of their own. */
export async function runCases(
  version: string,
  ...cases: readonly Case[]
): Promise<{ calls: Call[]; complaints: string[] }> {
  const journal = new Journal();
  const sandbox = createSandbox();
  const world = await createWorld(sandbox, { channels: 1, accounts: 1, leftovers: 1 });
  const server = await startFaultServer(sandbox, journal);
  const complaints: string[] = [];
  try {
    for (const { task, plan, limits, abortAfter, ...wraps } of cases) {
      const { wrapFetch = (fetch) => fetch, wrapClient = (client) => client } = wraps;
      const clients = createClients(server.url, wrapFetch(createFaultingFetch(journal)));
      const call = journal.open(journal.nextId(), task(world), plan, { ...LIMITS, ...limits });
      complaints.push(...(await perform(journal, wrapClient(clients[version]!), call, abortAfter)));
      // Until its connection is free for the next one.
      await turn();
    }
  } finally {
    await server.close();
  }
  return { calls: [...journal.calls.values()], complaints };
}
