import {
  compareCodeUnits,
  digestMeaning,
  type ApiModel,
  type Operation,
} from '@apipin/openapi-model';
import { formatFiles } from '../format.ts';
import type { Spec } from '../generate.ts';
import type { GeneratedFile } from '../generated-file.ts';
import { fileHeader } from '../header.ts';
import { createNameTable } from '../names.ts';
import { createCompatNames } from './compat-names.ts';
import type { CompatPackages } from './compat-packages.ts';
import { emitChanges } from './emit-changes.ts';
import { emitComponents } from './emit-components.ts';
import { emitMappings } from './emit-mappings.ts';
import { emitOperations, type MatchedOperations } from './emit-operations.ts';
import { findProblems } from './find-problems.ts';
import { IncomparableSpecsError } from './incomparable-specs-error.ts';
import { walkOperation } from './walk-operations.ts';
import { createSchemaWalk } from './walk-schemas.ts';
import { walkWebhooks } from './walk-webhooks.ts';

/**
 * Generates what maps between two versions of an API: the list of changes, for hand-written rules to be held to, and
 * the functions and the plan that apply these rules.
 *
 * @throws IncomparableSpecsError where no rule could map a difference.
 * @throws EmittedSyntaxError where the generator is at fault.
 */
export async function generateCompat(
  old: Spec,
  current: Spec,
  packages: CompatPackages,
): Promise<GeneratedFile[]> {
  const header = fileHeader({
    title: current.model.title,
    version: `${old.model.version} and ${current.model.version}`,
    digest: `${digestMeaning(old.root)} and ${digestMeaning(current.root)}`,
  });
  const files = emitCompat(old.model, current.model, packages);
  return formatFiles(files.map(({ path, contents }) => ({ path, contents: header + contents })));
}

/**
 * The files as they are emitted: what they do, and not yet how they look. In the order of their paths.
 *
 * @throws IncomparableSpecsError where no rule could map a difference.
 */
export function emitCompat(
  old: ApiModel,
  current: ApiModel,
  packages: CompatPackages,
): GeneratedFile[] {
  const models = { old, current };
  const types = { old: createNameTable(old), current: createNameTable(current) };
  const { matched, sites, functions } = compareModels(old, current);
  const names = createCompatNames(models, sites, functions);
  const { versions = { old: old.version, current: current.version } } = packages;
  return [
    { path: 'changes.ts', contents: emitChanges(sites, names, versions, types, packages) },
    { path: 'components.ts', contents: emitComponents(functions, models, names, types, packages) },
    { path: 'index.ts', contents: INDEX },
    { path: 'mappings.ts', contents: emitMappings(functions, names, packages.rules) },
    { path: 'operations.ts', contents: emitOperations(matched, names, versions, packages) },
  ];
}

/**
 * The ids of all changes between two versions, sorted: what rules are to be there for.
 *
 * @throws IncomparableSpecsError where no rule could map a difference.
 */
export function listChangeIds(old: ApiModel, current: ApiModel): string[] {
  const { sites, functions } = compareModels(old, current);
  const names = createCompatNames({ old, current }, sites, functions);
  return sites.map((site) => names.changeId(site)).toSorted(compareCodeUnits);
}

function compareModels(old: ApiModel, current: ApiModel) {
  const walk = createSchemaWalk(old, current);
  const paired = pairOperations(old.operations, current.operations);
  const problems = paired.both.flatMap((pair) => findProblems(...pair, walk.isSame));
  if (problems.length > 0) throw new IncomparableSpecsError(problems);
  const models = { old, current };
  const matched: MatchedOperations = {
    ...paired,
    both: paired.both.map((pair) => walkOperation(...pair, models, walk)),
  };
  walkWebhooks(models, walk);
  const { sites, functions } = walk;
  return { matched, sites, functions };
}

const INDEX = `export type { ChangeId, Changes, Rules } from './changes.js';
export { components } from './components.js';
export { loneOperations, operations, plan } from './operations.js';
`;

/** Pairs operations by their operationId: it is the stable name of an operation, while paths move with the version. */
function pairOperations(olds: readonly Operation[], currents: readonly Operation[]) {
  const byId = new Map(olds.map((operation) => [operation.operationId, operation]));
  const ids = new Set(currents.map(({ operationId }) => operationId));
  return {
    both: currents.flatMap((current): [Operation, Operation][] => {
      const old = byId.get(current.operationId);
      return old === undefined ? [] : [[old, current]];
    }),
    old: olds.filter(({ operationId }) => !ids.has(operationId)),
    current: currents.filter(({ operationId }) => !byId.has(operationId)),
  };
}
