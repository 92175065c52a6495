import type ts from 'typescript';
import type { ClientDeclarations } from './client-declarations.ts';

/** The types of an object type's properties, by name; none where there is no such type. */
export function memberTypes(
  type: ts.Type | undefined,
  checker: ts.TypeChecker,
): ReadonlyMap<string, ts.Type> {
  const properties = type === undefined ? [] : checker.getPropertiesOfType(type);
  return new Map(properties.map((each) => [each.name, checker.getTypeOfSymbol(each)]));
}

/** The type that a client exports under `name`. */
export function exportedType(
  { exports }: ClientDeclarations,
  name: string,
  checker: ts.TypeChecker,
): ts.Type | undefined {
  const symbol = exports.get(name);
  return symbol === undefined ? undefined : checker.getDeclaredTypeOfSymbol(symbol);
}
