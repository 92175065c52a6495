import { prependToken } from '../json-pointer.ts';
import type { Part } from '../loss.ts';
import type { Direction } from '../mapping.ts';
import { CompatError } from './compat-error.ts';
import { afterwards, quote } from './wording.ts';

/** What an {@link UnmappableValueError} is made of. */
export interface UnmappableValue {
  /** RFC 6901 pointer to the value, from the root of what was mapped. */
  readonly pointer: string;
  /** Stable id of the change that refuses the value. */
  readonly change: string;
  readonly value: unknown;
  readonly direction: Direction;
  /** Why the other version cannot hold the value, and what to do: two clauses of a sentence. */
  readonly reason: string;
  /** Known once the value is part of an operation. */
  readonly operationId?: string | undefined;
  /** Known once the value is part of an operation. */
  readonly part?: Part | undefined;
}

/**
 * The other version cannot hold a value, and no fallback would be faithful.
 *
 * In a query or a request body this is thrown before anything is sent.
 */
export class UnmappableValueError extends CompatError {
  override readonly name = 'UnmappableValueError';
  readonly pointer: string;
  readonly change: string;
  readonly value: unknown;
  readonly direction: Direction;
  readonly reason: string;
  readonly operationId: string | undefined;
  readonly part: Part | undefined;

  constructor(at: UnmappableValue) {
    const place = [at.operationId, at.part, at.pointer].filter(Boolean).join(' ') || 'the value';
    const outcome = at.part === undefined ? '' : ` ${afterwards(at.part)}`;
    super(
      `${place}: cannot ${at.direction} ${quote(at.value)} (${at.change}): ${at.reason}.${outcome}`,
    );
    this.pointer = at.pointer;
    this.change = at.change;
    this.value = at.value;
    this.direction = at.direction;
    this.reason = at.reason;
    this.operationId = at.operationId;
    this.part = at.part;
  }

  /** The same refusal, seen from the object or array that holds the value under `token`. */
  under(token: string | number): UnmappableValueError {
    return this.#with({ pointer: prependToken(token, this.pointer) });
  }

  /** The same refusal, as it happened to an operation. */
  during(operationId: string, part: Part): UnmappableValueError {
    return this.#with({ operationId, part });
  }

  #with(more: Partial<UnmappableValue>): UnmappableValueError {
    return new UnmappableValueError({ ...(this as UnmappableValue), ...more });
  }
}
