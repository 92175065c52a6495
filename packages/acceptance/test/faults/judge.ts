import { isDeepStrictEqual, inspect } from 'node:util';
import { isClientError } from '@apipin/client-runtime';
import { failsWith, type FailureKind, type Verdict } from './fault.ts';
import type { Attempt, Call, Outcome } from './journal.ts';
import { faultOf } from './table/faults.ts';
import { isRepeatable, type Task } from './tasks.ts';

/** What must not be in any error. */
export const SECRETS = ['pat-na1-secret-token', 'secret-developer-key'];

/** What is wrong with how a call went; nothing, it is hoped. */
export function judgeCall(call: Call): string[] {
  return [...findOutcomeFaults(call), ...findAttemptFaults(call), ...findDoubles(call)].map(
    (complaint) => `${describe(call)}: ${complaint}`,
  );
}

function* findOutcomeFaults(call: Call): Generator<string> {
  const { outcome, abortedBy, attempts } = call;
  if (outcome === undefined) return yield 'hangs';
  if (outcome.status === 'rejected') yield* findErrorFaults(call, outcome.reason);
  if (abortedBy !== undefined) {
    const isReason = outcome.status === 'rejected' && outcome.reason === abortedBy;
    if (!isReason) yield `was aborted, but came to ${describeOutcome(call)}`;
    return;
  }
  if (isPastDeadline(call) && nameOutcome(call) === 'timeout') return;

  const last = attempts.at(-1);
  if (outcome.status === 'fulfilled' && !isAnswer(outcome.value, last)) {
    yield 'resolved with something else than the answer';
  }
  const verdicts = last === undefined ? [] : verdictsOf(call, last);
  const expected = verdicts.map((verdict) => kindOf(verdict, last));
  if (!expected.includes(nameOutcome(call))) {
    yield `should have come to ${expected.join(' or ')}, but ${describeOutcome(call)}`;
  }
  const statuses = verdicts.flatMap((each) => (each === 'passes' ? [] : (each.status ?? [])));
  const status = statusOf(outcome);
  if (statuses.length > 0 && status !== undefined && !statuses.includes(status)) {
    yield `the error has the status ${status}`;
  }
}

function* findErrorFaults(call: Call, error: unknown): Generator<string> {
  const text = inspect(error, { depth: 10 });
  if (SECRETS.some((secret) => text.includes(secret))) yield `shows a secret: ${text}`;
  if (error === call.abortedBy) return;
  if (!isClientError(error)) return yield `rejected with no error of the client: ${text}`;
  if (error.operation !== call.task.operation) yield `the error names ${error.operation}`;
  if (error.attempts !== call.attempts.length) {
    yield `the error counts ${error.attempts} attempts of ${call.attempts.length}`;
  }
}

function* findAttemptFaults(call: Call): Generator<string> {
  const { task, attempts, options, abortedBy } = call;
  if (attempts.length > options.attempts) yield `was sent ${attempts.length} times`;
  if (attempts.some(({ sentAt }) => sentAt > call.settledAt)) yield 'was sent after it had settled';
  for (const [index, attempt] of attempts.slice(0, -1).entries()) {
    const verdicts = verdictsOf(call, attempt).filter((verdict) => mayFollow(task, verdict));
    const waited = attempts[index + 1]!.sentTime - attempt.sentTime;
    // Half of it, as timers can be early.
    const isTooSoon = verdicts.every((verdict) => waited < waitOf(verdict) / 2);
    const fault = attempt.fault ?? 'no fault';
    if (verdicts.length === 0) yield `was sent again after ${fault}`;
    else if (isTooSoon) yield `was sent again ${waited} ms after ${fault}`;
  }
  const last = attempts.at(-1);
  if (last === undefined || abortedBy !== undefined) return;
  // Where little time is left, there may be none for another attempt.
  if (attempts.length === options.attempts || options.timeout < options.attemptTimeout) return;
  if (verdictsOf(call, last).every((verdict) => mayFollow(task, verdict))) {
    yield 'was given up too early';
  }
}

