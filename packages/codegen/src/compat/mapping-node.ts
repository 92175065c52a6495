import type { ChangeOwner, ChangeSite } from './change-site.ts';

/** How a value that differs between the versions, or that holds one that does, is mapped. */
export type MappingNode =
  | { readonly kind: 'rule'; readonly site: ChangeSite }
  | { readonly kind: 'link' }
  | { readonly kind: 'items'; readonly items: MappingNode }
  | { readonly kind: 'call'; readonly mapping: FunctionMapping };

/** A function to emit: one for each direction, or one for both where it only maps links. */
export interface FunctionMapping {
  /** What it would like to be called, without the direction. */
  readonly wanted: string;
  /** The place whose values it maps; `undefined` where it maps links alone. */
  readonly place: { readonly owner: ChangeOwner; readonly path: string } | undefined;
  readonly hasDirection: boolean;
  /** The components that it maps, by pointer; `undefined` where it maps something inside them. */
  readonly components: ComponentPair | undefined;
  /** `undefined` only while the schemas are being walked. */
  body: FunctionBody | undefined;
}

/** A component of each version, by pointer. */
export interface ComponentPair {
  readonly old: string;
  readonly current: string;
}

/** What a function does with its value. */
export type FunctionBody = ObjectBody | VariantsBody | SequenceBody;

/** Maps properties of an object. */
export interface ObjectBody {
  readonly kind: 'object';
  readonly properties: readonly PropertyMapping[];
  readonly members: MemberMapping | undefined;
}

/** How one property is mapped: what is inside it, and whether it is there at all. */
export interface PropertyMapping {
  readonly name: string;
  readonly node: MappingNode | undefined;
  /** Set where the versions differ in whether the property has to be, or may be, there. */
  readonly presence: ChangeSite | undefined;
}

/** How properties are mapped that a schema does not name. */
export interface MemberMapping {
  readonly node: MappingNode;
  /** The properties that the schema names. */
  readonly named: readonly string[];
}

/** Maps a union by the tag that its discriminator finds. */
export interface VariantsBody {
  readonly kind: 'variants';
  readonly propertyName: string;
  readonly variants: readonly (readonly [tag: string, node: MappingNode])[];
}

/** Maps one value several times. */
export interface SequenceBody {
  readonly kind: 'sequence';
  readonly nodes: readonly MappingNode[];
}
