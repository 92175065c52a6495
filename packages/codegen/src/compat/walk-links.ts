import type { ApiModel, ObjectSchema, Schema } from '@apipin/openapi-model';
import { capitalise } from '../names.ts';
import { createLinkFinder, isLink } from './links.ts';
import type { FunctionBody, FunctionMapping, MappingNode, ObjectBody } from './mapping-node.ts';
import { finalReference } from './resolve-schema.ts';

/** Finds out how the links in values of a schema are mapped; `undefined` where it holds none. */
export type LinkWalk = (schema: Schema, functionName: string) => MappingNode | undefined;

/**
 * Walks the schemas of one document down to what is a URL of the API.
 *
 * @param functions - Takes the functions that mapping them calls.
 */
export function createLinkWalk(model: ApiModel, functions: FunctionMapping[]): LinkWalk {
  const holdsLink = createLinkFinder(model);
  const components = new Map<string, MappingNode>();
  return mapLinks;

  function mapLinks(schema: Schema, functionName: string): MappingNode | undefined {
    if (!holdsLink(schema)) return undefined;
    if (schema.kind === 'reference') return mapComponent(finalReference(schema, model).target);
    if (schema.kind === 'array' && schema.items !== undefined) {
      const items = mapLinks(schema.items, `${functionName}Item`);
      return items && { kind: 'items', items };
    }
    return declare(functionName, () => bodyOf(schema, functionName));
  }

  function mapComponent(target: string): MappingNode | undefined {
    const known = components.get(target);
    const named = model.schemas.get(target);
    if (known !== undefined || named === undefined) return known;
    return declare(
      named.name,
      () => bodyOf(named.schema, named.name),
      // Known before its body is, so that schemas may lead back to themselves.
      (node) => components.set(target, node),
    );
  }

  function declare(
    functionName: string,
    createBody: () => FunctionBody,
    announce?: (node: MappingNode) => void,
  ): MappingNode {
    const mapping: FunctionMapping = {
      wanted: `${functionName}Links`,
      place: undefined,
      hasDirection: false,
      components: undefined,
      body: undefined,
    };
    functions.push(mapping);
    const node: MappingNode = { kind: 'call', mapping };
    announce?.(node);
    mapping.body = createBody();
    return node;
  }

  function bodyOf(schema: Schema, functionName: string): FunctionBody {
    if (schema.kind === 'object') return objectBody(schema, functionName);
    const parts = schema.kind === 'union' || schema.kind === 'intersection' ? schema.members : [];
    const nodes =
      schema.kind === 'array'
        ? [mapLinks(schema, functionName)]
        : parts.map((part) => mapLinks(part, functionName));
    return { kind: 'sequence', nodes: nodes.filter((node) => node !== undefined) };
  }

  function objectBody(object: ObjectSchema, functionName: string): ObjectBody {
    const { properties, additionalProperties } = object;
    const member = additionalProperties && mapLinks(additionalProperties, `${functionName}Member`);
    return {
      kind: 'object',
      properties: properties.flatMap(({ name, schema }) => {
        const node = isLink(name, schema, model)
          ? ({ kind: 'link' } as const)
          : mapLinks(schema, functionName + capitalise(name));
        return node === undefined ? [] : [{ name, node, presence: undefined }];
      }),
      members: member && { node: member, named: properties.map(({ name }) => name) },
    };
  }
}
