import type { Diagnostic } from './diagnostic.ts';
import { isJsonObject, ownProperty, type JsonObject, type JsonValue } from './json.ts';
import { componentSection, memberKind, type ObjectKind } from './openapi-structure.ts';
import { childPointer } from './pointer.ts';
import type { SourceDocument } from './source-document.ts';
import { UnresolvedReferenceError } from './unresolved-reference-error.ts';

/** What a reference leads to. */
export interface Target {
  readonly document: SourceDocument;
  /** RFC 6901 pointer in that document. */
  readonly pointer: string;
  /** What the place of the reference makes of it. */
  readonly kind: ObjectKind;
}

/** Every reference that a document leads to, in its own file or others. */
export interface ReferenceGraph {
  /** The target of the reference that is the member `name` of `holder`. */
  targetOf(holder: JsonObject, name: string): Target | undefined;
  readonly targets: readonly Target[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds the document that `uri` names, seen from `from`; `undefined` where it has errors of its own, already reported.
 *
 * @throws UnresolvedReferenceError
 */
export type OpenDocument = (
  uri: string,
  from: SourceDocument,
) => Promise<SourceDocument | undefined>;

/** A value that is to be searched for references. */
interface Place {
  readonly document: SourceDocument;
  readonly value: JsonValue | undefined;
  readonly pointer: string;
  readonly kind: ObjectKind;
}

interface Reference {
  readonly document: SourceDocument;
  readonly holder: JsonObject;
  readonly name: string;
  /** Of `holder`. */
  readonly pointer: string;
  readonly ref: string;
  readonly kind: ObjectKind;
}

/**
 * Follows all references from `root`. Only what OpenAPI says is a reference counts: a `$ref` in an example, a default
 * or an extension is data.
 */
export async function collectReferences(
  root: SourceDocument,
  open: OpenDocument,
): Promise<ReferenceGraph> {
  const diagnostics: Diagnostic[] = [];
  const targets = new Map<JsonObject, Map<string, Target>>();
  const references: Reference[] = [];
  const visited = new Map<ObjectKind, WeakSet<object>>();
  const places: Place[] = [{ document: root, value: root.root, pointer: '', kind: 'document' }];

  // Following a reference can add places, which the loop then reaches as well.
  for (const place of places) {
    const found: Reference[] = [];
    findReferences(place, visited, found, diagnostics);
    for (const reference of found) {
      const target = await follow(reference, root, open, diagnostics);
      if (target === undefined) continue;
      const { holder, name } = reference;
      references.push(reference);
      targets.set(holder, (targets.get(holder) ?? new Map<string, Target>()).set(name, target));
      places.push({ ...target, value: valueOf(target) });
    }
  }

  const targetOf = (holder: JsonObject, name: string): Target | undefined =>
    targets.get(holder)?.get(name);
  diagnostics.push(...findCycles(references, targetOf));
  return {
    targetOf,
    targets: [...targets.values()].flatMap((members) => [...members.values()]),
    diagnostics,
  };
}

/** The value that `target` stands for. */
export function valueOf({ document, pointer }: Target): JsonValue | undefined {
  return document.references.valueAt(pointer);
}

function findReferences(
  { document, value, pointer, kind }: Place,
  visited: Map<ObjectKind, WeakSet<object>>,
  found: Reference[],
  diagnostics: Diagnostic[],
): void {
  if (Array.isArray(value)) {
    value.forEach((item: JsonValue, index) => {
      const place = { document, value: item, pointer: childPointer(pointer, index), kind };
      findReferences(place, visited, found, diagnostics);
    });
    return;
  }
  if (!isJsonObject(value) || isVisited(value, kind, visited)) return;
  for (const name of Object.keys(value)) {
    const member = value[name];
    const child = childPointer(pointer, name);
    const refKind = typeof member === 'string' ? referenceKind(kind, name) : undefined;
    if (typeof member === 'string' && refKind !== undefined) {
      found.push({ document, holder: value, name, pointer, ref: member, kind: refKind });
    } else if (typeof member === 'string' && name === '$ref') {
      const message = 'no $ref may stand here; put one into each member instead';
      diagnostics.push({
        code: 'ref-misplaced',
        severity: 'error',
        at: document.locate(child),
        message,
      });
    } else {
      const childKind = memberKind(kind, name);
      if (childKind === undefined) continue;
      const place = { document, value: member, pointer: child, kind: childKind };
      findReferences(place, visited, found, diagnostics);
    }
  }
}

function isVisited(
  value: object,
  kind: ObjectKind,
  visited: Map<ObjectKind, WeakSet<object>>,
): boolean {
  let values = visited.get(kind);
  if (values === undefined) {
    values = new WeakSet();
    visited.set(kind, values);
  }
  if (values.has(value)) return true;
  values.add(value);
  return false;
}

/** What the string member `name` of an object of `kind` refers to; `undefined` where it is no reference. */
function referenceKind(kind: ObjectKind, name: string): ObjectKind | undefined {
  if (kind === 'mapping') return 'schema';
  return name === '$ref' && componentSection(kind) !== undefined ? kind : undefined;
}

async function follow(
  reference: Reference,
  root: SourceDocument,
  open: OpenDocument,
  diagnostics: Diagnostic[],
): Promise<Target | undefined> {
  try {
    return await findTarget(reference, root, open);
  } catch (error) {
    if (!(error instanceof UnresolvedReferenceError)) throw error;
    const { document, pointer, name, ref } = reference;
    diagnostics.push({
      code: error.code,
      severity: 'error',
      at: document.locate(childPointer(pointer, name)),
      message: `"${ref}": ${error.message}`,
    });
    return undefined;
  }
}

async function findTarget(
  { document, pointer, ref, kind, name }: Reference,
  root: SourceDocument,
  open: OpenDocument,
): Promise<Target | undefined> {
  const mapped = name === '$ref' ? undefined : findMappedSchema(ref, document, root);
  if (mapped !== undefined) return mapped;

  const local = document.references.resolve(ref, pointer);
  if (local !== undefined) return { document, pointer: local, kind };

  const hash = ref.indexOf('#');
  const uri = hash === -1 ? ref : ref.slice(0, hash);
  const other = uri === '' ? document : await open(uri, document);
  if (other === undefined) return undefined;
  const target = other.references.resolve(hash === -1 ? '#' : ref.slice(hash), '');
  if (target !== undefined) return { document: other, pointer: target, kind };
  throw new UnresolvedReferenceError(
    'ref-unresolved',
    `there is no such place in ${other.name}; correct the reference`,
  );
}

/**
 * The values of a discriminator mapping are URIs or names of schemas, which live in the same file or in the root.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
 */
function findMappedSchema(
  value: string,
  document: SourceDocument,
  root: SourceDocument,
): Target | undefined {
  for (const place of [document, root]) {
    const schemas = ownProperty(ownProperty(place.root, 'components'), 'schemas');
    if (ownProperty(schemas, value) === undefined) continue;
    const pointer = childPointer('/components/schemas', value);
    return { document: place, pointer, kind: 'schema' };
  }
  if (/[/#.]/.test(value)) return undefined;
  throw new UnresolvedReferenceError(
    'ref-unresolved',
    'there is no schema of that name; correct the mapping',
  );
}

/** One diagnostic for each ring of references in which nothing but references stands. */
function findCycles(
  references: readonly Reference[],
  targetOf: ReferenceGraph['targetOf'],
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const settled = new Set<JsonObject>();
  for (const { document, holder, name, pointer, ref } of references) {
    const chain = new Set<JsonObject>();
    let next = name === '$ref' ? holder : undefined;
    while (next !== undefined && !settled.has(next) && !chain.has(next)) {
      chain.add(next);
      const target = targetOf(next, '$ref');
      const value = target && valueOf(target);
      next = isJsonObject(value) ? value : undefined;
    }
    if (next !== undefined && chain.has(next)) {
      const at = document.locate(childPointer(pointer, '$ref'));
      const message = `"${ref}" leads back to itself; put a definition into the ring`;
      diagnostics.push({ code: 'ref-cycle', severity: 'error', at, message });
    }
    for (const link of chain) settled.add(link);
  }
  return diagnostics;
}
