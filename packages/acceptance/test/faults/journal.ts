import type { Answer } from './answer.ts';
import type { Task } from './tasks.ts';

/** A call of an operation, and all that is known of it. */
export interface Call {
  readonly id: number;
  readonly task: Task;
  readonly options: CallLimits;
  /** The fault that each attempt meets; those that have none here meet none. */
  readonly plan: readonly string[];
  /** A point in the order of events, as is each `…At`. */
  readonly startedAt: number;
  settledAt: number;
  /** In ms, by a clock that never jumps. */
  readonly startedTime: number;
  settledTime: number;
  outcome: Outcome | undefined;
  /** What the signal of the call was aborted with, if it was before the call settled. */
  abortedBy: unknown;
  readonly attempts: Attempt[];
}

/** What a call is told. */
export interface CallLimits {
  readonly attempts: number;
  /** In ms. */
  readonly timeout: number;
  /** In ms. */
  readonly attemptTimeout: number;
}

/** How a call ended. */
export type Outcome =
  | { readonly status: 'fulfilled'; readonly value: unknown }
  | { readonly status: 'rejected'; readonly reason: unknown };

/** One request of a call. */
export interface Attempt {
  readonly fault: string | undefined;
  readonly sentAt: number;
  /** In ms. */
  readonly sentTime: number;
  /** Whether `fetch` rejected, so that not even headers came back. */
  isLost: boolean;
  /** Whether all of the request reached the server. */
  isSeen: boolean;
  /** What the API answered, if it was let act. */
  answer: Answer | undefined;
}

/** What the three sides of a run know of each other: the callers, their `fetch`, and the server. */
export class Journal {
  readonly calls = new Map<number, Call>();
  /** How many requests there were for calls that are long over. */
  strays = 0;
  /** Outlives every call, as the signal does that ends a program. */
  readonly lifetime = new AbortController().signal;
  /** What the last call that failed did so with. */
  lastFailure: unknown;
  #now = 0;
  #lastId = 0;

  /** The next point in the order of events. */
  tick(): number {
    this.#now += 1;
    return this.#now;
  }

  /** An id for a call to come. */
  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  /** Begins a call. */
  open(id: number, task: Task, plan: readonly string[], options: CallLimits): Call {
    const call: Call = {
      id,
      task,
      plan,
      options,
      startedAt: this.tick(),
      settledAt: Number.POSITIVE_INFINITY,
      startedTime: performance.now(),
      settledTime: Number.POSITIVE_INFINITY,
      outcome: undefined,
      abortedBy: undefined,
      attempts: [],
    };
    this.calls.set(id, call);
    return call;
  }

  /** Notes that a request of a call is about to be sent; gives its place among the attempts. */
  send(call: Call): number {
    const fault = call.plan[call.attempts.length];
    const sent = { sentAt: this.tick(), sentTime: performance.now() };
    return (
      call.attempts.push({ fault, ...sent, isLost: false, isSeen: false, answer: undefined }) - 1
    );
  }

  /** The attempt that a request belongs to; `undefined` if it is not part of the run. */
  attemptOf(headers: Headers): Attempt | undefined {
    const call = this.calls.get(Number(headers.get('x-call')));
    return call?.attempts[Number(headers.get('x-attempt'))];
  }
}
