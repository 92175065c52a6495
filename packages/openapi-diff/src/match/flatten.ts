import type {
  ApiModel,
  ArraySchema,
  NumberSchema,
  ObjectSchema,
  StringSchema,
} from '@apipin/openapi-model';
import { facetsOf, type Facets, type TypeName } from './facets.ts';

/** The same schema with what stands in `allOf` said by itself; a member that it cannot be said with stays in `allOf`. */
export function flatten(facets: Facets, model: ApiModel): Facets {
  if (facets.allOf.length === 0) return facets;
  const known = flattened.get(facets);
  if (known !== undefined) return known;
  let sum: Facets = { ...facets, allOf: [] };
  for (const member of facets.allOf) {
    const part = flatten(facetsOf(member, model), model);
    sum = canMerge(sum, part) ? merge(sum, part) : { ...sum, allOf: [...sum.allOf, member] };
  }
  flattened.set(facets, sum);
  return sum;
}

/** Facets never change, and each is compared with many. */
const flattened = new WeakMap<Facets, Facets>();

/** Whether one schema can say what two say. */
function canMerge(a: Facets, b: Facets): boolean {
  return (
    // It would look at what the others evaluate too.
    b.unevaluated === undefined &&
    isOneSilent(a.conditional, b.conditional) &&
    [...b.dependents.keys()].every((name) => !a.dependents.has(name)) &&
    isOneSilent(a.values, b.values) &&
    canMergeNumbers(a.number, b.number) &&
    canMergeStrings(a.string, b.string) &&
    canMergeArrays(a.array, b.array) &&
    canMergeObjects(a.object, b.object)
  );
}

function merge(a: Facets, b: Facets): Facets {
  const types = commonTypes(a.types, b.types);
  const isOf = (type: TypeName): boolean => types === undefined || types.has(type);
  const isNumeric = isOf('number') || isOf('integer');
  return {
    ...a,
    isNever: a.isNever || b.isNever,
    types,
    number: isNumeric ? mergeNumbers(a.number, b.number) : undefined,
    string: isOf('string') ? mergeStrings(a.string, b.string) : undefined,
    array: isOf('array') ? mergeArrays(a.array, b.array) : undefined,
    object: isOf('object') ? mergeObjects(a.object, b.object) : undefined,
    values: a.values ?? b.values,
    allOf: [...a.allOf, ...b.allOf],
    unions: [...a.unions, ...b.unions],
    nots: [...a.nots, ...b.nots],
    conditional: a.conditional ?? b.conditional,
    dependents: new Map([...a.dependents, ...b.dependents]),
  };
}

function isOneSilent(a: unknown, b: unknown): boolean {
  return a === undefined || b === undefined;
}

function isAgreed(a: unknown, b: unknown): boolean {
  return isOneSilent(a, b) || a === b;
}

function highest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
}

function lowest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}

function commonTypes(a: Facets['types'], b: Facets['types']): Facets['types'] {
  if (a === undefined || b === undefined) return a ?? b;
  const common = [...a].filter((type) => b.has(type));
  const integers: TypeName[] =
    (a.has('integer') && b.has('number')) || (a.has('number') && b.has('integer'))
      ? ['integer']
      : [];
  return new Set([...common, ...integers]);
}

function canMergeNumbers(a: NumberSchema | undefined, b: NumberSchema | undefined): boolean {
  return isAgreed(a?.format, b?.format) && isAgreed(a?.multipleOf, b?.multipleOf);
}

function mergeNumbers(
  a: NumberSchema | undefined,
  b: NumberSchema | undefined,
): NumberSchema | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return {
    ...a,
    integer: a.integer || b.integer,
    minimum: highest(a.minimum, b.minimum),
    exclusiveMinimum: highest(a.exclusiveMinimum, b.exclusiveMinimum),
    maximum: lowest(a.maximum, b.maximum),
    exclusiveMaximum: lowest(a.exclusiveMaximum, b.exclusiveMaximum),
    multipleOf: a.multipleOf ?? b.multipleOf,
    format: a.format ?? b.format,
  };
}

