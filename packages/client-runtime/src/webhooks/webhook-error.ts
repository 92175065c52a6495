import type { StandardSchemaV1 } from '@standard-schema/spec';

/**
 * Why a delivery was refused, one kind for each remedy:
 *
 * - `signature`: a header is missing or malformed, or the signature is of something else. If the
 *   sender is genuine, compare the client secret and `url` with what the sender uses.
 * - `timestamp`: it was signed more than five minutes ago, or ahead. Set the clock.
 * - `replay`: the replay guard has seen it. Nothing to do.
 * - `too-large`: the body has more than `maxBytes`.
 * - `body`: the body broke off, or is no event: not UTF-8, not JSON, or without a type.
 * - `validation`: the event is not what the pinned spec says; see `issues`. Move the pin, or pass
 *   `onInvalid`.
 * - `configuration`: there is no client secret, or somebody has read the body before.
 */
export type WebhookErrorKind =
  'signature' | 'timestamp' | 'replay' | 'too-large' | 'body' | 'validation' | 'configuration';

/** The status that answers each kind; senders repeat what they see fail. */
const statuses: Readonly<Record<WebhookErrorKind, number>> = {
  signature: 401,
  timestamp: 401,
  replay: 409,
  'too-large': 413,
  body: 400,
  // The fault is on our side, and the event is to come again when it is mended.
  validation: 500,
  configuration: 500,
};

/** Marks the error for every copy of this package. */
const brand = /* @__PURE__ */ Symbol.for('@apipin/client-runtime/WebhookError');

/**
 * A delivery that was refused. Holds neither the client secret nor the signature nor the body.
 *
 * `instanceof` holds across copies of this package, as two bundles in one program have them.
 */
export class WebhookError extends Error {
  override readonly name = 'WebhookError';
  /** What to do about it. */
  declare readonly kind: WebhookErrorKind;
  /** The HTTP status to answer with. */
  declare readonly status: number;
  /** What the validator said; empty for every other kind. */
  declare readonly issues: readonly StandardSchemaV1.Issue[];

  static override [Symbol.hasInstance](value: unknown): value is WebhookError {
    // A subclass that somebody else has written has no copies.
    if (this !== WebhookError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return typeof value === 'object' && value !== null && brand in value;
  }

  constructor(
    kind: WebhookErrorKind,
    message: string,
    { issues = [], ...options }: ErrorOptions & Partial<Pick<WebhookError, 'issues'>> = {},
  ) {
    super(message, options);
    Object.defineProperty(this, brand, { value: true });
    this.kind = kind;
    this.status = statuses[kind];
    this.issues = issues;
  }
}
