import type { ValidationError } from '../errors/validation-error.ts';
import type { Drift } from './drift.ts';

/** What becomes of what is not valid: it is not looked at, told of, or the call rejects. */
export type ValidationAction = 'off' | 'warn' | 'throw';

/** What is checked, and what follows. What `onInvalid` and `onDrift` throw breaks no call. */
export interface ValidationPolicy {
  /**
   * For parameters and bodies of requests. A call that rejects for them has sent nothing.
   *
   * @defaultValue 'throw'
   */
  readonly request?: ValidationAction | undefined;
  /**
   * For bodies of responses. The server has acted on the call by then: who is given an error in place of the answer loses
   * it, and may well call again.
   *
   * @defaultValue 'warn'
   */
  readonly response?: ValidationAction | undefined;
  /**
   * Told of what is not valid where the action is `warn`.
   *
   * @defaultValue `console.warn`, once for each operation and part
   */
  readonly onInvalid?: ((error: ValidationError) => void) | undefined;
  /**
   * Which share of what `warn` applies to is looked at, from 0 to 1.
   *
   * @defaultValue 1
   */
  readonly sample?: number | undefined;
  /**
   * Told of what responses have that the API's description does not know, each place once. Needs validators that let such
   * things through: the `operations` of a validator package's entry point `/drift`.
   */
  readonly onDrift?: ((drift: Drift) => void) | undefined;
}
