import { createHash } from 'node:crypto';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { LITERAL_NAMING, pointerOf, textOf, type Naming } from './document-text.ts';
import { placesOf } from './places.ts';
import {
  itemsOf,
  membersOf,
  METHODS,
  operationsOf,
  parameterKey,
  templateOf,
} from './operations.ts';

/** What a document says, and what its parts are called. */
export interface Structure {
  /** The same for documents that mean the same and call it the same. */
  readonly named: string;
  /** The same for documents that mean the same, whatever they call it. */
  readonly unnamed: string;
  /** The components that can be told from all others of their section, by what they say: JSON pointers. */
  readonly components: ReadonlyMap<string, string>;
  /** Where each component stands on the wire, by JSON pointer. */
  readonly places: ReadonlyMap<string, ReadonlySet<string>>;
  /** The operationId of each operation, by method and path. */
  readonly operations: ReadonlyMap<string, string>;
}

/** Reads `document` apart from its names, which upstream may change as it likes. */
export function structureOf(document: JsonObject): Structure {
  const colours = colourComponents(document);
  const naming = structuralNaming(colours);
  const rest = { ...document, paths: withParametersInOperations(document), components: {} };
  return {
    named: hash(textOf(document, LITERAL_NAMING)),
    unnamed: hash(
      [textOf(rest, naming), ...[...colours.values()].sort(), ...strayParameters(document)].join(),
    ),
    components: uniqueComponents(colours),
    places: placesOf(document),
    operations: operationIds(document),
  };
}

/**
 * What each component says, as a hash: of itself, then with that of what it refers to, and so on until nothing more
 * can be told apart.
 */
function colourComponents(document: JsonObject): ReadonlyMap<string, string> {
  const components = [...componentsOf(document)];
  const spoken = namesOnTheWire(components);
  let colours: ReadonlyMap<string, string> = new Map();
  for (let count = -1; new Set(colours.values()).size > count;) {
    count = new Set(colours.values()).size;
    const naming = structuralNaming(colours);
    colours = new Map(
      components.map(([pointer, component]) => {
        const section = pointer.split('/')[2] ?? '';
        const name = spoken.has(pointer) ? pointer : section;
        return [pointer, hash(`${name} ${textOf(component, naming)}`)];
      }),
    );
  }
  return colours;
}

function* componentsOf({ components }: JsonObject): Generator<readonly [string, JsonObject]> {
  if (!isJsonObject(components)) return;
  for (const [section, members] of Object.entries(components)) {
    if (!isJsonObject(members) || section === 'examples' || section.startsWith('x-')) continue;
    for (const [name, component] of Object.entries(members)) {
      if (isJsonObject(component)) yield [`#/components/${section}/${name}`, component];
    }
  }
}

/** Schemas that a discriminator without a mapping tells apart by their names. */
function namesOnTheWire(components: readonly (readonly [string, JsonObject])[]): Set<string> {
  const spoken = new Set<string>();
  const parents = new Set(
    components.filter(([, { discriminator }]) => discriminator !== undefined).map(([at]) => at),
  );
  const visit = (value: Json, at: string): void => {
    if (Array.isArray(value)) for (const item of value) visit(item as Json, at);
    if (!isJsonObject(value)) return;
    const { discriminator, allOf, ...members } = value;
    if (isJsonObject(discriminator)) {
      const mapping = isJsonObject(discriminator['mapping']) ? discriminator['mapping'] : {};
      const mapped = Object.values(mapping).map((target) => pointerOf(String(target)));
      for (const target of [...references(members['oneOf']), ...references(members['anyOf'])]) {
        if (!mapped.includes(target)) spoken.add(target);
      }
    }
    if (references(allOf).some((target) => parents.has(target))) spoken.add(at);
    for (const member of Object.values(value)) visit(member, at);
  };
  for (const [at, component] of components) visit(component, at);
  return spoken;
}

function references(list: Json | undefined): string[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: Json) =>
    isJsonObject(item) && typeof item['$ref'] === 'string' ? [item['$ref']] : [],
  );
}

function structuralNaming(colours: ReadonlyMap<string, string>): Naming {
  return {
    reference: (pointer) =>
      pointer.startsWith('#/components/') ? (colours.get(pointer) ?? '') : pointer,
    path: templateOf,
    pathParameter: () => '{}',
    hasOperationIds: false,
  };
}

function uniqueComponents(colours: ReadonlyMap<string, string>): Map<string, string> {
  const groups = Map.groupBy(colours, ([, colour]) => colour);
  return new Map(
    [...groups].flatMap(([colour, [first, ...others]]) =>
      first === undefined || others.length > 0 ? [] : [[colour, first[0]]],
    ),
  );
}

function operationIds(document: JsonObject): Map<string, string> {
  return new Map(
    [...operationsOf(document)].flatMap(([key, { operationId }]) =>
      operationId === undefined ? [] : [[key, operationId]],
    ),
  );
}

/** Parameters of a path item are those of each of its operations. */
function withParametersInOperations(document: JsonObject): JsonObject {
  const items = membersOf(document['paths']).map(([path, item]): [string, Json] => {
    if (!isJsonObject(item)) return [path, item];
    const { parameters: shared, ...rest } = item;
    const members = Object.entries(rest).map(([name, member]): [string, Json] => {
      if (!METHODS.includes(name) || !isJsonObject(member)) return [name, member];
      const all = [...itemsOf(shared), ...itemsOf(member['parameters'])];
      // Those of the operation come last, and override.
      const parameters = new Map(all.map((each) => [parameterKey(document, each), each]));
      return [name, { ...member, parameters: [...parameters.values()] }];
    });
    return [path, Object.fromEntries(members)];
  });
  return Object.fromEntries(items);
}

/** Path parameters that their path does not have, and that no place in it can stand for. */
function strayParameters(document: JsonObject): string[] {
  return [...operationsOf(document).values()].flatMap(({ key, path, parameters }) =>
    parameters
      .filter((parameter) => parameter['in'] === 'path')
      .map(({ name }) => String(name))
      .filter((name) => !path.includes(`{${name}}`))
      .map((name) => `${key} ${name}`),
  );
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}
