import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/*
 * Says what a document means as one text, by our own hand: it judges `apipin sync`, and shares no code with it.
 */

/** What becomes of the names in a document. */
export interface Naming {
  /** Stands for a reference. */
  readonly reference: (pointer: string) => string;
  /** Stands for a path of `paths`. */
  readonly path: (template: string) => string;
  /** Stands for a parameter of the path. */
  readonly pathParameter: (name: string) => string;
  readonly hasOperationIds: boolean;
}

/** Every name as it stands there. */
export const LITERAL_NAMING: Naming = {
  reference: (pointer) => pointer,
  path: (template) => template,
  pathParameter: (name) => name,
  hasOperationIds: true,
};

/** Says nothing to a program. */
const PROSE: ReadonlySet<string> = new Set([
  '$comment',
  'description',
  'example',
  'examples',
  'externalDocs',
  'info',
  'summary',
  'tags',
  'title',
]);

/** Members of these are named by whoever wrote the document. */
const MAPS: ReadonlySet<string> = new Set([
  '$defs',
  'callbacks',
  'content',
  'definitions',
  'dependentRequired',
  'dependentSchemas',
  'encoding',
  'headers',
  'links',
  'parameters',
  'pathItems',
  'paths',
  'patternProperties',
  'properties',
  'requestBodies',
  'responses',
  'schemas',
  'scopes',
  'security',
  'securitySchemes',
  'variables',
  'webhooks',
]);

/** What these hold are values of the API. */
const VALUES: ReadonlySet<string> = new Set(['const', 'default', 'enum']);

/** Lists whose order means nothing. */
const SETS: ReadonlySet<string> = new Set([
  'allOf',
  'anyOf',
  'enum',
  'oneOf',
  'parameters',
  'required',
  'security',
  'type',
]);

/** The text of an object of OpenAPI: the same for the same meaning, whatever the order, prose and vendor extensions. */
export function textOf(value: Json, naming: Naming): string {
  if (Array.isArray(value)) return list(value.map((item: Json) => textOf(item, naming)));
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([name]) => !isSilent(name, naming))
    .map(([name, member]) => memberText(name, textOfMember(name, member, value, naming)));
  return `{${members.sort().join(',')}}`;
}

function isSilent(name: string, { hasOperationIds }: Naming): boolean {
  return PROSE.has(name) || name.startsWith('x-') || (name === 'operationId' && !hasOperationIds);
}

function textOfMember(name: string, member: Json, parent: JsonObject, naming: Naming): string {
  if (name === '$ref' && typeof member === 'string') return naming.reference(member);
  if (VALUES.has(name)) return valueText(member, SETS.has(name));
  // https://www.rfc-editor.org/rfc/rfc9110#section-11.1: the name of a scheme is the same in either case.
  if (name === 'scheme') return JSON.stringify(String(member).toLowerCase());
  if (name === 'name' && parent['in'] === 'path') return naming.pathParameter(String(member));
  if (name === 'mapping' && isJsonObject(member)) return mappingText(member, naming);
  if (Array.isArray(member) && SETS.has(name)) {
    const items = member.map((item: Json) =>
      name === 'security' ? mapText(item, naming, schemeOf(naming)) : textOf(item, naming),
    );
    return list(items.sort());
  }
  if (MAPS.has(name)) return mapText(member, naming, name === 'paths' ? naming.path : undefined);
  return textOf(member, naming);
}

function mapText(value: Json, naming: Naming, keyOf = (key: string): string => key): string {
  if (!isJsonObject(value)) return textOf(value, naming);
  const members = Object.entries(value).map(([name, member]) =>
    memberText(keyOf(name), textOf(member, naming)),
  );
  return `{${members.sort().join(',')}}`;
}

function schemeOf({ reference }: Naming): (name: string) => string {
  return (name) => reference(`#/components/securitySchemes/${name}`);
}

/** The names in a mapping are values of the API, and what they stand for are references. */
function mappingText(mapping: JsonObject, { reference }: Naming): string {
  const members = Object.entries(mapping).map(([value, target]) =>
    memberText(value, reference(pointerOf(String(target)))),
  );
  return `{${members.sort().join(',')}}`;
}

/** What a mapping refers to, by name or by reference. */
export function pointerOf(target: string): string {
  return /^[\w.-]+$/.test(target) ? `#/components/schemas/${target}` : target;
}

function valueText(value: Json, isSet: boolean): string {
  if (Array.isArray(value)) {
    const items = value.map((item: Json) => valueText(item, false));
    return list(isSet ? items.sort() : items);
  }
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) =>
    memberText(name, valueText(member, false)),
  );
  return `{${members.sort().join(',')}}`;
}

function list(items: readonly string[]): string {
  return `[${items.join(',')}]`;
}

function memberText(name: string, text: string): string {
  return `${JSON.stringify(name)}:${text}`;
}
