import ts from 'typescript';
import { partsOf, type TypeParts } from './type-parts.ts';
import { typeTexts } from './type-texts.ts';

/** Who has the values of a type: callers write those of requests, and read those of responses. */
export type Direction = 'request' | 'response';

/** Where a type asks something new of code that compiled, and what. */
export interface TypeBreak {
  /** From the compared type, such as `.paging.next` or `.results[]`. */
  readonly path: string;
  /** As the end of a sentence that starts with the place. */
  readonly message: string;
}

/** The type of a place in the older generation, and in the newer one. */
export interface TypePair {
  readonly old: ts.Type;
  readonly current: ts.Type;
}

/** Compares types of two generations. */
export interface TypeComparer {
  /** What breaks where code that has values of `old` gets `current` instead; nothing where all of it compiles. */
  compare(pair: TypePair, direction: Direction): readonly TypeBreak[];
  /** The same for types of a component itself, which are judged here. */
  compareComponent(pair: TypePair, direction: Direction): readonly TypeBreak[];
  /** Every pair of object types that was compared, and in which nothing breaks. */
  met(direction: Direction): readonly TypePair[];
}

/**
 * Creates a comparer of types.
 *
 * Assignability alone would not do: it forgives that an optional property is gone, which code names, and that a union
 * has fewer members, which code branches over.
 *
 * @param isComponent - Whether a pair is that of a component, which is compared by itself, so that nothing is said twice.
 */
export function createTypeComparer(
  checker: ts.TypeChecker,
  isComponent: (pair: TypePair, direction: Direction) => boolean,
): TypeComparer {
  const results = { request: createResults(), response: createResults() };

  function compareTypes(pair: TypePair, direction: Direction): readonly TypeBreak[] {
    if (pair.old === pair.current) return [];
    const [before, after] = [partsOf(pair.old), partsOf(pair.current)];
    if (before.isUnresolved || after.isUnresolved) return broken('has a type that is not resolved');
    return [
      ...compareAbsence(before, after, direction),
      ...compareValues(before, after, pair, direction),
      ...compareMembers(before, after, pair, direction),
    ];
  }

  function compareValues(
    before: TypeParts,
    after: TypeParts,
    pair: TypePair,
    direction: Direction,
  ): readonly TypeBreak[] {
    const { old, current } = pair;
    const gone = before.values.filter((value) => !checker.isTypeAssignableTo(value, current));
    const added = after.values.filter((value) => !checker.isTypeAssignableTo(value, old));
    const isBroken = gone.length > 0 || (added.length > 0 && direction === 'response');
    if (!isBroken) return [];
    if (before.values.length === 0 || after.values.length === 0) return changed(pair);
    if (![...gone, ...added].every((value) => value.isLiteral())) return changed(pair);
    return [
      ...(gone.length > 0 ? broken(`has no ${listTypes(gone)} any more`) : []),
      ...(added.length > 0 && direction === 'response'
        ? broken(`may be ${listTypes(added)} now`)
        : []),
    ];
  }

  /** Compares the members of unions that are objects: each has to have its like among the others. */
  function compareMembers(
    before: TypeParts,
    after: TypeParts,
    pair: TypePair,
    direction: Direction,
  ): readonly TypeBreak[] {
    const [[first], [second]] = [before.objects, after.objects];
    if (before.objects.length === 1 && after.objects.length === 1 && first && second) {
      return compareObjects({ old: first, current: second }, direction);
    }
    const isLike = (old: ts.Type, current: ts.Type): boolean =>
      compareObjects({ old, current }, direction).length === 0;
    const isLost = before.objects.some(
      (old) =>
        !after.values.some(({ flags }) => flags & ts.TypeFlags.Unknown) &&
        !after.objects.some((current) => isLike(old, current)),
    );
    const isNew =
      direction === 'response' &&
      after.objects.some((current) => !before.objects.some((old) => isLike(old, current)));
    return isLost || isNew ? changed(pair) : [];
  }

  function compareObjects(pair: TypePair, direction: Direction): readonly TypeBreak[] {
    if (pair.old === pair.current || isComponent(pair, direction)) return [];
    return judgeObjects(pair, direction);
  }

  function judgeObjects(pair: TypePair, direction: Direction): readonly TypeBreak[] {
    return results[direction].once(pair, () => compareShapes(pair, direction));
  }

  function compareShapes(pair: TypePair, direction: Direction): readonly TypeBreak[] {
    const [old, current] = [itemsOf(pair.old), itemsOf(pair.current)];
    if (old !== undefined && current !== undefined) {
      return within('[]', compareTypes({ old, current }, direction));
    }
    if (isList(pair.old) || isList(pair.current)) return isSame(pair) ? [] : changed(pair);
    return [
      ...compareProperties(pair, direction),
      ...(direction === 'request' ? findDemands(pair) : []),
      ...compareIndexes(pair, direction),
    ];
  }

  function itemsOf(type: ts.Type): ts.Type | undefined {
    if (!checker.isArrayType(type)) return undefined;
    return checker.getTypeArguments(type as ts.TypeReference)[0];
  }

  function isList(type: ts.Type): boolean {
    return checker.isArrayType(type) || checker.isTupleType(type);
  }

  function isSame({ old, current }: TypePair): boolean {
    return checker.isTypeAssignableTo(old, current) && checker.isTypeAssignableTo(current, old);
  }

  function compareProperties({ old, current }: TypePair, direction: Direction): TypeBreak[] {
    return checker.getPropertiesOfType(old).flatMap((property) => {
      const type = checker.getTypeOfSymbol(property);
      const other = typeAt(current, property.name);
      const breaks =
        other === undefined
          ? broken(direction === 'response' ? 'is gone' : 'is not taken any more')
          : compareTypes({ old: type, current: other }, direction);
      return within(accessOf(property.name), breaks);
    });
  }

  /** The type of a property that is declared, or that an index signature knows. */
  function typeAt(type: ts.Type, name: string): ts.Type | undefined {
    const property = checker.getPropertyOfType(type, name);
    return property === undefined
      ? checker.getIndexInfoOfType(type, ts.IndexKind.String)?.type
      : checker.getTypeOfSymbol(property);
  }

  /** What requests did not have to have. */
  function findDemands({ old, current }: TypePair): TypeBreak[] {
    return checker
      .getPropertiesOfType(current)
      .filter(({ flags, name }) => !(flags & ts.SymbolFlags.Optional) && !hasProperty(old, name))
      .flatMap(({ name }) => within(accessOf(name), broken('is required now')));
  }

  function hasProperty(type: ts.Type, name: string): boolean {
    return checker.getPropertyOfType(type, name) !== undefined;
  }

  function compareIndexes({ old, current }: TypePair, direction: Direction): TypeBreak[] {
    const before = checker.getIndexInfoOfType(old, ts.IndexKind.String);
    if (before === undefined) return [];
    const after = checker.getIndexInfoOfType(current, ts.IndexKind.String);
    const breaks =
      after === undefined
        ? broken('has listed names only')
        : compareTypes({ old: before.type, current: after.type }, direction);
    return within('[key]', breaks);
  }

  function changed(pair: TypePair): readonly TypeBreak[] {
    const [was, is] = typeTexts(pair, checker);
    return broken(`was ${was}, is ${is}`);
  }

  function listTypes(types: readonly ts.Type[]): string {
    const listed = types.slice(0, MOST_LISTED).map((type) => checker.typeToString(type));
    const rest = types.length - listed.length;
    return [...listed, ...(rest > 0 ? [`${rest} others`] : [])].join(' or ');
  }

  return {
    compare: compareTypes,
    compareComponent: (pair, direction) => {
      const [[old], [current]] = [partsOf(pair.old).objects, partsOf(pair.current).objects];
      const isObject = pair.old === old && pair.current === current;
      return isObject ? judgeObjects(pair, direction) : compareTypes(pair, direction);
    },
    met: (direction) => results[direction].pairs(),
  };
}

