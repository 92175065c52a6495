import { compareCodeUnits, type ApiModel } from '@apipin/openapi-model';
import { takeName } from '../take-name.ts';
import type { ChangeOwner, ChangeSite } from './change-site.ts';
import { identifierOf } from './identifier.ts';
import type { ComponentPair, FunctionMapping } from './mapping-node.ts';

/** What everything is called in the emitted files, decided once and before anything is emitted. */
export interface CompatNames {
  /** The id of the change at a place. */
  changeId(site: ChangeSite): string;
  /** What a place is called: its owner, and the way from there. */
  placeName(place: Pick<ChangeSite, 'owner' | 'path'>): string;
  /** What a pair of components is called, in ids and in the table of components. */
  componentPair(pair: ComponentPair): string;
  /** The function that maps in a direction. */
  functionName(mapping: FunctionMapping, direction: 'upgrade' | 'downgrade'): string;
}

/** Decides all names, in an order that no name depends on. */
export function createCompatNames(
  models: { readonly old: ApiModel; readonly current: ApiModel },
  sites: readonly ChangeSite[],
  functions: readonly FunctionMapping[],
): CompatNames {
  const pairNames = namePairs(models, [
    ...sites.flatMap(({ owner }) => (owner.kind === 'components' ? [owner] : [])),
    ...functions.flatMap(({ components }) => components ?? []),
  ]);
  const componentPair = (pair: ComponentPair): string => known(pairNames, keyOf(pair));
  const placeName: CompatNames['placeName'] = ({ owner, path }) => ownerName(owner) + path;
  const ids = allocate(sites, placeName, new Set());
  const names = allocate(
    functions,
    ({ wanted, components }) =>
      identifierOf(components === undefined ? wanted : componentPair(components)),
    new Set(),
  );
  return {
    changeId: (site) => known(ids, site),
    placeName,
    componentPair,
    functionName: (mapping, direction) =>
      (mapping.hasDirection ? direction : 'map') + known(names, mapping),
  };

  function ownerName(owner: ChangeOwner): string {
    return owner.kind === 'operation' ? owner.operationId : componentPair(owner);
  }
}

/** Pairs of one name keep it; others take that of the current version, where it is free. */
function namePairs(
  models: { readonly old: ApiModel; readonly current: ApiModel },
  pairs: readonly ComponentPair[],
): Map<string, string> {
  const named = new Map(
    pairs.map((pair) => {
      const old = models.old.schemas.get(pair.old)?.name ?? '';
      const current = models.current.schemas.get(pair.current)?.name ?? '';
      return [keyOf(pair), { old, current }];
    }),
  );
  const entries = [...named].toSorted(
    ([a, pairA], [b, pairB]) =>
      Number(pairA.old !== pairA.current) - Number(pairB.old !== pairB.current) ||
      compareCodeUnits(a, b),
  );
  const taken = new Set<string>();
  return new Map(entries.map(([key, { current }]) => [key, takeName(current, taken)]));
}

function keyOf({ old, current }: ComponentPair): string {
  return JSON.stringify([old, current]);
}

function allocate<Key>(
  keys: readonly Key[],
  wantedBy: (key: Key) => string,
  taken: Set<string>,
): Map<Key, string> {
  const wanted = keys.map((key): [Key, string] => [key, wantedBy(key)]);
  return new Map(wanted.map(([key, name]) => [key, takeName(name, taken)]));
}

function known<Key>(names: ReadonlyMap<Key, string>, key: Key): string {
  const name = names.get(key);
  if (name === undefined) throw new RangeError(`no name was decided for ${String(key)}`);
  return name;
}
