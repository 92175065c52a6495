declare const schemes: unique symbol;

/**
 * What a request proves its right with, under one of the named security schemes.
 *
 * There are no values of this type: credentials are forwarded as they are, and no rule, loss or error sees them. It is
 * there so that a change of security is noticed, and has a rule: `forward`.
 */
export interface Credentials<Schemes extends string> {
  readonly [schemes]: Schemes;
}
