import type ts from 'typescript';
import type { DeclarationChange } from './declaration-diff.ts';
import type { TypeComparer, TypePair } from './type-comparison.ts';

/**
 * Values of responses that could be sent as they were, and cannot any more.
 *
 * It takes an addition on one side, of a property that the other side has with another type: a request gains an
 * optional `status: string`, and the response has had a `status` that is a number. Only pairs count in which the
 * response has every property that the request may have, as where something is read, changed and sent back: whatever
 * shares but a few names with a request fits by accident.
 */
export function findLostPassages(
  checker: ts.TypeChecker,
  comparer: TypeComparer,
): DeclarationChange[] {
  const objectsIn = (pairs: readonly TypePair[]): readonly TypePair[] =>
    pairs.filter(
      ({ old }) => !checker.isArrayType(old) && checker.getPropertiesOfType(old).length > 0,
    );
  const responses = objectsIn(comparer.met('response'));
  const requests = objectsIn(comparer.met('request'));
  const hasProperty = (type: ts.Type, name: string): boolean =>
    checker.getPropertyOfType(type, name) !== undefined;
  const namesIn = (type: ts.Type): string[] =>
    checker.getPropertiesOfType(type).map(({ name }) => name);
  const gainedIn = ({ old, current }: TypePair): string[] =>
    namesIn(current).filter((name) => !hasProperty(old, name));

  const isLost = (response: TypePair, request: TypePair): boolean =>
    namesIn(request.old).every((name) => hasProperty(response.old, name)) &&
    checker.isTypeAssignableTo(response.old, request.old) &&
    !checker.isTypeAssignableTo(response.current, request.current);

  // Most additions have a name that the other side does not know, so that few pairs are looked at.
  const [answering, asking] = [groupByName(responses, namesIn), groupByName(requests, namesIn)];
  const lost = [
    ...responses.flatMap((response) =>
      gainedIn(response)
        .flatMap((name) => asking.get(name) ?? [])
        .filter((request) => isLost(response, request))
        .map((request) => ({ response, request })),
    ),
    ...requests.flatMap((request) =>
      gainedIn(request)
        .flatMap((name) => answering.get(name) ?? [])
        .filter((response) => isLost(response, request))
        .map((response) => ({ response, request })),
    ),
  ];
  return lost.map(({ response, request }) => ({
    name: checker.typeToString(response.old),
    kind: 'changed',
    bump: 'major',
    message: `cannot be sent as ${checker.typeToString(request.old)} any more`,
  }));
}

/** Pairs by each name of a property that their newer types have. */
function groupByName(
  pairs: readonly TypePair[],
  namesIn: (type: ts.Type) => readonly string[],
): ReadonlyMap<string, readonly TypePair[]> {
  const groups = new Map<string, TypePair[]>();
  for (const pair of pairs) {
    for (const name of namesIn(pair.current)) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [pair]);
      else group.push(pair);
    }
  }
  return groups;
}
