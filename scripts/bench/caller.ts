/** What a caller is told. */
export interface CallerOptions {
  /** Answers in this process: what it takes is what the caller makes, so it has the standard signature. */
  readonly fetch: typeof globalThis.fetch;
  readonly token: string;
  readonly channelId: number;
  readonly messageId: string;
  /** The body of the message to publish. */
  readonly message: object;
}

/** The same two calls by one client; each gives the body of the answer. */
export interface Caller {
  getMessage(): Promise<unknown>;
  publishMessage(): Promise<unknown>;
}

/** What the modules in `callers/` and some in `peers/clients/` export. */
export interface CallerModule {
  createCaller(options: CallerOptions): Caller;
}

/** What one call costs. */
export interface CallerTime {
  /** CPU time of all threads of the process, in µs. */
  readonly cpuUs: number;
  /** How many times as much as a bare `fetch` in the same process. */
  readonly ratio: number;
}

/** What the calls of one client cost. */
export type CallerTimes = Readonly<Record<keyof Caller, CallerTime>>;
