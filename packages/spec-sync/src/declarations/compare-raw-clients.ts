import ts from 'typescript';
import type { ClientDeclarations, DeclarationPair } from './client-declarations.ts';
import type { DeclarationChange } from './declaration-diff.ts';
import { describeBreaks } from './describe-breaks.ts';
import type { Direction, TypeComparer, TypePair } from './type-comparison.ts';
import { exportedType, memberTypes } from './type-members.ts';

/**
 * Compares what the `raw` client knows beyond the methods: paths, the places of parameters, and other media types.
 *
 * Headers of responses are left out, which it does not type, and that a failure has no status of its own any more.
 */
export function compareRawClients(
  pair: DeclarationPair,
  comparer: TypeComparer,
): DeclarationChange[] {
  return [...findLostPaths(pair), ...compareExchanges(pair, comparer)];
}

type Members = ReadonlyMap<string, ts.Type>;

function membersOf(client: ClientDeclarations, name: string, checker: ts.TypeChecker): Members {
  return memberTypes(exportedType(client, name, checker), checker);
}

function findLostPaths({ checker, old, current }: DeclarationPair): DeclarationChange[] {
  const currentPaths = membersOf(current, 'paths', checker);
  return [...membersOf(old, 'paths', checker)].flatMap(([path, item]) => {
    const methods = memberTypes(currentPaths.get(path), checker);
    return [...memberTypes(item, checker)]
      .filter(
        ([method, type]) =>
          method !== 'parameters' && isThere(type) && !isThere(methods.get(method)),
      )
      .flatMap(([method]) =>
        describeBreaks(`raw.${method.toUpperCase()}(${JSON.stringify(path)})`, [
          { path: '', message: 'is gone' },
        ]),
      );
  });
}

/** Methods that a path does not have are `undefined`. */
function isThere(type: ts.Type | undefined): boolean {
  return type !== undefined && !(type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Never));
}

function compareExchanges(
  { checker, old, current }: DeclarationPair,
  comparer: TypeComparer,
): DeclarationChange[] {
  const currentOperations = membersOf(current, 'operations', checker);
  return [...membersOf(old, 'operations', checker)].flatMap(([id, operation]) => {
    const name = `operations[${JSON.stringify(id)}]`;
    const other = currentOperations.get(id);
    if (other === undefined) return describeBreaks(name, [{ path: '', message: 'is gone' }]);
    const [before, after] = [memberTypes(operation, checker), memberTypes(other, checker)];
    const compareAt = (
      key: string,
      from: Members,
      to: Members,
      direction: Direction,
    ): DeclarationChange[] => {
      const types = pairAt(key, from, to);
      return types ? describeBreaks(`${name}.${key}`, comparer.compare(types, direction)) : [];
    };
    const [answers, others] = [
      memberTypes(before.get('responses'), checker),
      memberTypes(after.get('responses'), checker),
    ];
    return [
      ...compareAt('parameters', before, after, 'request'),
      ...compareAt('requestBody', before, after, 'request'),
      ...[...answers].flatMap(([status, answer]) => {
        const answered = others.get(status);
        if (answered === undefined) {
          return status.startsWith('2')
            ? describeBreaks(`${name}.responses[${status}]`, [{ path: '', message: 'is gone' }])
            : [];
        }
        return compareAt(
          'content',
          memberTypes(answer, checker),
          memberTypes(answered, checker),
          'response',
        );
      }),
    ];
  });
}

function pairAt(key: string, before: Members, after: Members): TypePair | undefined {
  const [old, current] = [before.get(key), after.get(key)];
  return old && current && { old, current };
}
