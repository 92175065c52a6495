import type ts from 'typescript';
import {
  loadDeclarations,
  type ClientDeclarations,
  type DeclarationPair,
} from './client-declarations.ts';
import { compareComponents } from './compare-components.ts';
import { compareExports, type Exports } from './compare-exports.ts';
import { compareOperations } from './compare-operations.ts';
import { compareRawClients } from './compare-raw-clients.ts';
import { createComponentJudge, readComponents, type Components } from './components.ts';
import {
  declarationDiff,
  type DeclarationChange,
  type DeclarationDiff,
  type EmittedFile,
} from './declaration-diff.ts';
import { describeBreaks } from './describe-breaks.ts';
import { findLostPassages } from './find-lost-passages.ts';
import { findUnassignable } from './find-unassignable.ts';
import { createTypeComparer, type TypeComparer } from './type-comparison.ts';
import { exportedType } from './type-members.ts';

/** Compares what two generations of a client declare, with a compiler. */
export function compareClients(
  old: readonly EmittedFile[],
  current: readonly EmittedFile[],
): DeclarationDiff {
  const pair = loadDeclarations(old, current);
  const components = {
    old: readComponents(pair.old, pair.checker),
    current: readComponents(pair.current, pair.checker),
  };
  const comparer = createTypeComparer(pair.checker, createComponentJudge(components));
  const changes = [
    ...compareExports(
      exportsOf(pair.old, components.old),
      exportsOf(pair.current, components.current),
    ),
    ...compareComponents(components, comparer),
    ...compareOperations(pair, comparer),
    ...compareOptions(pair, comparer),
  ];
  const isBroken = changes.some(({ bump }) => bump === 'major');
  // What is said already would be said again.
  const others = isBroken ? [] : compareFurther(pair, comparer);
  const all = [...changes, ...others];
  return declarationDiff(all.length > 0 ? all : [SOMETHING]);
}

/** That texts differ is known, and that nothing was found which code could mind. */
const SOMETHING: DeclarationChange = {
  name: 'paths',
  kind: 'changed',
  bump: 'minor',
  message: 'declares something else, which code that compiled does not mind',
};

function compareFurther(pair: DeclarationPair, comparer: TypeComparer): DeclarationChange[] {
  return [
    ...compareRawClients(pair, comparer),
    ...findUnassignable(pair.checker, comparer),
    ...findLostPassages(pair.checker, comparer),
  ];
}

function exportsOf({ exports }: ClientDeclarations, components: Components): Exports {
  const texts = new Map(
    [...components.values()].map(({ exportedName, text }) => [exportedName, text]),
  );
  return new Map([...exports.keys()].map((name) => [name, texts.get(name)]));
}

/** What a client can be told once: the keys that it can be given. */
function compareOptions({ checker, old, current }: DeclarationPair, comparer: TypeComparer) {
  const optionsOf = (client: ClientDeclarations): ts.Type | undefined =>
    exportedType(client, 'ClientOptions', checker);
  const options = { old: optionsOf(old), current: optionsOf(current) };
  if (options.old === undefined || options.current === undefined) return [];
  return describeBreaks(
    'ClientOptions',
    comparer.compare({ old: options.old, current: options.current }, 'request'),
  );
}