function canMergeStrings(a: StringSchema | undefined, b: StringSchema | undefined): boolean {
  return isAgreed(a?.format, b?.format) && isAgreed(a?.pattern, b?.pattern);
}

function mergeStrings(
  a: StringSchema | undefined,
  b: StringSchema | undefined,
): StringSchema | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return {
    ...a,
    minLength: highest(a.minLength, b.minLength),
    maxLength: lowest(a.maxLength, b.maxLength),
    pattern: a.pattern ?? b.pattern,
    format: a.format ?? b.format,
  };
}

function canMergeArrays(a: ArraySchema | undefined, b: ArraySchema | undefined): boolean {
  const saysItems = (array: ArraySchema | undefined): boolean =>
    array?.items !== undefined || (array?.prefixItems.length ?? 0) > 0;
  return !(saysItems(a) && saysItems(b)) && isOneSilent(a?.contains, b?.contains);
}

function mergeArrays(
  a: ArraySchema | undefined,
  b: ArraySchema | undefined,
): ArraySchema | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return {
    ...a,
    prefixItems: [...a.prefixItems, ...b.prefixItems],
    items: a.items ?? b.items,
    minItems: highest(a.minItems, b.minItems),
    maxItems: lowest(a.maxItems, b.maxItems),
    uniqueItems: a.uniqueItems || b.uniqueItems,
    contains: a.contains ?? b.contains,
  };
}

function canMergeObjects(a: ObjectSchema | undefined, b: ObjectSchema | undefined): boolean {
  if (a === undefined || b === undefined) return true;
  const news = new Map(b.properties.map(({ name, schema }) => [name, schema]));
  const patterns = new Set(b.patternProperties.map(({ pattern }) => pattern));
  return (
    a.properties.every(({ name, schema }) => {
      const other = news.get(name);
      return other === undefined || other === schema;
    }) &&
    a.patternProperties.every(({ pattern }) => !patterns.has(pattern)) &&
    isOneSilent(a.propertyNames, b.propertyNames) &&
    // What is additional to one may be named by the other.
    (a.additionalProperties === undefined || saysNoNames(b)) &&
    (b.additionalProperties === undefined || saysNoNames(a))
  );
}

function saysNoNames({
  properties,
  patternProperties,
  additionalProperties,
}: ObjectSchema): boolean {
  return properties.length + patternProperties.length === 0 && additionalProperties === undefined;
}

function mergeObjects(
  a: ObjectSchema | undefined,
  b: ObjectSchema | undefined,
): ObjectSchema | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const required = new Set([...requiredNames(a), ...requiredNames(b)]);
  const properties = new Map([...b.properties, ...a.properties].map((each) => [each.name, each]));
  return {
    ...a,
    properties: [...properties.values()].map((property) => ({
      ...property,
      required: required.has(property.name),
    })),
    requiredNames: [...required].filter((name) => !properties.has(name)),
    additionalProperties: a.additionalProperties ?? b.additionalProperties,
    patternProperties: [...a.patternProperties, ...b.patternProperties],
    propertyNames: a.propertyNames ?? b.propertyNames,
    minProperties: highest(a.minProperties, b.minProperties),
    maxProperties: lowest(a.maxProperties, b.maxProperties),
    dependentRequired: mergeDependents(a, b),
  };
}

function mergeDependents(a: ObjectSchema, b: ObjectSchema): ObjectSchema['dependentRequired'] {
  const names = new Set([...a.dependentRequired.keys(), ...b.dependentRequired.keys()]);
  const all = (name: string): readonly string[] => [
    ...(a.dependentRequired.get(name) ?? []),
    ...(b.dependentRequired.get(name) ?? []),
  ];
  return new Map([...names].map((name) => [name, [...new Set(all(name))]]));
}

/** All names that must be present. */
function requiredNames({ properties, requiredNames: others }: ObjectSchema): string[] {
  return [...properties.filter(({ required }) => required).map(({ name }) => name), ...others];
}
