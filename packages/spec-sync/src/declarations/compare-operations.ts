import ts from 'typescript';
import type { ClientDeclarations, DeclarationPair } from './client-declarations.ts';
import type { DeclarationChange } from './declaration-diff.ts';
import { describeBreaks } from './describe-breaks.ts';
import type { TypeComparer, TypePair } from './type-comparison.ts';
import { exportedType, memberTypes } from './type-members.ts';

/** Compares what each method of a client takes, what it gives, and what its errors carry. */
export function compareOperations(
  pair: DeclarationPair,
  comparer: TypeComparer,
): DeclarationChange[] {
  const { checker } = pair;
  const methodsOf = (client: ClientDeclarations) =>
    memberTypes(exportedType(client, 'Operations', checker), checker);
  const [old, current] = [methodsOf(pair.old), methodsOf(pair.current)];
  return [
    ...[...old].flatMap(([name, method]) => {
      const other = current.get(name);
      return other === undefined
        ? [lostMethod(name)]
        : compareMethods(name, { old: method, current: other }, checker, comparer);
    }),
    ...[...current.keys()].filter((name) => !old.has(name)).map(newMethod),
    ...compareErrors(pair, comparer),
  ];
}

function lostMethod(name: string): DeclarationChange {
  return { name: `${name}()`, kind: 'removed', bump: 'major', message: 'is gone' };
}

function newMethod(name: string): DeclarationChange {
  return { name: `${name}()`, kind: 'added', bump: 'minor', message: 'is new' };
}

function compareMethods(
  name: string,
  methods: TypePair,
  checker: ts.TypeChecker,
  comparer: TypeComparer,
): DeclarationChange[] {
  const [old, current] = [signatureOf(methods.old, checker), signatureOf(methods.current, checker)];
  const input = comparer.compare({ old: old.input, current: current.input }, 'request');
  const result = comparer.compare({ old: old.result, current: current.result }, 'response');
  return [
    ...describeBreaks(`${name}(input)`, input),
    ...describeBreaks(`(await ${name}())`, result),
    ...compareItems(name, old.item, current.item, comparer),
  ];
}

function compareItems(
  name: string,
  old: ts.Type | undefined,
  current: ts.Type | undefined,
  comparer: TypeComparer,
): DeclarationChange[] {
  const subject = `for await (… of ${name}())`;
  if (old && current)
    return describeBreaks(subject, comparer.compare({ old, current }, 'response'));
  if (old) return [{ name: subject, kind: 'removed', bump: 'major', message: 'is gone' }];
  return current ? [{ name: subject, kind: 'added', bump: 'minor', message: 'is new' }] : [];
}

interface Signature {
  readonly input: ts.Type;
  readonly result: ts.Type;
  readonly item: ts.Type | undefined;
}

/** What a method takes, what its promise resolves to, and what of it can be iterated over, page by page. */
function signatureOf(method: ts.Type, checker: ts.TypeChecker): Signature {
  const [signature] = method.getCallSignatures();
  const [input] = signature?.parameters ?? [];
  const promise = signature?.getReturnType();
  const [result, item] = promise ? checker.getTypeArguments(promise as ts.TypeReference) : [];
  if (input === undefined || result === undefined) {
    throw new TypeError('a method takes an input and returns a promise; generate the client again');
  }
  return { input: checker.getTypeOfSymbol(input), result, item };
}

function compareErrors(pair: DeclarationPair, comparer: TypeComparer): DeclarationChange[] {
  const { checker } = pair;
  const errorsOf = (client: ClientDeclarations) =>
    memberTypes(exportedType(client, 'OperationErrors', checker), checker);
  const current = errorsOf(pair.current);
  return [...errorsOf(pair.old)].flatMap(([name, old]) => {
    const other = current.get(name);
    // Of failures that nobody described there is nothing to read.
    if (other === undefined || old.flags & ts.TypeFlags.Unknown) return [];
    const breaks = comparer.compare({ old, current: other }, 'response');
    return describeBreaks(`OperationErrors.${name}`, breaks);
  });
}
