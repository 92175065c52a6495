import {
  childPointer,
  compareCodeUnits,
  componentSection,
  isJsonObject,
  memberKind,
  ownArray,
  ownProperty,
  ownString,
  sortedEntries,
  type JsonObject,
  type JsonValue,
  type ObjectKind,
} from '@apipin/openapi-model';
import {
  componentId,
  parseComponentReference,
  type ComponentName,
  type ComponentReference,
} from './component-reference.ts';
import { formatOperation, type OperationPlace } from './operation-key.ts';
import { pathKeys, templateNames } from './path-template.ts';

/** The parts of a document that have names, and where they are used. */
export interface Survey {
  readonly operations: readonly SurveyedOperation[];
  readonly components: readonly SurveyedComponent[];
  readonly references: readonly Reference[];
  /** By name, the keys of the operations that carry the tag. */
  readonly tags: ReadonlyMap<string, readonly string[]>;
  /** {@link pathKeys} of the document's paths. */
  readonly paths: ReadonlyMap<string, string>;
}

export interface SurveyedOperation extends OperationPlace {
  /** What identifies it: its place, without the names of path parameters. */
  readonly key: string;
  readonly object: JsonObject;
}

export interface SurveyedComponent extends ComponentName {
  readonly kind: ObjectKind;
  readonly value: JsonValue;
}

/** One use of a component. */
export interface Reference {
  /** An operation's key, a path's key, a component's id, or nothing for the document. */
  readonly owner: string;
  /** RFC 6901 pointer from the owner; without positions in lists where those mean nothing. */
  readonly place: string;
  readonly target: ComponentReference;
}

/** Where the search stands. */
interface Place {
  readonly owner: string;
  readonly pointer: string;
  /** The operation, or with no method yet what operations may stand in. */
  readonly operation: OperationPlace;
}

/** Lists that are sets of alternatives, of which new ones may come in anywhere. */
const SETS: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf']);

/** Names of `components` that reach no generated code. */
const NAMELESS: ReadonlySet<string> = new Set(['examples']);

/** The components whose names are held. */
export function namedComponents(root: JsonObject): SurveyedComponent[] {
  const sections = ownProperty(root, 'components');
  return (isJsonObject(sections) ? sortedEntries(sections) : []).flatMap(([section, members]) => {
    const sectionKind = memberKind('components', section);
    if (sectionKind === undefined || NAMELESS.has(section) || !isJsonObject(members)) return [];
    return sortedEntries(members).flatMap(([name, value]): SurveyedComponent[] => {
      const kind = memberKind(sectionKind, name);
      return kind === undefined ? [] : [{ section, name, kind, value }];
    });
  });
}

