import {
  compareCodeUnits,
  NO_ANNOTATIONS,
  type ApiModel,
  type ArraySchema,
  type ObjectSchema,
  type Property,
  type Schema,
  type UnionSchema,
} from '@apipin/openapi-model';
import { capitalise } from '../names.ts';
import { propertyStep, type SiteSide } from './change-site.ts';
import { isLink } from './links.ts';
import type {
  FunctionBody,
  MappingNode,
  MemberMapping,
  ObjectBody,
  PropertyMapping,
  VariantsBody,
} from './mapping-node.ts';
import { resolveSchema, type ResolvedSchema } from './resolve-schema.ts';
import type { Place, SchemaWalk } from './walk-schemas.ts';

/**
 * How two schemas are mapped that are alike but for their parts: with a function of their own, or as one of the parts.
 */
export type Parts =
  | { readonly kind: 'body'; readonly map: () => FunctionBody }
  | { readonly kind: 'node'; readonly map: () => MappingNode | undefined };

type PartsOf = (old: ResolvedSchema, current: ResolvedSchema, place: Place) => Parts | undefined;

type SchemaPair = readonly [old: Schema, current: Schema];

/** Finds the parts of objects, arrays, unions and `allOf`, for a walk over two documents. */
export function createParts(oldModel: ApiModel, currentModel: ApiModel, walk: SchemaWalk): PartsOf {
  return partsOf;

  function partsOf(old: ResolvedSchema, current: ResolvedSchema, place: Place): Parts | undefined {
    if (old.kind === 'object' && current.kind === 'object') {
      const isAlike = walk.isSame(withoutProperties(old), withoutProperties(current));
      return isAlike ? { kind: 'body', map: () => mapObject(old, current, place) } : undefined;
    }
    if (old.kind === 'array' && current.kind === 'array') return itemsOf(old, current, place);
    if (old.kind === 'intersection' && current.kind === 'intersection') {
      return conjunctsOf(old.members, current.members, place);
    }
    if (old.kind === 'union' && current.kind === 'union') {
      return variantsOf(old, current, place) ?? memberOf(old, current, place);
    }
    return undefined;
  }

  function hasParts([old, current]: SchemaPair, place: Place): boolean {
    return (
      partsOf(resolveSchema(old, oldModel), resolveSchema(current, currentModel), place) !==
      undefined
    );
  }

  // ── Objects ───────────────────────────────────────────────────────────────────────────────────

  function mapObject(old: ObjectSchema, current: ObjectSchema, place: Place): ObjectBody {
    const olds = new Map(old.properties.map((property) => [property.name, property]));
    const currents = new Map(current.properties.map((property) => [property.name, property]));
    const names = [...new Set([...olds.keys(), ...currents.keys()])].toSorted(compareCodeUnits);
    return {
      kind: 'object',
      properties: names.flatMap((name) => {
        const at = within(place, propertyStep(name), capitalise(name));
        const mapping = mapProperty(olds.get(name), currents.get(name), at);
        const isMapped = mapping.node !== undefined || mapping.presence !== undefined;
        return isMapped ? [{ name, ...mapping }] : [];
      }),
      members: mapMembers(old, current, place, names),
    };
  }

  function mapProperty(
    old: Property | undefined,
    current: Property | undefined,
    place: Place,
  ): Omit<PropertyMapping, 'name'> {
    if (old === undefined || current === undefined) return mapLoneProperty(old, current, place);
    if (old.required === current.required) {
      const node = isLinkPair(old, current)
        ? ({ kind: 'link' } as const)
        : walk.map(old.schema, current.schema, place);
      return { node, presence: undefined };
    }
    const optional = { old: !old.required, current: !current.required };
    const node = walk.map(old.schema, current.schema, { ...place, optional });
    if (node?.kind === 'rule' && node.site.owner === place.owner && node.site.path === place.path) {
      // One rule sees to both: what the value is, and whether there is one.
      return { node: undefined, presence: node.site };
    }
    // What is inside has been upgraded already, or is yet to be downgraded: the rule sees it as the current version does.
    const type = { kind: 'schema', schema: current.schema, of: 'current' } as const;
    return {
      node,
      presence: walk.addSite({
        owner: place.owner,
        path: place.path,
        old: { type, optional: optional.old, pointer: old.at.pointer },
        current: { type, optional: optional.current, pointer: current.at.pointer },
      }),
    };
  }

  function mapLoneProperty(
    old: Property | undefined,
    current: Property | undefined,
    { owner, path, functionName }: Place,
  ): Omit<PropertyMapping, 'name'> {
    return {
      node:
        current === undefined
          ? old && walk.mapLinks(old.schema, 'old', functionName)
          : walk.mapLinks(current.schema, 'current', functionName),
      presence: walk.addSite({
        owner,
        path,
        old: loneSide(old, 'old'),
        current: loneSide(current, 'current'),
      }),
    };
  }

  function isLinkPair(old: Property, current: Property): boolean {
    return (
      isLink(old.name, old.schema, oldModel) &&
      isLink(current.name, current.schema, currentModel) &&
      walk.isSame(old.schema, current.schema)
    );
  }

  /** Further properties that both versions describe, or one of them alone. */
  function mapMembers(
    old: ObjectSchema,
    current: ObjectSchema,
    place: Place,
    named: readonly string[],
  ): MemberMapping | undefined {
    const [a, b] = [old.additionalProperties, current.additionalProperties];
    if (a === undefined && b === undefined) return undefined;
    const anything = { kind: 'any', ...NO_ANNOTATIONS, at: old.at } as const;
    const node = walk.map(a ?? anything, b ?? anything, within(place, '.*', 'Member'));
    return node && { node, named };
  }

  // ── Arrays ────────────────────────────────────────────────────────────────────────────────────

  function itemsOf(old: ArraySchema, current: ArraySchema, place: Place): Parts | undefined {
    const [a, b] = [old.items, current.items];
    if (a === undefined || b === undefined) return undefined;
    if (!walk.isSame({ ...old, items: undefined }, { ...current, items: undefined })) {
      return undefined;
    }
    return {
      kind: 'node',
      map: () => {
        const items = walk.map(a, b, within(place, '[]', 'Item'));
        return items && { kind: 'items', items };
      },
    };
  }

  // ── allOf ─────────────────────────────────────────────────────────────────────────────────────

  function conjunctsOf(
    olds: readonly Schema[],
    currents: readonly Schema[],
    place: Place,
  ): Parts | undefined {
    const pairs = pairUp(olds, currents);
    const canMap = pairs?.every((pair) => walk.isSame(...pair) || hasParts(pair, place));
    if (pairs === undefined || canMap !== true) return undefined;
    return {
      kind: 'body',
      map: () => ({
        kind: 'sequence',
        nodes: pairs.flatMap(([old, current]) => walk.map(old, current, place) ?? []),
      }),
    };
  }

  // ── oneOf, anyOf ──────────────────────────────────────────────────────────────────────────────

  /** The variants of unions that the same discriminator tells apart. */
  function variantsOf(old: UnionSchema, current: UnionSchema, place: Place): Parts | undefined {
    const [a, b] = [tagsOf(old), tagsOf(current)];
    const propertyName = old.discriminator?.propertyName;
    if (a === undefined || b === undefined || propertyName === undefined) return undefined;
    if (propertyName !== current.discriminator?.propertyName) return undefined;
    const tags = [...new Set([...a.keys(), ...b.keys()])].toSorted(compareCodeUnits);
    return {
      kind: 'body',
      map: (): VariantsBody => ({
        kind: 'variants',
        propertyName,
        variants: tags.flatMap((tag): [string, MappingNode][] => {
          const at = within(place, propertyStep(tag), capitalise(tag));
          const node = mapVariant(a.get(tag), b.get(tag), at);
          return node === undefined ? [] : [[tag, node]];
        }),
      }),
    };
  }

  function mapVariant(
    old: Schema | undefined,
    current: Schema | undefined,
    place: Place,
  ): MappingNode | undefined {
    if (old !== undefined && current !== undefined) return walk.map(old, current, place);
    const { owner, path } = place;
    const site = walk.addSite({
      owner,
      path,
      old: loneSide(old && { schema: old, required: true, at: old.at }, 'old'),
      current: loneSide(current && { schema: current, required: true, at: current.at }, 'current'),
    });
    return { kind: 'rule', site };
  }

  /** The one member in which two unions differ, where no other takes objects or arrays, such as that beside `null`. */
  function memberOf(old: UnionSchema, current: UnionSchema, place: Place): Parts | undefined {
    const left = new Set(current.members);
    const lone = old.members.filter((member) => {
      const same = [...left].find((other) => walk.isSame(member, other));
      return same === undefined || !left.delete(same);
    });
    const pair = pairUp(lone, [...left])?.[0];
    if (lone.length !== 1 || pair === undefined || old.mode !== current.mode) return undefined;
    const others = old.members.filter((member) => !lone.includes(member));
    if (!others.every((member) => isScalar(resolveSchema(member, oldModel)))) return undefined;
    if (!hasParts(pair, place)) return undefined;
    return { kind: 'node', map: () => walk.map(...pair, place) };
  }
}

