import type { Journal } from './journal.ts';
import { faultOf } from './table/faults.ts';

/**
 * Makes the `fetch` of a client under test: the global one, but that it notes each attempt, and sends it where nobody is if that
 * is the attempt's fault.
 */
export function createFaultingFetch(journal: Journal) {
  return async (input: string | Request, init?: RequestInit): Promise<Response> => {
    const isRequest = input instanceof Request;
    const headers = new Headers(init?.headers ?? (isRequest ? input.headers : {}));
    const call = journal.calls.get(Number(headers.get('x-call')));
    if (call === undefined) {
      journal.strays += 1;
      return Response.error();
    }
    const index = journal.send(call);
    headers.set('x-attempt', String(index));
    const attempt = call.attempts[index]!;
    const url = addressOf(isRequest ? input.url : input, attempt.fault);
    try {
      return await globalThis.fetch(isRequest ? new Request(url, input) : url, {
        ...init,
        headers,
      });
    } catch (error) {
      attempt.isLost = true;
      throw error;
    }
  };
}

function addressOf(url: string, name: string | undefined): string {
  const fault = name === undefined ? undefined : faultOf(name);
  return fault && 'origin' in fault ? url.replace(new URL(url).origin, fault.origin) : url;
}
