import {
  canonicalJson,
  type ApiModel,
  type Discriminator,
  type JsonValue,
  type Schema,
  type UnionSchema,
} from '@apipin/openapi-model';
import { resolveSchema } from './resolve-schema.ts';

/** Says whether a schema of the old document accepts exactly what one of the current document does. */
export type SameMeaning = (old: Schema, current: Schema) => boolean;

/** What a schema says about itself, and nothing about the values it accepts. */
const ANNOTATIONS: ReadonlySet<string> = new Set([
  'at',
  'title',
  'description',
  'deprecated',
  'readOnly',
  'writeOnly',
  'default',
]);

/** References that are taken to mean the same until a difference is found. */
type Assumed = Set<string>;

/**
 * Compares schemas by structure, through references: names of components, words and defaults make no difference.
 *
 * Schemas that lead back to themselves are the same where no difference is found on the way.
 */
export function createSameMeaning(oldModel: ApiModel, currentModel: ApiModel): SameMeaning {
  const verdicts = new Map<string, boolean>();

  return (old, current) => {
    const assumed: Assumed = new Set();
    const verdict = sameSchema(old, current, assumed);
    if (verdict) for (const pair of assumed) verdicts.set(pair, true);
    return verdict;
  };

  function sameSchema(old: Schema, current: Schema, assumed: Assumed): boolean {
    const sameBodies = (): boolean =>
      sameBody(resolveSchema(old, oldModel), resolveSchema(current, currentModel), assumed);
    if (old.kind !== 'reference' || current.kind !== 'reference') return sameBodies();
    const pair = JSON.stringify([old.target, current.target]);
    const known = verdicts.get(pair);
    if (known !== undefined || assumed.has(pair)) return known ?? true;
    assumed.add(pair);
    const same = sameBodies();
    // A difference stays one, whatever else is assumed.
    if (!same) verdicts.set(pair, false);
    return same;
  }

  function sameBody(old: Schema, current: Schema, assumed: Assumed): boolean {
    if (old.kind === 'union' && current.kind === 'union') return sameUnion(old, current, assumed);
    if (old.kind === 'enum' && current.kind === 'enum') {
      return old.isOpen === current.isOpen && sameValues(old.values, current.values);
    }
    return sameFields(old, current, assumed);
  }

  function sameUnion(old: UnionSchema, current: UnionSchema, assumed: Assumed): boolean {
    return (
      old.mode === current.mode &&
      sameDiscriminator(old.discriminator, current.discriminator, assumed) &&
      sameMembers(old.members, current.members, assumed)
    );
  }

  /** The order of a union's members means nothing. */
  function sameMembers(
    olds: readonly Schema[],
    currents: readonly Schema[],
    assumed: Assumed,
  ): boolean {
    const left = new Set(currents);
    return (
      olds.length === currents.length &&
      olds.every((old) => {
        for (const current of left) {
          const trial = new Set(assumed);
          if (!sameSchema(old, current, trial)) continue;
          for (const pair of trial) assumed.add(pair);
          return left.delete(current);
        }
        return false;
      })
    );
  }

  function sameDiscriminator(
    old: Discriminator | undefined,
    current: Discriminator | undefined,
    assumed: Assumed,
  ): boolean {
    if (old === undefined || current === undefined) return old === current;
    return (
      old.propertyName === current.propertyName &&
      old.mapping.size === current.mapping.size &&
      [...old.mapping].every(([tag, oldTarget]) => {
        const currentTarget = current.mapping.get(tag);
        const oldSchema = oldModel.schemas.get(oldTarget)?.schema;
        const currentSchema = currentModel.schemas.get(currentTarget ?? '')?.schema;
        return (
          oldSchema !== undefined &&
          currentSchema !== undefined &&
          sameSchema(oldSchema, currentSchema, assumed)
        );
      })
    );
  }

  function sameFields(old: object, current: object, assumed: Assumed): boolean {
    const names = new Set([...Object.keys(old), ...Object.keys(current)]);
    return [...names].every(
      (name) =>
        ANNOTATIONS.has(name) ||
        sameField(Reflect.get(old, name), Reflect.get(current, name), assumed),
    );
  }

  function sameField(old: unknown, current: unknown, assumed: Assumed): boolean {
    if (isSchema(old) && isSchema(current)) return sameSchema(old, current, assumed);
    if (old instanceof Map && current instanceof Map) {
      return sameField([...old].flat(), [...current].flat(), assumed);
    }
    if (Array.isArray(old) && Array.isArray(current)) {
      return (
        old.length === current.length &&
        old.every((item, index) => sameField(item, current[index], assumed))
      );
    }
    if (isObject(old) && isObject(current)) return sameFields(old, current, assumed);
    return Object.is(old, current);
  }
}

function sameValues(old: readonly JsonValue[], current: readonly JsonValue[]): boolean {
  return canonicalJson([...old]) === canonicalJson([...current]);
}

/** Every schema has a kind and a place; nothing else in a schema has both. */
function isSchema(value: unknown): value is Schema {
  return isObject(value) && 'kind' in value && 'at' in value;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
