import type { SourceLocation } from './diagnostic.ts';
import type { JsonObject, JsonValue } from './json.ts';

/**
 * A schema, normalised from any dialect to JSON Schema 2020-12 meaning.
 *
 * A JSON Schema is a conjunction of keywords, most of which only look at values of one type. Normalising splits it into
 * parts that each say one thing: a typed part per allowed type (`union` of them where there are several), and one part
 * per combinator, joined in an `intersection`. A schema of one part is that part alone.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core
 */
export type Schema =
  | AnySchema
  | NeverSchema
  | NullSchema
  | BooleanSchema
  | NumberSchema
  | StringSchema
  | ArraySchema
  | ObjectSchema
  | EnumSchema
  | ReferenceSchema
  | UnionSchema
  | IntersectionSchema
  | NotSchema
  | ConditionalSchema
  | DependentSchema
  | UnevaluatedSchema;

/** What a schema says about itself without restricting values. Absent annotations are `undefined`. */
export interface Annotations {
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly default: JsonValue | undefined;
  readonly extras: Extras | undefined;
}

/**
 * What an object of the document says beyond what the model understands of it, by keyword: `x-…`, examples, `content…`.
 * Nothing in it restricts values.
 */
export type Extras = JsonObject;

/** A schema that says nothing of itself. */
export const NO_ANNOTATIONS: Annotations = {
  title: undefined,
  description: undefined,
  deprecated: false,
  readOnly: false,
  writeOnly: false,
  default: undefined,
  extras: undefined,
};

interface SchemaBase extends Annotations {
  readonly at: SourceLocation;
}

/** Accepts every value: `true` or `{}`. */
export interface AnySchema extends SchemaBase {
  readonly kind: 'any';
}

/** Accepts no value: `false`. */
export interface NeverSchema extends SchemaBase {
  readonly kind: 'never';
}

export interface NullSchema extends SchemaBase {
  readonly kind: 'null';
}

export interface BooleanSchema extends SchemaBase {
  readonly kind: 'boolean';
}

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.2 */
export interface NumberSchema extends SchemaBase {
  readonly kind: 'number';
  /** Whether only integers are accepted; `1.0` is one. */
  readonly integer: boolean;
  readonly minimum: number | undefined;
  readonly exclusiveMinimum: number | undefined;
  readonly maximum: number | undefined;
  readonly exclusiveMaximum: number | undefined;
  readonly multipleOf: number | undefined;
  /** Such as `int32`, `int64`, `float`, `double`. */
  readonly format: string | undefined;
}

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.3 */
export interface StringSchema extends SchemaBase {
  readonly kind: 'string';
  /** In Unicode code points. */
  readonly minLength: number | undefined;
  /** In Unicode code points. */
  readonly maxLength: number | undefined;
  /** ECMA-262 regular expression, unanchored. */
  readonly pattern: string | undefined;
  /** Such as `date-time`, `uuid`. */
  readonly format: string | undefined;
}

/** @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.1 */
export interface ArraySchema extends SchemaBase {
  readonly kind: 'array';
  readonly prefixItems: readonly Schema[];
  /** What items after `prefixItems` must be. */
  readonly items: Schema | undefined;
  readonly minItems: number | undefined;
  readonly maxItems: number | undefined;
  readonly uniqueItems: boolean;
  readonly contains: Contains | undefined;
}

/** At least `min` and at most `max` items match `schema`. */
export interface Contains {
  readonly schema: Schema;
  readonly min: number;
  readonly max: number | undefined;
}

/** @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.2 */
export interface ObjectSchema extends SchemaBase {
  readonly kind: 'object';
  /** Sorted by name. */
  readonly properties: readonly Property[];
  /** Required names that `properties` does not list, sorted. */
  readonly requiredNames: readonly string[];
  /** What properties beyond `properties` and `patternProperties` must be. */
  readonly additionalProperties: Schema | undefined;
  readonly patternProperties: readonly PatternProperty[];
  readonly propertyNames: Schema | undefined;
  readonly minProperties: number | undefined;
  readonly maxProperties: number | undefined;
  /** Names that must be present where the key is, sorted. */
  readonly dependentRequired: ReadonlyMap<string, readonly string[]>;
}

export interface Property {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
  readonly at: SourceLocation;
}

export interface PatternProperty {
  /** ECMA-262 regular expression, unanchored. */
  readonly pattern: string;
  readonly schema: Schema;
  readonly at: SourceLocation;
}

/** `enum`, or `const` as an enum of one. Values are distinct and sorted by their canonical JSON. */
export interface EnumSchema extends SchemaBase {
  readonly kind: 'enum';
  readonly values: readonly JsonValue[];
  /** Whether strings that are not listed are accepted too. No document says so: generators do, on request. */
  readonly isOpen: boolean;
}

/** `$ref`. The target is in `ApiModel.schemas`. */
export interface ReferenceSchema extends SchemaBase {
  readonly kind: 'reference';
  /** RFC 6901 pointer to the schema it stands for, from the root of the bundled document. */
  readonly target: string;
}

/**
 * At least one (`anyOf`) or exactly one (`oneOf`) member accepts the value.
 *
 * `types` marks the union that stands for a list of types: its members exclude each other by their type.
 */
export interface UnionSchema extends SchemaBase {
  readonly kind: 'union';
  readonly mode: 'anyOf' | 'oneOf' | 'types';
  readonly members: readonly Schema[];
  readonly discriminator: Discriminator | undefined;
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#discriminator-object */
export interface Discriminator {
  readonly propertyName: string;
  /** Tag value to the pointer of the schema it selects, implicit names included. */
  readonly mapping: ReadonlyMap<string, string>;
}

/** Every member accepts the value: `allOf`, and keywords side by side. */
export interface IntersectionSchema extends SchemaBase {
  readonly kind: 'intersection';
  readonly members: readonly Schema[];
}

export interface NotSchema extends SchemaBase {
  readonly kind: 'not';
  readonly schema: Schema;
}

/** `if`, `then`, `else`. */
export interface ConditionalSchema extends SchemaBase {
  readonly kind: 'conditional';
  readonly condition: Schema;
  readonly consequent: Schema | undefined;
  readonly alternative: Schema | undefined;
}

/** `dependentSchemas`: where the key is present, the whole object must also match. */
export interface DependentSchema extends SchemaBase {
  readonly kind: 'dependent';
  readonly schemas: ReadonlyMap<string, Schema>;
}

/**
 * `unevaluatedProperties` and `unevaluatedItems`: `schema` is all that stands beside them, and whatever of the value
 * `schema` has not looked at must match.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-11
 */
export interface UnevaluatedSchema extends SchemaBase {
  readonly kind: 'unevaluated';
  readonly schema: Schema;
  readonly properties: Schema | undefined;
  readonly items: Schema | undefined;
}
