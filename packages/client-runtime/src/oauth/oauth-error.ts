/** Names the class of an error for every copy of this package. */
const brand = /* @__PURE__ */ Symbol.for('@apipin/client-runtime/OAuthError');

/** What is known of an answer that the token endpoint gave. */
export interface TokenEndpointAnswer {
  readonly status: number;
  /** The code of the failure, `error` in RFC 6749 or HubSpot's own, such as `BAD_CLIENT_SECRET`. */
  readonly code: string | undefined;
  readonly correlationId: string | undefined;
}

/**
 * The base of the errors that {@link createOAuth} throws, one subclass for each remedy. None of them holds a token or the
 * client secret.
 *
 * `instanceof` holds across copies of this package, as two bundles in one program have them.
 */
export abstract class OAuthError extends Error {
  /** The name of the class, which minifiers change elsewhere. */
  static readonly tag: string = 'OAuthError';
  /** Tells the subclasses apart. */
  abstract readonly kind: string;
  /** The status of the token endpoint's answer, `undefined` where there was none. */
  declare readonly status: number | undefined;
  /** Of the failure, as the token endpoint calls it: `invalid_client`, `BAD_REFRESH_TOKEN`. */
  declare readonly code: string | undefined;
  /** What the API's support asks for. */
  declare readonly correlationId: string | undefined;

  constructor(message: string, answer?: TokenEndpointAnswer, options?: ErrorOptions) {
    super(message, options);
    Object.defineProperty(this, brand, { value: new.target.tag });
    this.name = new.target.tag;
    this.status = answer?.status;
    this.code = answer?.code;
    this.correlationId = answer?.correlationId;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    // A subclass that somebody else has written has no tag of its own, and no copies.
    if (!Object.hasOwn(this, 'tag'))
      return Function.prototype[Symbol.hasInstance].call(this, value);
    const tag = (value as { readonly [brand]?: string } | null | undefined)?.[brand];
    return tag !== undefined && (this.tag === OAuthError.tag || this.tag === tag);
  }
}
