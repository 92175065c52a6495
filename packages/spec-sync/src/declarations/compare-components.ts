import type { Component, Components } from './components.ts';
import type { DeclarationChange } from './declaration-diff.ts';
import { describeBreaks } from './describe-breaks.ts';
import type { TypeComparer } from './type-comparison.ts';

/** Compares the components that both generations have, each in the ways that its values travel in. */
export function compareComponents(
  { old, current }: { readonly old: Components; readonly current: Components },
  comparer: TypeComparer,
): DeclarationChange[] {
  return [...old].flatMap(([name, component]) => {
    const other = current.get(name);
    return other === undefined
      ? lostName(name, component, current)
      : compareComponent(component, other, comparer);
  });
}

/** Types are also reached through `components['schemas']`, where names are the spec's own. */
function lostName(
  name: string,
  { exportedName }: Component,
  current: Components,
): DeclarationChange[] {
  const isStillExported = [...current.values()].some(
    (other) => other.exportedName === exportedName,
  );
  // Otherwise the lost export says it.
  if (!isStillExported) return [];
  return describeBreaks(`components['schemas'][${JSON.stringify(name)}]`, [
    { path: '', message: 'is gone' },
  ]);
}

function compareComponent(
  old: Component,
  current: Component,
  comparer: TypeComparer,
): DeclarationChange[] {
  const pair = { old: old.type, current: current.type };
  const breaks = [...old.directions].flatMap((direction) =>
    comparer.compareComponent(pair, direction),
  );
  if (breaks.length > 0) return describeBreaks(old.exportedName, breaks);
  if (old.text === current.text) return [];
  return [
    {
      name: old.exportedName,
      kind: 'changed',
      bump: 'minor',
      message: 'says something else, which code that compiled does not mind',
    },
  ];
}
