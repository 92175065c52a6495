import ts from 'typescript';

/** The members of a union, or the one type there is, by what code does with them. */
export interface TypeParts {
  readonly mayBeAbsent: boolean;
  readonly mayBeNull: boolean;
  /** Strings, numbers and the like, and `unknown`. */
  readonly values: readonly ts.Type[];
  /** Objects and arrays. */
  readonly objects: readonly ts.Type[];
  /** Whether the compiler does not know what it is. */
  readonly isUnresolved: boolean;
}

/** Takes a type apart. */
export function partsOf(type: ts.Type): TypeParts {
  const members = type.isUnion() ? type.types : [type];
  const having = (flag: ts.TypeFlags): ts.Type[] => members.filter(({ flags }) => flags & flag);
  return {
    mayBeAbsent: having(ts.TypeFlags.Undefined | ts.TypeFlags.Void).length > 0,
    mayBeNull: having(ts.TypeFlags.Null).length > 0,
    values: members.filter(({ flags }) => !(flags & (ABSENCE | ts.TypeFlags.Never | OBJECT))),
    objects: having(OBJECT),
    isUnresolved: having(ts.TypeFlags.Any).length > 0,
  };
}

const ABSENCE = ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Null;
const OBJECT = ts.TypeFlags.Object | ts.TypeFlags.Intersection;