/** Whether a schema takes neither objects nor arrays. */
function isScalar(schema: ResolvedSchema): boolean {
  if (schema.kind === 'enum') {
    return schema.values.every((value) => value === null || typeof value !== 'object');
  }
  return ['null', 'boolean', 'number', 'string'].includes(schema.kind);
}

function within(place: Place, step: string, word: string): Place {
  const { owner, path, functionName } = place;
  return { owner, path: path + step, functionName: functionName + word };
}

function withoutProperties(schema: ObjectSchema): ObjectSchema {
  return { ...schema, properties: [], additionalProperties: undefined };
}

function loneSide(
  part: Pick<Property, 'schema' | 'required' | 'at'> | undefined,
  of: 'old' | 'current',
): SiteSide {
  if (part === undefined) return { type: undefined, optional: true, pointer: undefined };
  const { schema, required, at } = part;
  return { type: { kind: 'schema', schema, of }, optional: !required, pointer: at.pointer };
}

function pairUp(
  olds: readonly Schema[],
  currents: readonly Schema[],
): readonly SchemaPair[] | undefined {
  if (olds.length !== currents.length) return undefined;
  return olds.map((old, index) => [old, currents[index] as Schema]);
}

/** The member that each tag stands for, where every member has a tag. */
function tagsOf({ discriminator, members }: UnionSchema): Map<string, Schema> | undefined {
  const tags = new Map<string, Schema>();
  for (const member of members) {
    const own = [...(discriminator?.mapping ?? [])].filter(
      ([, target]) => member.kind === 'reference' && member.target === target,
    );
    if (own.length === 0) return undefined;
    for (const [tag] of own) tags.set(tag, member);
  }
  return tags;
}
