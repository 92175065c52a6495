import { isJsonObject, ownProperty, type JsonObject, type JsonValue } from './json.ts';
import { memberKind, type ObjectKind } from './openapi-structure.ts';
import { childPointer, pointerTokens } from './pointer.ts';

/** The base of documents that have none; never fetched. */
const ROOT_URI = 'apipin:/document';

/** Keywords whose values are data: nothing below them has an identifier. */
const DATA_KEYWORDS = new Set(['const', 'default', 'enum', 'example', 'examples']);

/** Finds what a `$ref` in a bundled document points to. */
export interface ReferenceIndex {
  /**
   * The pointer that `ref` means when it stands in the schema at `from`, or `undefined` where it names nothing.
   *
   * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2
   */
  resolve(ref: string, from: string): string | undefined;
  /**
   * Whether which schema a `$dynamicRef` means, that `resolve` leads to `target`, depends on the way it was reached.
   *
   * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.2
   */
  isDynamic(ref: string, target: string): boolean;
  /** The value at `pointer`, or `undefined`. */
  valueAt(pointer: string): JsonValue | undefined;
}

/** Builds the index of `root`. `$id` and `$anchor` are only looked for when a reference needs them. */
export function createReferenceIndex(root: JsonObject): ReferenceIndex {
  let identifiers: Identifiers | undefined;

  const valueAt = (pointer: string): JsonValue | undefined =>
    pointerTokens(pointer).reduce<JsonValue | undefined>(stepInto, root);

  function resolve(ref: string, from: string): string | undefined {
    const hash = ref.indexOf('#');
    const uri = hash === -1 ? ref : ref.slice(0, hash);
    const fragment = decodeFragment(hash === -1 ? '' : ref.slice(hash + 1));
    if (fragment === undefined) return undefined;

    const resource = uri === '' ? resourceOf(from) : findIdentifier(absolute(uri, baseUriOf(from)));
    if (resource === undefined) return undefined;
    const target =
      fragment === '' || fragment.startsWith('/')
        ? resource + fragment
        : findIdentifier(`${baseUriOf(resource)}#${fragment}`);
    return target !== undefined && valueAt(target) !== undefined ? canonical(target) : undefined;
  }

  /** The nearest schema at or above `pointer` that has an `$id`; the document itself where none has. */
  function resourceOf(pointer: string): string {
    let value: JsonValue | undefined = root;
    let path = '';
    let resource = '';
    for (const token of pointerTokens(pointer)) {
      value = stepInto(value, token);
      path = childPointer(path, token);
      if (typeof ownProperty(value, '$id') === 'string') resource = path;
    }
    return resource;
  }

  function baseUriOf(pointer: string): string {
    let value: JsonValue | undefined = root;
    let uri = ROOT_URI;
    for (const token of pointerTokens(pointer)) {
      value = stepInto(value, token);
      const id = ownProperty(value, '$id');
      if (typeof id === 'string') uri = absolute(id, uri);
    }
    return uri;
  }

  function allIdentifiers(): Identifiers {
    return (identifiers ??= collectIdentifiers(root));
  }

  function findIdentifier(uri: string): string | undefined {
    return allIdentifiers().pointers.get(uri);
  }

  /** With one schema to choose from, a dynamic reference is one like any other. */
  function isDynamic(ref: string, target: string): boolean {
    const anchor = decodeFragment(ref.slice(ref.indexOf('#') + 1));
    if (anchor === undefined || ownProperty(valueAt(target), '$dynamicAnchor') !== anchor)
      return false;
    return (allIdentifiers().dynamicAnchors.get(anchor) ?? 0) > 1;
  }

  return { resolve, isDynamic, valueAt };
}

/** The one way to write a pointer: `~` may stand unescaped in a reference. */
function canonical(pointer: string): string {
  return pointerTokens(pointer).reduce(childPointer, '');
}

function stepInto(value: JsonValue | undefined, token: string): JsonValue | undefined {
  if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
  return ownProperty(value, token);
}

interface Identifiers {
  /** The pointer of each URI that a schema gives itself. */
  readonly pointers: ReadonlyMap<string, string>;
  /** How many schemas have the `$dynamicAnchor`. */
  readonly dynamicAnchors: ReadonlyMap<string, number>;
}

/**
 * Only schemas have identifiers: what stands in an example, or under a keyword that nobody knows, is data. In a file that
 * is no OpenAPI document, anything may be a schema.
 */
function collectIdentifiers(root: JsonObject): Identifiers {
  const pointers = new Map([[ROOT_URI, '']]);
  const dynamicAnchors = new Map<string, number>();
  visit(root, '', ROOT_URI, Object.hasOwn(root, 'openapi') ? 'document' : 'anything');
  return { pointers, dynamicAnchors };

  function visit(
    value: JsonValue,
    pointer: string,
    base: string,
    kind: ObjectKind | 'anything',
  ): void {
    if (Array.isArray(value)) {
      value.forEach((item, index) => visit(item, childPointer(pointer, index), base, kind));
    } else if (isJsonObject(value)) {
      const mayBeSchema = kind === 'schema' || kind === 'anything';
      const uri = mayBeSchema ? identify(value, pointer, base) : base;
      for (const [name, child] of Object.entries(value)) {
        const childKind = kind === 'anything' ? anyMember(name) : memberKind(kind, name);
        if (childKind !== undefined) visit(child, childPointer(pointer, name), uri, childKind);
      }
    }
  }

  function identify(schema: JsonObject, pointer: string, base: string): string {
    const id = ownProperty(schema, '$id');
    const uri = typeof id === 'string' ? absolute(id, base) : base;
    if (uri !== base) pointers.set(uri, pointer);
    for (const keyword of ['$anchor', '$dynamicAnchor']) {
      const anchor = ownProperty(schema, keyword);
      if (typeof anchor !== 'string') continue;
      pointers.set(`${uri}#${anchor}`, pointer);
      if (keyword === '$dynamicAnchor')
        dynamicAnchors.set(anchor, (dynamicAnchors.get(anchor) ?? 0) + 1);
    }
    return uri;
  }
}

function anyMember(name: string): 'anything' | undefined {
  return DATA_KEYWORDS.has(name) ? undefined : 'anything';
}

function absolute(uri: string, base: string): string {
  return URL.canParse(uri, base) ? new URL(uri, base).href.replace(/#$/, '') : uri;
}

function decodeFragment(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
}