/** Lists of more values are not read. */
const MOST_LISTED = 5;

function compareAbsence(
  before: TypeParts,
  after: TypeParts,
  direction: Direction,
): readonly TypeBreak[] {
  if (direction === 'response') {
    return [
      ...(after.mayBeAbsent && !before.mayBeAbsent ? broken('may be absent now') : []),
      ...(after.mayBeNull && !before.mayBeNull ? broken('may be null now') : []),
    ];
  }
  return [
    ...(before.mayBeAbsent && !after.mayBeAbsent ? broken('is required now') : []),
    ...(before.mayBeNull && !after.mayBeNull ? broken('may not be null any more') : []),
  ];
}

function broken(message: string): readonly TypeBreak[] {
  return [{ path: '', message }];
}

function within(prefix: string, breaks: readonly TypeBreak[]): TypeBreak[] {
  return breaks.map(({ path, message }) => ({ path: prefix + path, message }));
}

/** How code gets at a property. */
export function accessOf(name: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)
    ? `.${name}`
    : `[${JSON.stringify(name)}]`;
}

interface Results {
  /** What was found for a pair, which is looked at once. While it is looked at, it is taken to break nothing. */
  once(pair: TypePair, find: () => readonly TypeBreak[]): readonly TypeBreak[];
  pairs(): readonly TypePair[];
}

function createResults(): Results {
  const known = new Map<ts.Type, Map<ts.Type, readonly TypeBreak[]>>();
  /** Those that break nothing as far as is known, in the order in which they were begun. */
  const guesses: TypePair[] = [];
  const remember = ({ old, current }: TypePair, breaks: readonly TypeBreak[]): void => {
    const ofOld = known.get(old) ?? new Map<ts.Type, readonly TypeBreak[]>();
    known.set(old, ofOld.set(current, breaks));
  };
  return {
    once(pair, find) {
      const found = known.get(pair.old)?.get(pair.current);
      if (found !== undefined) return found;
      const start = guesses.push(pair) - 1;
      remember(pair, []);
      const breaks = find();
      if (breaks.length === 0) return breaks;
      // What was found since may rest on the guess, which was wrong.
      for (const { old, current } of guesses.splice(start)) known.get(old)?.delete(current);
      remember(pair, breaks);
      return breaks;
    },
    pairs: () =>
      [...known].flatMap(([old, currents]) =>
        [...currents]
          .filter(([, breaks]) => breaks.length === 0)
          .map(([current]) => ({ old, current })),
      ),
  };
}
