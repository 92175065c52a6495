import { isJsonObject, ownProperty, type JsonObject, type JsonValue } from './json.ts';
import { childPointer, pointerTokens } from './pointer.ts';

/** The base of documents that have none; never fetched. */
const ROOT_URI = 'apipin:/document';

/** Keywords whose values are data: nothing below them is a reference or an identifier. */
const DATA_KEYWORDS = new Set(['const', 'default', 'enum', 'example', 'examples']);

/** Finds what a `$ref` in a bundled document points to. */
export interface ReferenceIndex {
  /**
   * The pointer that `ref` means when it stands in the schema at `from`, or `undefined` where it names nothing.
   *
   * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2
   */
  resolve(ref: string, from: string): string | undefined;
  /** The value at `pointer`, or `undefined`. */
  valueAt(pointer: string): JsonValue | undefined;
}

/** Builds the index of `root`. `$id` and `$anchor` are only looked for when a reference needs them. */
export function createReferenceIndex(root: JsonObject): ReferenceIndex {
  let identifiers: Map<string, string> | undefined;

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
    return target !== undefined && valueAt(target) !== undefined ? target : undefined;
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

  function findIdentifier(uri: string): string | undefined {
    identifiers ??= collectIdentifiers(root);
    return identifiers.get(uri);
  }

  return { resolve, valueAt };
}

function stepInto(value: JsonValue | undefined, token: string): JsonValue | undefined {
  if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
  return ownProperty(value, token);
}

function collectIdentifiers(root: JsonObject): Map<string, string> {
  const found = new Map([[ROOT_URI, '']]);
  visit(root, '', ROOT_URI);
  return found;

  function visit(value: JsonValue, pointer: string, base: string): void {
    if (Array.isArray(value)) {
      value.forEach((item, index) => visit(item, childPointer(pointer, index), base));
    } else if (isJsonObject(value)) {
      const id = ownProperty(value, '$id');
      const uri = typeof id === 'string' ? absolute(id, base) : base;
      if (uri !== base) found.set(uri, pointer);
      for (const keyword of ['$anchor', '$dynamicAnchor']) {
        const anchor = ownProperty(value, keyword);
        if (typeof anchor === 'string') found.set(`${uri}#${anchor}`, pointer);
      }
      for (const [name, child] of Object.entries(value)) {
        if (!DATA_KEYWORDS.has(name)) visit(child, childPointer(pointer, name), uri);
      }
    }
  }
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
