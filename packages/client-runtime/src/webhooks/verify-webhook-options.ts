import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { RegisteredInt64Form } from '../int64.ts';
import type { WebhookError } from './webhook-error.ts';

/** A signed delivery, as a replay guard sees it. */
export interface WebhookDelivery {
  /** The same for the same delivery, and for no other. */
  readonly id: string;
  /** When the delivery is refused for its age and may be forgotten, in ms since 1970. */
  readonly expiresAt: number;
}

/** The client secret of the app, or all that are valid while one takes the place of another. */
export type ClientSecret = string | readonly string[];

/** An event, whatever its type. */
export type AnyWebhookEvent = Readonly<Record<string, unknown>>;

/** How deliveries are told from forgeries, and read. */
export interface VerifyWebhookOptions {
  /** What the sender signs with; a function is asked for every delivery. */
  readonly clientSecret: ClientSecret | (() => ClientSecret | Promise<ClientSecret>);
  /**
   * The URL that the sender calls, character by character, since it is signed too. Needed where TLS
   * ends or paths are rewritten before the request gets here; a function can put it together.
   *
   * @defaultValue the URL of the request
   */
  readonly url?: string | ((request: Request) => string) | undefined;
  /**
   * Hears of every delivery whose signature holds, and tells whether it is the first time. A
   * repetition that the sender means is signed anew; know those by the id of the event.
   *
   * @defaultValue a captured delivery passes again for five minutes
   */
  readonly replayGuard?: ((delivery: WebhookDelivery) => boolean | Promise<boolean>) | undefined;
  /** How long a body may be, in bytes. @defaultValue 1,048,576 */
  readonly maxBytes?: number | undefined;
  /** The time, in ms since 1970. @defaultValue Date.now */
  readonly now?: (() => number) | undefined;
  /**
   * What becomes of an integer that is beyond ±(2^53 − 1), which a number would round: a string of
   * its digits or a `bigint`.
   *
   * @defaultValue 'string'
   */
  readonly int64?: RegisteredInt64Form | undefined;
  /**
   * The validator of each event, by its name: `webhooks` of a generated validator package. They
   * accept or reject; what they return is not used.
   */
  readonly validators?: Readonly<Record<string, StandardSchemaV1>> | undefined;
  /**
   * Hears of an event that its validator rejects, which then passes all the same.
   *
   * @defaultValue such an event is refused
   */
  readonly onInvalid?: ((error: WebhookError, event: AnyWebhookEvent) => void) | undefined;
}
