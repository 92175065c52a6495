import type { Schema } from '@apipin/openapi-model';

/**
 * What one part of a schema looks at, in values for which every condition holds.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-11
 */
export interface Claim {
  readonly conditions: readonly Condition[];
  readonly names: readonly string[];
  readonly patterns: readonly string[];
  readonly everyProperty: boolean;
  /** How many items, from the first. */
  readonly prefix: number;
  readonly everyItem: boolean;
  /** Items that match it. */
  readonly contains: Schema | undefined;
}

/** The value matches `schema`, does not match it, or has a property. */
export type Condition =
  | { readonly kind: 'matches' | 'differs'; readonly schema: Schema }
  | { readonly kind: 'has'; readonly name: string };

const NOTHING: Claim = {
  conditions: [],
  names: [],
  patterns: [],
  everyProperty: false,
  prefix: 0,
  everyItem: false,
  contains: undefined,
};

/**
 * The claims that `schema` makes. Which parts of a value are evaluated depends on the branches it matches; so each claim
 * carries the branches it stands in.
 */
export function unevaluatedClaims(schema: Schema, schemas: ReadonlyMap<string, Schema>): Claim[] {
  return claimsOf(schema, [], new Set());

  /** @param seen - References on the way here: a schema that applies itself to the same value adds nothing. */
  function claimsOf(
    part: Schema,
    conditions: readonly Condition[],
    seen: ReadonlySet<string>,
  ): Claim[] {
    const within = (member: Schema, ...more: readonly Condition[]): Claim[] =>
      claimsOf(member, [...conditions, ...more], seen);

    switch (part.kind) {
      case 'object':
        return [
          {
            ...NOTHING,
            conditions,
            names: part.properties.map(({ name }) => name),
            patterns: part.patternProperties.map(({ pattern }) => pattern),
            everyProperty: part.additionalProperties !== undefined,
          },
        ];
      case 'array':
        return [
          {
            ...NOTHING,
            conditions,
            prefix: part.prefixItems.length,
            everyItem: part.items !== undefined,
            contains: part.contains?.schema,
          },
        ];
      case 'reference': {
        const target = schemas.get(part.target);
        if (target === undefined || seen.has(part.target)) return [];
        return claimsOf(target, conditions, new Set([...seen, part.target]));
      }
      case 'intersection':
        return part.members.flatMap((member) => within(member));
      case 'union':
        return part.members.flatMap((member) =>
          // A value is of one type: what looks into values of that type has looked.
          part.mode === 'types'
            ? within(member)
            : within(member, { kind: 'matches', schema: member }),
        );
      case 'conditional': {
        const { condition, consequent, alternative } = part;
        return [
          ...within(condition, { kind: 'matches', schema: condition }),
          ...(consequent ? within(consequent, { kind: 'matches', schema: condition }) : []),
          ...(alternative ? within(alternative, { kind: 'differs', schema: condition }) : []),
        ];
      }
      case 'dependent':
        return [...part.schemas].flatMap(([name, member]) => within(member, { kind: 'has', name }));
      case 'unevaluated':
        return [
          ...within(part.schema),
          {
            ...NOTHING,
            conditions,
            everyProperty: part.properties !== undefined,
            everyItem: part.items !== undefined,
          },
        ];
      default:
        return [];
    }
  }
}
