import ts from 'typescript';
import type { ClientDeclarations } from './client-declarations.ts';
import {
  componentDirections,
  indexesOf,
  interfaceOf,
  membersOf,
  nameOf,
} from './component-directions.ts';
import { declarationText } from './declaration-text.ts';
import type { Direction, TypePair } from './type-comparison.ts';
import { exportedType, memberTypes } from './type-members.ts';

/** A component's type, as one generation of a client declares it. */
export interface Component {
  /** The name it is exported under. */
  readonly exportedName: string;
  readonly type: ts.Type;
  /** What declares it, without comments and layout. */
  readonly text: string;
  /** The ways its values travel in; both where no operation says. */
  readonly directions: ReadonlySet<Direction>;
}

/** By the name that the spec gives them. */
export type Components = ReadonlyMap<string, Component>;

const BOTH: ReadonlySet<Direction> = new Set(['request', 'response']);

/** Every component of a client. */
export function readComponents(client: ClientDeclarations, checker: ts.TypeChecker): Components {
  const sections = memberTypes(exportedType(client, 'components', checker), checker);
  const types = memberTypes(sections.get('schemas'), checker);
  const texts = readTexts(client.types);
  const directions = componentDirections(client.types);
  return new Map(
    [...readAliases(client.schemas)].flatMap(([name, exportedName]) => {
      const type = types.get(name);
      if (type === undefined) return [];
      const component: Component = {
        exportedName,
        type,
        text: texts.get(name) ?? '',
        directions: directions.get(name) ?? BOTH,
      };
      return [[name, component] as const];
    }),
  );
}

function readTexts(types: ts.SourceFile): ReadonlyMap<string, string> {
  const schemas = membersOf(interfaceOf(types, 'components')).find(
    (section) => nameOf(section) === 'schemas',
  );
  return new Map(
    membersOf(schemas).map((member) => [
      nameOf(member),
      declarationText(member.type?.getText(types) ?? ''),
    ]),
  );
}

/** The exported names of components, by the names that the spec gives them. */
function readAliases(schemas: ts.SourceFile): ReadonlyMap<string, string> {
  return new Map(
    schemas.statements
      .filter((statement) => ts.isTypeAliasDeclaration(statement))
      .flatMap(({ name, type }) => {
        const reference = indexesOf(type);
        return reference === undefined ? [] : [[reference.name, name.text] as const];
      }),
  );
}

/**
 * Tells pairs of one component's types, which are compared once, from types that only operations have.
 */
export function createComponentJudge({
  old,
  current,
}: {
  readonly old: Components;
  readonly current: Components;
}): (pair: TypePair, direction: Direction) => boolean {
  const names = new Map([...old].map(([name, { type }]) => [type, name]));
  return (pair, direction) => {
    const name = names.get(pair.old);
    if (name === undefined || current.get(name)?.type !== pair.current) return false;
    return old.get(name)?.directions.has(direction) === true;
  };
}
