import { compareCodeUnits, type ApiModel } from '@apipin/openapi-model';
import { takeName } from './take-name.ts';

/**
 * Every identifier that generated code declares, decided once and before anything is emitted.
 *
 * The client and the validators of one spec share the table, so that `PublicFile` is the type in the one and the
 * validator in the other.
 */
export interface NameTable {
  /** The identifier of the schema at `pointer`: a type in the client, a validator and its type in the validators. */
  schema(pointer: string): string;
  /** The method that calls the operation. */
  operation(operationId: string): string;
  /** The type of the object that the method takes. */
  input(operationId: string): string;
  /** The function that tests values against the schema at `pointer`. */
  predicate(pointer: string): string;
}

/** What the emitted files declare or use themselves, and the words that no declaration may have as its name. */
const RESERVED = new Set(
  [
    'break case catch class const continue debugger default delete do else enum export extends false finally for function',
    'if implements import in instanceof interface let new null package private protected public return static super switch',
    'this throw true try typeof var void while with yield await async eval arguments undefined NaN Infinity',
    'any bigint boolean never number object string symbol unknown',
    'infer intrinsic keyof readonly unique Int64 WithRequired',
    'globalThis JSON ReturnType z checks schemas predicates validators values components operations paths',
    'fast tolerant webhooks $defs accelerate Accelerated onUnknownValue UnknownValue',
    'Client ClientOptions OperationErrors Operations',
    'api apiVersion ApiDescription OperationSpec bodyAs idempotentBy inCookie inHeader inQuery outside paged',
    'readBlob readText styled',
    'operationTable OperationTable createClient createClientWith isApiError then constructor',
  ].flatMap((line) => line.split(' ')),
);

/** Longer names help nobody, and some tools refuse them. */
const LONGEST = 120;

/** Decides the names of everything in `model`. */
export function createNameTable(model: ApiModel): NameTable {
  const taken = new Set(RESERVED);
  const schemas = allocate(
    [...model.schemas].map(([pointer, { name }]) => [pointer, name]),
    schemaIdentifier,
    taken,
  );
  const operationIds = model.operations.map(({ operationId }): [string, string] => [
    operationId,
    operationId,
  ]);
  const operations = allocate(operationIds, operationIdentifier, taken);
  const inputs = allocate(
    [...operations].map(([operationId, name]) => [operationId, `${capitalise(name)}Input`]),
    schemaIdentifier,
    taken,
  );
  // Predicates stand in a module of their own.
  const predicates = allocate(
    [...schemas].map(([pointer, name]) => [pointer, `is${capitalise(name)}`]),
    schemaIdentifier,
    new Set<string>(),
  );
  return {
    schema: (pointer) => known(schemas, pointer),
    operation: (operationId) => known(operations, operationId),
    input: (operationId) => known(inputs, operationId),
    predicate: (pointer) => known(predicates, pointer),
  };
}

function known(names: ReadonlyMap<string, string>, key: string): string {
  const name = names.get(key);
  if (name === undefined) throw new RangeError(`no name was decided for ${key}`);
  return name;
}

/**
 * Gives each key an identifier of its own. Names that are identifiers already keep theirs, whatever the others are
 * called; the rest follow in the order of their keys, with a number where the name is taken.
 */
function allocate(
  wanted: readonly (readonly [key: string, name: string])[],
  toIdentifier: (name: string) => string,
  taken: Set<string>,
): Map<string, string> {
  const names = new Map<string, string>();
  const entries = wanted.map(([key, name]) => ({ key, name, identifier: toIdentifier(name) }));
  entries.sort(
    (a, b) =>
      Number(a.name !== a.identifier) - Number(b.name !== b.identifier) ||
      compareCodeUnits(a.key, b.key),
  );
  for (const { key, identifier } of entries) {
    names.set(key, takeName(identifier, taken));
  }
  return names;
}

function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name) && name.length <= LONGEST && name !== '__proto__';
}

/** `error` stays `error`; `my-schema` becomes `MySchema`. */
function schemaIdentifier(name: string): string {
  return isIdentifier(name) ? name : startWithLetter(wordsOf(name).map(capitalise).join(''));
}

/** `listPets` stays; `issues/list-for-repo` becomes `issuesListForRepo`, `GetPet` becomes `getPet`. */
function operationIdentifier(name: string): string {
  if (isIdentifier(name) && !/^[A-Z]/.test(name)) return name;
  const [first = '', ...rest] = wordsOf(name);
  return startWithLetter(
    first.charAt(0).toLowerCase() + first.slice(1) + rest.map(capitalise).join(''),
  );
}

function wordsOf(name: string): string[] {
  return name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
}

function startWithLetter(name: string): string {
  const start = name.slice(0, LONGEST);
  return /^[A-Za-z]/.test(start) ? start : `_${start}`;
}

/** With its first letter in upper case. */
export function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