/** No call creates two things, whatever became of it. */
function* findDoubles({ task, attempts }: Call): Generator<string> {
  if (!/^(create|publish)/.test(task.operation)) return;
  const created = attempts.flatMap(({ answer }) =>
    answer?.status === 201 ? [(JSON.parse(answer.body.toString()) as { id: string }).id] : [],
  );
  if (new Set(created).size > 1) yield `created ${created.join(' and ')}`;
  const seen = attempts.filter(({ isSeen }) => isSeen).length;
  if (!isRepeatable(task.operation) && seen > 1) yield `was sent ${seen} times to the API`;
}

/** Whether another attempt may follow one that came to this. */
function mayFollow({ operation }: Task, verdict: Verdict): boolean {
  if (verdict === 'passes') return false;
  return verdict.again === 'every' || (verdict.again === 'repeatable' && isRepeatable(operation));
}

function waitOf(verdict: Verdict): number {
  return verdict === 'passes' ? 0 : (verdict.wait ?? 0);
}

/** What an attempt can have come to: what its fault says, unless something else came before that. */
function verdictsOf(call: Call, attempt: Attempt): Verdict[] {
  const planned = attempt.fault === undefined ? 'passes' : faultOf(attempt.fault).verdict;
  const kind = planned === 'passes' ? planned : planned.kind;
  const verdicts: Verdict[] = [];
  if (!attempt.isLost || kind === 'connection' || kind === 'timeout') verdicts.push(planned);
  // Some faults leave a connection behind on which the next request fails, whosever it is.
  if (attempt.isLost && kind !== 'connection') verdicts.push(failsWith('connection'));
  if (isOverdue(call, attempt)) verdicts.push(failsWith('timeout'));
  return verdicts;
}

/**
 * How early a timer can be on a busy machine, in ms: it counts from the beginning of the turn of the event loop that it was set
 * in, however long that has been going on.
 */
const LAG = 1000;

/** Whether the time of an attempt can have been over. */
export function isOverdue(call: Call, attempt: Attempt): boolean {
  const next = call.attempts[call.attempts.indexOf(attempt) + 1];
  const end = next?.sentTime ?? call.settledTime;
  return end - attempt.sentTime > call.options.attemptTimeout - LAG;
}

/** Whether the time of a call can have been over. */
export function isPastDeadline({ startedTime, settledTime, options }: Call): boolean {
  return settledTime - startedTime > options.timeout - LAG;
}

/** The name of the outcome that a call has whose last attempt came to this. */
function kindOf(verdict: Verdict, last: Attempt | undefined): string {
  if (verdict !== 'passes') return verdict.kind;
  const status = last?.answer?.status ?? 0;
  return status >= 200 && status < 300 ? 'resolved' : (kinds[status] ?? `status ${status}`);
}

/** What the API's own refusals are. */
const kinds: Readonly<Record<number, FailureKind>> = { 400: 'bad-request', 404: 'not-found' };

function isAnswer(value: unknown, attempt: Attempt | undefined): boolean {
  const text = attempt?.answer?.body.toString() ?? '';
  if (text === '') return value === undefined;
  const answer = JSON.parse(text) as object;
  // Links to other pages are of the version that answered.
  return 'results' in answer
    ? isDeepStrictEqual((value as typeof answer).results, answer.results)
    : isDeepStrictEqual(value, answer);
}

/** How a call ended: `resolved`, `aborted`, or the kind of the error. */
export function nameOutcome(call: Call): string {
  if (call.abortedBy !== undefined) return 'aborted';
  const { outcome } = call;
  if (outcome?.status !== 'rejected') return outcome === undefined ? 'hanging' : 'resolved';
  return isClientError(outcome.reason) ? outcome.reason.kind : 'something else';
}

function statusOf(outcome: Outcome): number | undefined {
  const { reason } = outcome as { reason?: { readonly status?: number } };
  return reason?.status;
}

function describe({ id, task, attempts, plan }: Call): string {
  const met = attempts.map(
    ({ fault, isLost }) => (fault ?? 'no fault') + (isLost ? ' (lost)' : ''),
  );
  return `call ${id}, ${task.operation}, planned [${plan.join('; ')}], met [${met.join('; ')}]`;
}

function describeOutcome(call: Call): string {
  const { outcome } = call;
  return outcome?.status === 'rejected'
    ? `rejected as ${nameOutcome(call)}: ${String(outcome.reason)}`
    : nameOutcome(call);
}