/** Finds every operation, every component, and every use of a component. */
export function surveyDocument(root: JsonObject): Survey {
  const paths = pathKeys(pathNames(root));
  const components = namedComponents(root);
  const byId = new Map(components.map((component) => [componentId(component), component]));
  const operations = new Map<JsonObject, SurveyedOperation>();
  const references: Reference[] = [];

  visitSecurity(root, '', '');
  for (const [path, item] of membersOf(root, 'paths')) {
    const key = paths.get(path);
    if (key === undefined) continue;
    visitPathItem(item, { owner: key, pointer: '', operation: { method: '', path, below: '' } });
  }
  for (const [name, item] of membersOf(root, 'webhooks')) {
    const path = `webhooks/${name}`;
    visitPathItem(item, { owner: path, pointer: '', operation: { method: '', path, below: '' } });
  }
  for (const component of components) {
    const owner = componentId(component);
    const operation = { method: '', path: owner, below: '' };
    visit(component.value, component.kind, { owner, pointer: '', operation });
  }
  const surveyed = [...operations.values()];
  return { operations: surveyed, components, references, tags: surveyTags(root, surveyed), paths };

  /** The operations of a component belong to the first path that refers to it. */
  function visitPathItem(item: JsonValue, place: Place): void {
    visit(item, 'pathItem', place);
    const target = componentAt(item);
    if (target?.kind === 'pathItem') visit(target.value, 'pathItem', place);
  }

  function componentAt(value: JsonValue): SurveyedComponent | undefined {
    const target = parseComponentReference(ownString(value, '$ref') ?? '');
    return target?.below === '' ? byId.get(componentId(target)) : undefined;
  }

  function visit(value: JsonValue, kind: ObjectKind, place: Place): void {
    if (!isJsonObject(value)) return;
    // What an identifier makes a document of its own has pointers of its own.
    if (kind === 'schema' && ownString(value, '$id') !== undefined) return;
    const here = kind === 'operation' ? enterOperation(value, place) : place;
    if (kind === 'operation') visitSecurity(value, here.owner, here.pointer);
    for (const [name, member] of Object.entries(value)) visitMember(kind, name, member, here);
  }

  function visitMember(kind: ObjectKind, name: string, member: JsonValue, place: Place): void {
    const below = { ...place, pointer: childPointer(place.pointer, name) };
    const target = typeof member === 'string' ? referenceTarget(kind, name, member) : undefined;
    if (target !== undefined) {
      const pointer = name === '$ref' ? place.pointer : below.pointer;
      references.push({ owner: place.owner, place: pointer, target });
      return;
    }
    const childKind = memberKind(kind, name);
    if (childKind === undefined) return;
    if (!Array.isArray(member)) return visit(member, childKind, below);
    for (const [index, item] of member.entries()) {
      const pointer = SETS.has(name)
        ? below.pointer
        : childKind === 'parameter'
          ? parameterPointer(item, below)
          : childPointer(below.pointer, index);
      visit(item, childKind, { ...below, pointer });
    }
  }

  function referenceTarget(
    kind: ObjectKind,
    name: string,
    text: string,
  ): ComponentReference | undefined {
    if (kind === 'mapping' && byId.has(componentId({ section: 'schemas', name: text })))
      return { section: 'schemas', name: text, below: '' };
    const isReference =
      kind === 'mapping' || (name === '$ref' && componentSection(kind) !== undefined);
    return isReference ? parseComponentReference(text) : undefined;
  }

  /** Parameters are told apart by location and name, and those of the path by their turn. */
  function parameterPointer(item: JsonValue, { pointer, operation }: Place): string {
    const parameter = componentAt(item)?.value ?? item;
    const location = ownString(parameter, 'in') ?? '';
    const name = ownString(parameter, 'name') ?? '';
    const turn = location === 'path' ? templateNames(operation.path).indexOf(name) : -1;
    return [location, turn === -1 ? name : turn].reduce(childPointer, pointer);
  }

  /** The operation becomes the owner of what stands in it, unless it is itself a part of a component. */
  function enterOperation(object: JsonObject, place: Place): Place {
    const known = operations.get(object);
    const { method, path, below } = known ?? operationAt(place.operation, place.pointer);
    const operation = { method, path, below };
    const key = formatOperation({ ...operation, path: paths.get(path) ?? path });
    if (known === undefined) operations.set(object, { ...operation, key, object });
    return byId.has(place.owner) ? place : { owner: key, pointer: '', operation };
  }

  function visitSecurity(holder: JsonObject, owner: string, pointer: string): void {
    for (const name of securitySchemesIn(holder)) {
      const target = { section: 'securitySchemes', name, below: '' };
      references.push({ owner, place: childPointer(pointer, 'security'), target });
    }
  }
}

function surveyTags(
  root: JsonObject,
  operations: readonly SurveyedOperation[],
): Map<string, string[]> {
  const tags = new Map<string, string[]>(tagsIn(root).map((name) => [name, []]));
  for (const { object, key } of operations) {
    for (const name of tagsIn(object)) {
      const carriers = tags.get(name);
      if (carriers === undefined) tags.set(name, [key]);
      else carriers.push(key);
    }
  }
  return tags;
}

/** The names of the tags that the document describes, or that an operation carries; each once. */
function tagsIn(holder: JsonObject): string[] {
  const names = ownArray(holder, 'tags').map((tag) =>
    typeof tag === 'string' ? tag : ownString(tag, 'name'),
  );
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** The names that the security requirements of the document or of an operation have. */
function securitySchemesIn(holder: JsonObject): string[] {
  const requirements = ownProperty(holder, 'security');
  if (!Array.isArray(requirements)) return [];
  return requirements.filter(isJsonObject).flatMap((requirement) => Object.keys(requirement));
}

/** `pointer` leads from a path item, a component, or the operation around it, to the operation in it. */
function operationAt(around: OperationPlace, pointer: string): OperationPlace {
  if (around.method !== '') return { ...around, below: `${around.below || '#'}${pointer}` };
  const end = pointer.lastIndexOf('/');
  const above = pointer.slice(0, end).replace(/^\/additionalOperations$/, '');
  return {
    method: pointer.slice(end + 1).toUpperCase(),
    path: around.path,
    below: above === '' ? '' : `#${above}`,
  };
}

function pathNames(root: JsonObject): string[] {
  const paths = ownProperty(root, 'paths');
  return isJsonObject(paths) ? Object.keys(paths).filter((name) => name.startsWith('/')) : [];
}

function membersOf(root: JsonObject, name: 'paths' | 'webhooks'): [string, JsonValue][] {
  const members = ownProperty(root, name);
  if (!isJsonObject(members)) return [];
  return Object.entries(members)
    .filter(([key]) => memberKind(name === 'paths' ? 'paths' : 'pathItems', key) !== undefined)
    .sort(([a], [b]) => compareCodeUnits(a, b));
}
