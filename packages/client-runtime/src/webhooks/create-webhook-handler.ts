import { ownProperty } from '../own-property.ts';
import { signatureHeader } from './signature.ts';
import type { AnyWebhookEvent, VerifyWebhookOptions } from './verify-webhook-options.ts';
import { verifyWebhook } from './verify-webhook.ts';
import { WebhookError } from './webhook-error.ts';

/** Answers deliveries; what servers, Workers, Deno and Bun call for each request. */
export type WebhookHandler = (request: Request) => Promise<Response>;

/** What to do about each event, by its name. A rejection makes the sender deliver the event again. */
export type WebhookListeners<Events> = {
  readonly [Name in keyof Events]?: ((event: Events[Name]) => unknown) | undefined;
};

/** What to do about events, and how to tell deliveries from forgeries. */
export interface WebhookHandlerOptions<Events> extends VerifyWebhookOptions {
  readonly on: WebhookListeners<Events>;
  /**
   * What to do about an event that `on` has nothing for, be it of a type that is newer than this
   * package. The sender is told that all is well either way.
   */
  readonly onUnknown?: ((event: AnyWebhookEvent) => unknown) | undefined;
  /**
   * Keeps the program alive for a promise: `waitUntil` of the platform. With it, whatever takes
   * longer than 4 seconds goes on after the answer, and what fails by then is not delivered again.
   *
   * @defaultValue the answer waits, and a sender that gave up delivers the event again
   */
  readonly waitUntil?: ((work: Promise<void>) => void) | undefined;
  /**
   * Hears of every delivery that is refused, with a `WebhookError`, and of what `on` and the other
   * functions here throw.
   *
   * @defaultValue console.error
   */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** How long the answer may wait, in ms: senders give up after 5 seconds, and the network needs some. */
const patience = 4_000;

/**
 * Makes a handler that verifies deliveries and hands each event to its function.
 *
 * It answers 200 when that is done, also where there is no function for the event; 401, 409, 413 or
 * 400 where the delivery is refused; 405 where it is no POST; and 500 where something failed on this
 * side, so that the sender delivers the event again. It never rejects, and no answer says why.
 *
 * @param typeProperty - The property of an event that holds its name.
 * @throws TypeError if `url` is none
 */
export function createWebhookHandler<Events>(
  typeProperty: string,
  options: WebhookHandlerOptions<Events>,
): WebhookHandler {
  const { on, onUnknown, url, waitUntil, onError = console.error } = options;
  if (typeof url === 'string' && !URL.canParse(url)) {
    throw new TypeError('`url` is no absolute URL; give the one that the sender calls');
  }

  const report = (error: unknown): void => {
    try {
      onError(error);
    } catch {
      // Who reports errors is not to make more of them.
    }
  };
  const listen = async (event: AnyWebhookEvent): Promise<void> => {
    const listeners = on as Readonly<Record<string, typeof onUnknown>>;
    await (ownProperty(listeners, String(event[typeProperty])) ?? onUnknown)?.(event);
  };

  return async (request) => {
    if (request.method !== 'POST') return answer(405, { Allow: 'POST' });
    try {
      const work = listen(await verifyWebhook(typeProperty, request, options));
      if (waitUntil === undefined || (await isDoneInTime(work))) await work;
      else waitUntil(work.catch(report));
      return answer(200);
    } catch (error) {
      report(error);
      const status = error instanceof WebhookError ? error.status : 500;
      // The scheme has no registered name, and a 401 has to name one.
      return answer(status, status === 401 ? { 'WWW-Authenticate': signatureHeader } : {});
    }
  };
}

function answer(status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status, headers });
}

async function isDoneInTime(work: Promise<void>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, patience, false);
  });
  const settled = work.then(
    () => true,
    () => true,
  );
  try {
    return await Promise.race([settled, late]);
  } finally {
    clearTimeout(timer);
  }
}
