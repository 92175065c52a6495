import ts from 'typescript';
import type { TypePair } from './type-comparison.ts';

/** What both types of a pair are called, or, where that is the same, what they are. */
export function typeTexts({ old, current }: TypePair, checker: ts.TypeChecker): [string, string] {
  const [was, is] = [checker.typeToString(old), checker.typeToString(current)];
  if (was !== is) return [was, is];
  const spell = (type: ts.Type): string =>
    checker.typeToString(type, undefined, ts.TypeFormatFlags.InTypeAlias);
  return [spell(old), spell(current)];
}
