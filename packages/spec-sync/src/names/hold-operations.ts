import { ownString, type JsonObject } from '@apipin/openapi-model';
import { giveFreeNames } from './free-name.ts';
import type { NameLock, PinnedOperation, Renaming } from './name-lock.ts';
import { formatOperation, parseOperation } from './operation-key.ts';
import { planPathRenames, type Names } from './path-names.ts';
import { pathKeys } from './path-template.ts';
import { keepNames, nextTurn, upstreamName } from './retire.ts';
import type { Survey, SurveyedOperation } from './survey.ts';

/** What is to be done so that operations and path parameters keep their names. */
export interface HeldOperations {
  readonly renames: ReadonlyMap<JsonObject, string>;
  /** New path templates by the old ones. */
  readonly paths: Names;
  readonly renamed: readonly Renaming[];
  /** By what identifies an operation, its key in the lock. */
  readonly keys: ReadonlyMap<string, string>;
  readonly lock: NameLock['operations'];
}

/** Finds each pinned operation by its method and path. */
export function holdOperations(
  root: JsonObject,
  { operations, paths }: Survey,
  pinned: NameLock['operations'],
): HeldOperations {
  const pinnedKeys = keysOfLock(pinned);
  const templates = pinnedTemplates(pinned);
  const pathNames = new Map([...paths].map(([path, key]) => [path, templates.get(key) ?? path]));
  const keys = new Map(
    operations.map((operation) => {
      const path = pathNames.get(operation.path) ?? operation.path;
      return [operation.key, formatOperation({ ...operation, path })] as const;
    }),
  );
  const pinnedOf = ({ key }: SurveyedOperation): PinnedOperation | undefined =>
    pinned[pinnedKeys.get(key) ?? ''];
  const ids = chooseIds(operations, pinnedOf);

  const renames = [...ids].filter(([{ object }, id]) => ownString(object, 'operationId') !== id);
  const moved = new Map([...pathNames].filter(([from, to]) => from !== to));
  const { paths: movedPaths } = planPathRenames(root, moved);
  const current = new Map(
    operations.map((operation): [string, PinnedOperation] => [
      keys.get(operation.key) as string,
      pinOperation(operation, ids.get(operation)),
    ]),
  );
  const found = new Set(operations.map(({ key }) => pinnedKeys.get(key)));
  const given = new Set(ids.values());
  // An id that another operation has by now is no longer free.
  const gone = Object.entries(pinned).filter(
    ([name, { operationId = '' }]) => !found.has(name) && !given.has(operationId),
  );
  return {
    renames: new Map(renames.map(([{ object }, id]) => [object, id])),
    paths: movedPaths,
    renamed: [
      ...renames.map(([{ object }, to]) => {
        return { kind: 'operations', from: ownString(object, 'operationId') ?? '', to };
      }),
      ...[...movedPaths].map(([from, to]) => ({ kind: 'paths', from, to })),
    ],
    keys,
    lock: keepNames(Object.fromEntries(gone), current, nextTurn(pinned)),
  };
}

/** By what identifies it, the key of each pinned operation. */
function keysOfLock(pinned: NameLock['operations']): Map<string, string> {
  const templates = pathKeys(Object.keys(pinned).map((key) => parseOperation(key).path));
  return new Map(
    Object.keys(pinned).map((key) => {
      const place = parseOperation(key);
      return [formatOperation({ ...place, path: templates.get(place.path) ?? place.path }), key];
    }),
  );
}

/** By what identifies it, the template of each path that has a pinned operation. */
function pinnedTemplates(pinned: NameLock['operations']): Map<string, string> {
  const templates = Object.keys(pinned).map((key) => parseOperation(key).path);
  return new Map([...pathKeys(templates)].map(([template, key]) => [key, template]));
}

function chooseIds(
  operations: readonly SurveyedOperation[],
  pinnedOf: (operation: SurveyedOperation) => PinnedOperation | undefined,
): Map<SurveyedOperation, string> {
  const ids = new Map<SurveyedOperation, string>();
  const fresh: { readonly operation: SurveyedOperation; readonly id: string }[] = [];
  const taken = new Set<string>();
  for (const operation of operations) {
    const upstream = ownString(operation.object, 'operationId');
    const id = pinnedOf(operation)?.operationId;
    // What is pinned and was taken by another operation while this one was gone has to be given anew.
    if (id !== undefined && !taken.has(id)) {
      ids.set(operation, id);
      taken.add(id);
    } else if (upstream !== undefined) {
      fresh.push({ operation, id: upstream });
    }
  }
  const given = giveFreeNames(
    fresh.map(({ id }) => id),
    taken,
    [],
  );
  for (const [index, { operation }] of fresh.entries()) ids.set(operation, given[index] as string);
  return ids;
}

function pinOperation({ object }: SurveyedOperation, id: string | undefined): PinnedOperation {
  if (id === undefined) return {};
  return { operationId: id, ...upstreamName(id, ownString(object, 'operationId') ?? '') };
}
