import ts from 'typescript';
import type { ClientDeclarations } from './client-declarations.ts';
import {
  componentDirections,
  interfaceOf,
  membersOf,
  nameOf,
  referredName,
  typeAliasesOf,
} from './component-directions.ts';
import { declarationText } from './declaration-text.ts';
import type { Direction, TypePair } from './type-comparison.ts';
import { exportedType } from './type-members.ts';

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
  const declarations = new Map(typeAliasesOf(client.schemas));
  const directions = componentDirections(client);
  return new Map(
    readNames(client.types).flatMap(([name, exportedName]) => {
      const type = exportedType(client, exportedName, checker);
      if (type === undefined) return [];
      const component: Component = {
        exportedName,
        type,
        text: declarationText(declarations.get(exportedName)?.getText(client.schemas) ?? ''),
        directions: directions.get(exportedName) ?? BOTH,
      };
      return [[name, component] as const];
    }),
  );
}

/** The names that the spec gives to components, and those of their types. */
function readNames(types: ts.SourceFile): readonly (readonly [string, string])[] {
  const schemas = membersOf(interfaceOf(types, 'components')).find(
    (section) => nameOf(section) === 'schemas',
  );
  return membersOf(schemas).flatMap((member) =>
    member.type !== undefined && ts.isTypeReferenceNode(member.type)
      ? [[nameOf(member), referredName(member.type)] as const]
      : [],
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
