import { isJsonObject, type Json, type JsonObject } from './json.ts';

/** A value that differs from another in one place. */
export interface Mutation {
  readonly kind:
    'dropped property' | 'unknown property' | 'other string' | 'other type' | 'other number';
  readonly value: Json;
}

/** Every value that differs from `value` in one place, in a way that a validator may have to notice. */
export function* mutations(value: Json): Generator<Mutation> {
  yield* mutationsHere(value);
  if (Array.isArray(value)) {
    for (const [index, item] of (value as readonly Json[]).entries()) {
      for (const { kind, value: mutated } of mutations(item))
        yield { kind, value: (value as readonly Json[]).with(index, mutated) };
    }
  }
  if (isJsonObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      for (const { kind, value: mutated } of mutations(member))
        yield { kind, value: { ...value, [name]: mutated } };
    }
  }
}

function* mutationsHere(value: Json): Generator<Mutation> {
  for (const other of [null, true, 1, 'text', [], {}] satisfies Json[]) {
    if (typeOf(other) !== typeOf(value)) yield { kind: 'other type', value: other };
  }
  if (typeof value === 'string') yield { kind: 'other string', value: `${value} or another` };
  if (typeof value === 'number') {
    yield { kind: 'other number', value: value + 0.5 };
    yield { kind: 'other number', value: value + 2 ** 40 };
  }
  if (isJsonObject(value)) {
    yield { kind: 'unknown property', value: { ...value, addedLater: { by: ['the', 'server'] } } };
    for (const name of Object.keys(value))
      yield { kind: 'dropped property', value: without(value, name) };
  }
}

function without(value: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
}

function typeOf(value: Json): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}
