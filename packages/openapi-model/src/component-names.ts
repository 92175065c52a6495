import { compareCodeUnits } from './compare.ts';
import { ownProperty, type JsonObject } from './json.ts';
import { componentSection } from './openapi-structure.ts';
import { pointerTokens } from './pointer.ts';
import type { ReferenceGraph, Target } from './reference-graph.ts';

/** A target outside the root document, and the component that it becomes there. */
export interface NamedTarget {
  readonly target: Target;
  /** Of `components`. */
  readonly section: string;
  readonly name: string;
}

/** Tells targets apart: two references to one place, as one kind of object, share one component. */
export function targetKey({ document, pointer, kind }: Target): string {
  return JSON.stringify([componentSection(kind), document.name, pointer]);
}

/**
 * Names every target outside `root`, by {@link targetKey}.
 *
 * A component of `root` that is nothing but a reference gives its name to what it refers to. Others are named after
 * the last token of their pointer or their file, with `_2`, `_3`… where the name is taken. The order in which the
 * references stand has no influence.
 */
export function nameTargets(root: JsonObject, graph: ReferenceGraph): Map<string, NamedTarget> {
  const external = uniqueTargets(graph.targets.filter(({ document }) => document.root !== root));
  const named = new Map<string, NamedTarget>();
  for (const section of new Set(external.map(sectionOf))) {
    const existing = ownProperty(ownProperty(root, 'components'), section) ?? {};
    const aliases = componentsThatOnlyRefer(existing as JsonObject, graph);
    const findFreeName = createNameFinder(new Set(Object.keys(existing)));
    for (const target of external) {
      if (sectionOf(target) !== section) continue;
      const key = targetKey(target);
      const name = aliases.get(key) ?? findFreeName(wantedName(target));
      named.set(key, { target, section, name });
    }
  }
  return named;
}

function uniqueTargets(targets: readonly Target[]): Target[] {
  const unique = new Map(targets.map((target) => [targetKey(target), target]));
  return [...unique].sort(([a], [b]) => compareCodeUnits(a, b)).map(([, target]) => target);
}

function sectionOf({ kind }: Target): string {
  return componentSection(kind) as string;
}

/** By target key, the first name in code unit order of a component that is a reference to that target. */
function componentsThatOnlyRefer(
  components: JsonObject,
  graph: ReferenceGraph,
): Map<string, string> {
  const names = new Map<string, string>();
  for (const name of Object.keys(components).sort(compareCodeUnits)) {
    const component = components[name] as JsonObject;
    const target = graph.targetOf(component, '$ref');
    if (target === undefined || Object.keys(component).length > 1) continue;
    if (!names.has(targetKey(target))) names.set(targetKey(target), name);
  }
  return names;
}

/** Component names are limited to letters, digits, `.`, `-` and `_`. */
function wantedName({ document, pointer, kind }: Target): string {
  const wanted = pointerTokens(pointer).at(-1) ?? fileName(document.name);
  if (/^[\w.-]+$/.test(wanted)) return wanted;
  return wanted.replaceAll(/[^\w.-]+/g, '_').replaceAll(/^_+|_+$/g, '') || kind;
}

function fileName(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return name.replace(/(?<=.)\.[^.]*$/, '');
}

/** Creates the function that takes the first free one of `name`, `name_2`, `name_3`…; `taken` grows with each call. */
function createNameFinder(taken: Set<string>): (wanted: string) => string {
  // Thousands of targets may want one name; none of them should count from 2 again.
  const lastNumber = new Map<string, number>();
  return (wanted) => {
    let number = lastNumber.get(wanted) ?? 1;
    let name = number === 1 ? wanted : `${wanted}_${number}`;
    while (taken.has(name)) name = `${wanted}_${++number}`;
    lastNumber.set(wanted, number);
    taken.add(name);
    return name;
  };
}
