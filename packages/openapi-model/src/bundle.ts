import { nameTargets, targetKey, type NamedTarget } from './component-names.ts';
import { hasErrors, type Diagnostic } from './diagnostic.ts';
import { isJsonObject, ownProperty, type JsonObject, type JsonValue } from './json.ts';
import { memberKind, type ObjectKind } from './openapi-structure.ts';
import { childPointer, pointerTokens } from './pointer.ts';
import {
  collectReferences,
  valueOf,
  type OpenDocument,
  type ReferenceGraph,
  type Target,
} from './reference-graph.ts';
import type { SourceDocument } from './source-document.ts';
import type { Locate } from './source-position.ts';

/** One self-contained document, absent where a reference leads nowhere. */
interface BundleResult {
  readonly document: Bundle | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

interface Bundle {
  readonly root: JsonObject;
  /** Where a place of the bundle comes from. */
  readonly locate: Locate;
}

/**
 * Makes everything that `root` refers to in other files a component of it.
 *
 * A document that refers to no other file is its own bundle: the very same object. In any other, references by `$id`
 * and `$anchor` become pointers too, since what they were relative to is gone.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#reference-object
 */
export async function bundleDocument(
  root: SourceDocument,
  open: OpenDocument,
): Promise<BundleResult> {
  const graph = await collectReferences(root, open);
  const { diagnostics } = graph;
  if (hasErrors(diagnostics)) return { document: undefined, diagnostics };

  const named = nameTargets(root.root, graph);
  const document = named.size === 0 ? root : joinDocuments(root, graph, named);
  return { document, diagnostics };
}

function joinDocuments(
  root: SourceDocument,
  graph: ReferenceGraph,
  named: ReadonlyMap<string, NamedTarget>,
): Bundle {
  const rewrite = createRewrite(graph, (target) => {
    const component = named.get(targetKey(target));
    // The rest of a pointer may stand raw in a fragment as long as it cannot be taken for an escape.
    return `#${component ? componentPointer(component) : target.pointer}`.replaceAll('%', '%25');
  });
  const rewritten = rewrite(root.root, 'document') as JsonObject;
  const sections = new Map<string, Map<string, JsonValue>>();
  for (const { target, section, name } of named.values()) {
    const components = sections.get(section) ?? new Map<string, JsonValue>();
    sections.set(section, components.set(name, rewrite(valueOf(target) ?? {}, target.kind)));
  }
  return { root: addComponents(rewritten, sections), locate: createBundleLocate(root, named) };
}

type Rewrite = (value: JsonValue, kind: ObjectKind | undefined) => JsonValue;

/** Creates the function that gives a value with every reference in it replaced. */
function createRewrite(graph: ReferenceGraph, refTo: (target: Target) => string): Rewrite {
  return rewrite;

  function rewrite(value: JsonValue, kind: ObjectKind | undefined): JsonValue {
    if (kind === undefined) return value;
    if (Array.isArray(value)) return value.map((item) => rewrite(item, kind));
    return isJsonObject(value) ? rewriteObject(value, kind) : value;
  }

  function rewriteObject(object: JsonObject, kind: ObjectKind): JsonObject {
    const entries: [string, JsonValue][] = [];
    for (const [name, member] of Object.entries(object)) {
      // All references are pointers from the root now; an identifier would give them another base.
      if (kind === 'schema' && (name === '$id' || name === '$anchor')) continue;
      const target = graph.targetOf(object, name);
      entries.push([name, target ? refTo(target) : rewrite(member, memberKind(kind, name))]);
    }
    return Object.fromEntries(entries);
  }
}

function addComponents(
  root: JsonObject,
  sections: ReadonlyMap<string, ReadonlyMap<string, JsonValue>>,
): JsonObject {
  const components = new Map(entriesOf(ownProperty(root, 'components')));
  for (const [section, added] of sections) {
    const existing = entriesOf(components.get(section));
    components.set(section, Object.fromEntries([...existing, ...added]));
  }
  return { ...root, components: Object.fromEntries(components) };
}

function entriesOf(value: JsonValue | undefined): [string, JsonValue][] {
  return isJsonObject(value) ? Object.entries(value) : [];
}

function componentPointer({ section, name }: Pick<NamedTarget, 'section' | 'name'>): string {
  return childPointer(`/components/${section}`, name);
}

function createBundleLocate(root: SourceDocument, named: ReadonlyMap<string, NamedTarget>): Locate {
  const sources = new Map(
    [...named.values()].map((component) => [componentPointer(component), component.target]),
  );
  return (pointer) => {
    const [prefix, rest] = splitPointer(pointer);
    const source = sources.get(prefix);
    return source ? source.document.locate(source.pointer + rest) : root.locate(pointer);
  };
}

/** The pointer to the component that `pointer` lies in, and what follows it. */
function splitPointer(pointer: string): [string, string] {
  const prefix = pointerTokens(pointer).slice(0, 3).reduce(childPointer, '');
  return [prefix, pointer.slice(prefix.length)];
}
