import type { ApiModel, Schema } from '@apipin/openapi-model';
import type { ChangeOwner, ChangeSite } from './change-site.ts';
import type { FunctionBody, FunctionMapping, MappingNode } from './mapping-node.ts';
import { createLinkWalk } from './walk-links.ts';
import { createParts, type Parts } from './parts.ts';
import { finalReference, resolveSchema } from './resolve-schema.ts';
import { createSameMeaning, type SameMeaning } from './same-meaning.ts';

/** Where a walk is: whose place it is, the way there, and what a function for it would be called. */
export interface Place {
  readonly owner: ChangeOwner;
  readonly path: string;
  readonly functionName: string;
  /** Set where the versions differ in whether a value has to be there. */
  readonly optional?: { readonly old: boolean; readonly current: boolean };
}

/** Finds out how values of two documents map to each other, and what that takes. */
export interface SchemaWalk {
  /** How values of `old` and `current` are mapped; `undefined` where that leaves every value as it is. */
  map(old: Schema, current: Schema, place: Place): MappingNode | undefined;
  /** How links in values of one document are mapped; `undefined` where there are none. */
  mapLinks(schema: Schema, of: 'old' | 'current', functionName: string): MappingNode | undefined;
  /** Adds a place where the versions differ. */
  addSite(site: ChangeSite): ChangeSite;
  /** Adds a function that maps in both directions. */
  declare(place: Place, body: FunctionBody): FunctionMapping;
  readonly isSame: SameMeaning;
  /** Every place that was found to differ, in the order it was found. */
  readonly sites: readonly ChangeSite[];
  /** Every function that is called, in the order it was found. */
  readonly functions: readonly FunctionMapping[];
}

/**
 * Walks pairs of schemas down to the places where they differ.
 *
 * A pair that is alike but for its parts is mapped part by part. Every other difference is one change, of the value as
 * a whole.
 */
export function createSchemaWalk(oldModel: ApiModel, currentModel: ApiModel): SchemaWalk {
  const isSame = createSameMeaning(oldModel, currentModel);
  const sites: ChangeSite[] = [];
  const functions: FunctionMapping[] = [];
  const componentNodes = new Map<string, MappingNode | undefined>();
  const linkWalks = {
    old: createLinkWalk(oldModel, functions),
    current: createLinkWalk(currentModel, functions),
  };

  const walk: SchemaWalk = {
    map(old, current, place) {
      if (isSame(old, current)) return walk.mapLinks(current, 'current', place.functionName);
      if (old.kind === 'reference' && current.kind === 'reference') {
        return mapComponents(
          finalReference(old, oldModel).target,
          finalReference(current, currentModel).target,
        );
      }
      const parts = partsOf(old, current, place);
      if (parts === undefined) return mapWhole(old, current, place);
      if (parts.kind === 'node') return parts.map();
      return { kind: 'call', mapping: walk.declare(place, parts.map()) };
    },
    mapLinks: (schema, of, functionName) => linkWalks[of](schema, functionName),
    addSite(site) {
      sites.push(site);
      return site;
    },
    declare: (place, body) => declare(place, undefined, body),
    isSame,
    sites,
    functions,
  };
  const createPartsOf = createParts(oldModel, currentModel, walk);
  return walk;

  function mapComponents(old: string, current: string): MappingNode | undefined {
    const key = JSON.stringify([old, current]);
    if (componentNodes.has(key)) return componentNodes.get(key);
    const [oldNamed, currentNamed] = [oldModel.schemas.get(old), currentModel.schemas.get(current)];
    if (oldNamed === undefined || currentNamed === undefined) throw new RangeError(key);
    const components = { old, current };
    const place: Place = {
      owner: { kind: 'components', ...components },
      path: '',
      functionName: currentNamed.name,
    };
    const parts = partsOf(oldNamed.schema, currentNamed.schema, place);
    if (parts === undefined) {
      const node = mapWhole(oldNamed.schema, currentNamed.schema, place);
      componentNodes.set(key, node);
      return node;
    }
    const mapping = declare(place, components);
    const node: MappingNode = { kind: 'call', mapping };
    // Known before its body is, so that schemas may lead back to themselves.
    componentNodes.set(key, node);
    mapping.body =
      parts.kind === 'body'
        ? parts.map()
        : { kind: 'sequence', nodes: [parts.map()].filter((each) => each !== undefined) };
    return node;
  }

  function partsOf(old: Schema, current: Schema, place: Place): Parts | undefined {
    return createPartsOf(resolveSchema(old, oldModel), resolveSchema(current, currentModel), place);
  }

  function mapWhole(old: Schema, current: Schema, place: Place): MappingNode {
    const { owner, path, optional = { old: false, current: false } } = place;
    const site = walk.addSite({
      owner,
      path,
      old: {
        type: { kind: 'schema', schema: old, of: 'old' },
        optional: optional.old,
        pointer: old.at.pointer,
      },
      current: {
        type: { kind: 'schema', schema: current, of: 'current' },
        optional: optional.current,
        pointer: current.at.pointer,
      },
    });
    return { kind: 'rule', site };
  }

  function declare(
    { owner, path, functionName: wanted }: Place,
    components?: FunctionMapping['components'],
    body?: FunctionBody,
  ): FunctionMapping {
    const place = { owner, path };
    const mapping: FunctionMapping = { wanted, place, hasDirection: true, components, body };
    functions.push(mapping);
    return mapping;
  }
}
