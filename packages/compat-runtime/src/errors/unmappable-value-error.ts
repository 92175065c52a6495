import type { Part } from '../loss.ts';
import type { Direction } from '../mapping.ts';
import { CompatError } from './compat-error.ts';
import { afterwards, quote } from './wording.ts';

/** One value that the other version cannot hold. */
export interface Refusal {
  /** RFC 6901 pointer to the value, from the root of what was mapped. */
  readonly pointer: string;
  /** The change whose rule refuses the value. */
  readonly change: string;
  readonly value: unknown;
  /** Why the other version cannot hold the value, and what to do: two clauses of a sentence. */
  readonly reason: string;
}

/** Where in the traffic values were refused; a value that is mapped by itself is in no operation. */
export interface RefusalContext {
  readonly direction: Direction;
  readonly operationId?: string | undefined;
  readonly part?: Part | undefined;
}

/**
 * The other version cannot hold a value, and no fallback would be faithful.
 *
 * Where the part is one of a request, this is thrown before anything is sent.
 */
export class UnmappableValueError extends CompatError implements Refusal {
  override readonly name = 'UnmappableValueError';
  /** Of the first refusal. */
  readonly pointer: string;
  /** Of the first refusal. */
  readonly change: string;
  /** Of the first refusal. */
  readonly value: unknown;
  /** Of the first refusal. */
  readonly reason: string;
  /** All refusals, in the order of the value. */
  readonly refusals: readonly Refusal[];
  readonly direction: Direction;
  /** `undefined` where the value was mapped by itself. */
  readonly operationId: string | undefined;
  /** `undefined` where the value was mapped by itself. */
  readonly part: Part | undefined;

  constructor(refusals: readonly [Refusal, ...Refusal[]], context: RefusalContext) {
    const [{ pointer, change, value, reason }, ...others] = refusals;
    const { direction, operationId, part } = context;
    const place = [operationId, part, pointer].filter(Boolean).join(' ') || 'the value';
    const more = others.length === 0 ? '' : ` Also refused: ${listPointers(others)}.`;
    const outcome = part === undefined ? '' : ` ${afterwards(part)}`;
    super(`${place}: cannot ${direction} ${quote(value)} (${change}): ${reason}.${more}${outcome}`);
    this.pointer = pointer;
    this.change = change;
    this.value = value;
    this.reason = reason;
    this.refusals = refusals;
    this.direction = direction;
    this.operationId = operationId;
    this.part = part;
  }
}

const mostPointers = 5;

function listPointers(refusals: readonly Refusal[]): string {
  const pointers = refusals.slice(0, mostPointers).map(({ pointer }) => pointer || 'the value');
  const rest = refusals.length - pointers.length;
  return pointers.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
