import { compareCodeUnits } from '@apipin/openapi-model';
import { componentId } from './component-reference.ts';
import type { Structure } from './digest-structure.ts';
import { matchParts } from './match-parts.ts';
import type { Part, PinnedPart, Use } from './part.ts';
import { formatUse, parseUse } from './use-text.ts';
import type { NameLock, PinnedComponent, PinnedComponents, Renaming } from './name-lock.ts';
import { nameParts, renamesOf } from './name-parts.ts';
import type { Names } from './path-names.ts';
import { keepNames, nextTurn, upstreamName } from './retire.ts';
import type { Survey } from './survey.ts';

/** What is to be done so that components keep their names. */
export interface HeldComponents {
  /** By section. */
  readonly renames: ReadonlyMap<string, Names>;
  readonly renamed: readonly Renaming[];
  readonly lock: NameLock['components'];
}

/** Places to pin of each component: enough to survive the end of some, and few enough to read. */
const MAX_USES = 3;

/** Recognises each component by its structure and by where it is used, and by its name last. */
export function holdComponents(
  survey: Survey,
  structures: ReadonlyMap<string, Structure>,
  pinned: NameLock['components'],
): HeldComponents {
  const parts = foundParts(survey, structures);
  const matches = matchParts(pinnedParts(pinned), parts);
  const sections = new Map(
    [...Map.groupBy(parts, ({ section }) => section)].map(([section, members]) => [
      section,
      nameParts(members, matches, Object.keys(pinned[section] ?? {})),
    ]),
  );
  const names = new Map([...sections.values()].flatMap((section) => [...section]));
  const renames = new Map([...sections].map(([section, members]) => [section, renamesOf(members)]));
  return {
    renames,
    renamed: [...renames].flatMap(([kind, section]) =>
      [...section].map(([from, to]) => ({ kind, from, to })),
    ),
    lock: pinComponents(names, pinned),
  };
}

function foundParts(
  { components, references }: Survey,
  structures: ReadonlyMap<string, Structure>,
): Part[] {
  const uses = new Map<string, Use[]>();
  for (const { owner, place, target } of references) {
    const use = { owner, place: place + target.below };
    const others = uses.get(componentId(target));
    if (others === undefined) uses.set(componentId(target), [use]);
    else others.push(use);
  }
  return components.map((component) => {
    const id = componentId(component);
    const { section, name } = component;
    return { section, name, ...(structures.get(id) as Structure), uses: uses.get(id) ?? [] };
  });
}

function pinnedParts(pinned: NameLock['components']): PinnedPart[] {
  return Object.entries(pinned).flatMap(([section, components]) =>
    Object.entries(components).map(([name, { upstream, retired, digest, shape, uses }]) => {
      const isRetired = retired !== undefined;
      return { section, name, upstream, isRetired, digest, shape, uses: uses.map(parseUse) };
    }),
  );
}

function pinComponents(
  names: ReadonlyMap<Part, string>,
  pinned: NameLock['components'],
): NameLock['components'] {
  const owners = new Map(
    [...names].map(([part, name]) => [componentId(part), `${part.section}/${name}`]),
  );
  const textsOf = (part: Part): string[] =>
    part.uses.map(({ owner, place }) => formatUse({ owner: owners.get(owner) ?? owner, place }));
  const users = new Map<string, Set<Part>>();
  for (const part of names.keys()) {
    for (const text of textsOf(part)) users.set(text, (users.get(text) ?? new Set()).add(part));
  }

  const turn = nextTurn(...Object.values(pinned));
  const sections = [
    ...new Set([...Object.keys(pinned), ...[...names.keys()].map(({ section }) => section)]),
  ];
  return Object.fromEntries(
    sections.sort(compareCodeUnits).map((section): [string, PinnedComponents] => {
      const current = [...names].filter(([part]) => part.section === section);
      const entries = current.map(([part, name]): [string, PinnedComponent] => {
        const { digest, shape = '', name: upstream } = part;
        const uses = mostTelling(textsOf(part), users);
        return [name, { ...upstreamName(name, upstream), digest, shape, uses }];
      });
      return [section, keepNames(pinned[section] ?? {}, new Map(entries), turn)];
    }),
  );
}

/** Places that nothing else shares come first. */
function mostTelling(uses: readonly string[], users: ReadonlyMap<string, Set<Part>>): string[] {
  const sharers = (use: string): number => users.get(use)?.size ?? 0;
  return [...new Set(uses)]
    .sort((a, b) => sharers(a) - sharers(b) || compareCodeUnits(a, b))
    .slice(0, MAX_USES)
    .sort(compareCodeUnits);
}
