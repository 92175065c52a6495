import type ts from 'typescript';
import type { DeclarationChange } from './declaration-diff.ts';
import type { Direction, TypeComparer, TypePair } from './type-comparison.ts';
import { typeTexts } from './type-texts.ts';

const DIRECTIONS: readonly Direction[] = ['request', 'response'];

/** Pairs that the compiler itself does not let pass, whatever the comparison found. */
export function findUnassignable(
  checker: ts.TypeChecker,
  comparer: TypeComparer,
): DeclarationChange[] {
  const isAssignable = ({ old, current }: TypePair, direction: Direction): boolean =>
    direction === 'request'
      ? checker.isTypeAssignableTo(old, current)
      : checker.isTypeAssignableTo(current, old);
  return DIRECTIONS.flatMap((direction) =>
    comparer
      .met(direction)
      .filter((pair) => !isAssignable(pair, direction))
      .map((pair): DeclarationChange => {
        const [was, is] = typeTexts(pair, checker);
        return { name: was, kind: 'changed', bump: 'major', message: `is ${is} now` };
      }),
  );
}
