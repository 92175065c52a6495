import { isJsonObject, ownProperty } from './json.ts';
import type { JsonObject, JsonValue } from './json.ts';

/** One reason why input was refused, as an error response lists it. */
export interface Problem {
  /** Where in the input, such as `senders[0].deliveryIdentifier.type`. */
  readonly in: string;
  readonly code: 'REQUIRED' | 'INVALID_TYPE' | 'INVALID_VALUE';
  readonly message: string;
  readonly context?: { readonly [name: string]: readonly string[] };
}

/**
 * Describes a part of a request, and reads it.
 *
 * Gives the value; or `undefined`, either after reporting a problem or because the part is to be ignored.
 */
export type Shape<Value> = (
  input: JsonValue,
  at: string,
  report: (problem: Problem) => void,
) => Value | undefined;

/** The value that `Described` reads. */
export type ValueOf<Described> = Described extends Shape<infer Value> ? Value : never;

/** Reads `input` as `shape` describes it; where there are problems, they are all listed. */
export function readShape<Value>(
  shape: Shape<Value>,
  input: JsonValue,
): { readonly value: Value } | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const value = shape(input, '', (problem) => problems.push(problem));
  return problems.length === 0 ? { value: value as Value } : { problems };
}

/** A property that this API version does not know. */
export const ignored: Shape<never> = () => undefined;

export const string: Shape<string> = (input, at, report) =>
  typeof input === 'string' ? input : refuseType('a string', at, report);

export const boolean: Shape<boolean> = (input, at, report) =>
  typeof input === 'boolean' ? input : refuseType('a boolean', at, report);

/** A finite number. */
export const number: Shape<number> = (input, at, report) =>
  (typeof input === 'number' || typeof input === 'bigint') && Number.isFinite(Number(input))
    ? Number(input)
    : refuseType('a number', at, report);

/** An integer of 64 bits, exact. */
export const int64: Shape<bigint> = integer('an int64', -(2n ** 63n), 2n ** 63n - 1n);

/** An integer of 32 bits; `minimum` may narrow it. */
export function int32({ minimum = -(2 ** 31) } = {}): Shape<number> {
  const described = minimum === -(2 ** 31) ? 'an int32' : `an int32 of at least ${minimum}`;
  const exact = integer(described, BigInt(minimum), 2n ** 31n - 1n);
  return (input, at, report) => {
    const value = exact(input, at, report);
    return value === undefined ? undefined : Number(value);
  };
}

function integer(described: string, minimum: bigint, maximum: bigint): Shape<bigint> {
  return (input, at, report) => {
    const value = Number.isSafeInteger(input) ? BigInt(input as number) : input;
    return typeof value === 'bigint' && value >= minimum && value <= maximum
      ? value
      : refuseType(described, at, report);
  };
}

const DATE_TIME =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

/** @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6 */
export const dateTime: Shape<Date> = (input, at, report) => {
  const [, year, month, day] = (typeof input === 'string' && DATE_TIME.exec(input)) || [];
  // `Date` reads 30 February as 1 March.
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return Number(day) === date.getUTCDate() && typeof input === 'string'
    ? new Date(input.toUpperCase())
    : refuseType('an RFC 3339 date-time', at, report);
};

/** One of `values`. */
export function enumOf<const Value extends string>(values: readonly Value[]): Shape<Value> {
  return (input, at, report) => {
    const found = values.find((value) => value === input);
    if (found === undefined) {
      report({
        in: at,
        code: 'INVALID_VALUE',
        message: `${at} must be one of ${values.join(', ')}`,
        context: { expected: values },
      });
    }
    return found;
  };
}

export function arrayOf<Value>(item: Shape<Value>): Shape<readonly Value[]> {
  return (input, at, report) =>
    Array.isArray(input)
      ? // A refused item leaves a hole, and its problem refuses the whole.
        (input.map((value, index) => item(value, `${at}[${index}]`, report)) as Value[])
      : refuseType('an array', at, report);
}

/** The shapes of properties or parameters, by name. */
export interface Shapes {
  readonly [name: string]: Shape<unknown>;
}

/** No properties or parameters. */
export type NoShapes = Record<never, never>;

/** What {@link object} reads. */
export type ObjectOf<Required extends Shapes, Optional extends Shapes> = {
  readonly [Name in keyof Required]: ValueOf<Required[Name]>;
} & { readonly [Name in keyof Optional]?: ValueOf<Optional[Name]> };

/** An object with these properties; others are ignored. */
export function object<
  Required extends Shapes = NoShapes,
  Optional extends Shapes = NoShapes,
>(properties: {
  readonly required?: Required;
  readonly optional?: Optional;
}): Shape<ObjectOf<Required, Optional>> {
  const required = Object.entries(properties.required ?? {});
  const optional = Object.entries(properties.optional ?? {});
  return (input, at, report) => {
    if (!isJsonObject(input)) return refuseType('an object', at, report);
    for (const [name] of required) {
      if (!Object.hasOwn(input, name)) refuseAbsence(join(at, name), report);
    }
    const present = [...required, ...optional].flatMap(([name, shape]) => {
      const property = ownProperty(input, name);
      const value = property === undefined ? undefined : shape(property, join(at, name), report);
      return value === undefined ? [] : [[name, value] as const];
    });
    return Object.fromEntries(present) as ObjectOf<Required, Optional>;
  };
}

/** An object that is kept whole, with the properties that `known` does not describe. */
export function openObject(known: Shape<object>): Shape<JsonObject> {
  return (input, at, report) => {
    known(input, at, report);
    return isJsonObject(input) ? input : undefined;
  };
}

/**
 * One of several objects, told apart by `type`; `members` has the shape of each.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
 */
export function oneOf<Members extends Shapes>(
  members: Members,
): Shape<ValueOf<Members[keyof Members]>> {
  const discriminator = object({ required: { type: enumOf(Object.keys(members)) } });
  return (input, at, report) => {
    const { type } = discriminator(input, at, report) ?? {};
    const member = type === undefined ? undefined : members[type];
    return member?.(input, at, report) as ValueOf<Members[keyof Members]> | undefined;
  };
}

function join(at: string, name: string): string {
  return at === '' ? name : `${at}.${name}`;
}

function refuseType(expected: string, at: string, report: (problem: Problem) => void): undefined {
  report({ in: at, code: 'INVALID_TYPE', message: `${at || 'The body'} must be ${expected}` });
}

function refuseAbsence(at: string, report: (problem: Problem) => void): void {
  report({ in: at, code: 'REQUIRED', message: `${at} is required` });
}
