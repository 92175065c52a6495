import ts from 'typescript';
import type { ClientDeclarations } from './client-declarations.ts';
import type { Direction } from './type-comparison.ts';

/** The ways that values of each schema travel in, by the name of its type; what no operation uses is left out. */
export function componentDirections({
  types,
  schemas,
}: ClientDeclarations): ReadonlyMap<string, ReadonlySet<Direction>> {
  const declarations = readDeclarations(types, schemas);
  const directions = new Map<string, Set<Direction>>();
  const visit = (node: ts.Node, direction: Direction): void => {
    ts.forEachChild(node, (child) => visit(child, direction));
    const reference = referenceOf(node);
    const target = reference === undefined ? undefined : declarations.get(reference);
    if (reference === undefined || target === undefined) return;
    const known = directions.get(reference) ?? new Set();
    if (known.has(direction)) return;
    directions.set(reference, known.add(direction));
    visit(target, direction);
  };
  for (const operation of membersOf(interfaceOf(types, 'operations'))) {
    for (const part of membersOf(operation)) {
      visit(part, nameOf(part) === 'responses' ? 'response' : 'request');
    }
  }
  return directions;
}

/** Types of schemas by name, and other members of `components` by section and name. */
function readDeclarations(
  types: ts.SourceFile,
  schemas: ts.SourceFile,
): ReadonlyMap<string, ts.Node> {
  const declarations = new Map<string, ts.Node>(typeAliasesOf(schemas));
  for (const section of membersOf(interfaceOf(types, 'components'))) {
    for (const member of membersOf(section)) {
      declarations.set(`${nameOf(section)}/${nameOf(member)}`, member);
    }
  }
  return declarations;
}

/** The types that a module declares, by name. */
export function typeAliasesOf(module: ts.SourceFile): readonly (readonly [string, ts.TypeNode])[] {
  return module.statements
    .filter((statement) => ts.isTypeAliasDeclaration(statement))
    .map(({ name, type }) => [name.text, type]);
}

/** The key of what `Channel`, `Schemas.Channel` or `components['responses']['Error']` refers to. */
function referenceOf(node: ts.Node): string | undefined {
  if (ts.isTypeReferenceNode(node)) return referredName(node);
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) {
    return undefined;
  }
  const [section, name] = [indexOf(node.objectType), indexOf(node)];
  return section === undefined || name === undefined ? undefined : `${section}/${name}`;
}

/** The name of a type, in whichever module it is. */
export function referredName({ typeName }: ts.TypeReferenceNode): string {
  return ts.isIdentifier(typeName) ? typeName.text : typeName.right.text;
}

function indexOf({ indexType }: ts.IndexedAccessTypeNode): string | undefined {
  return ts.isLiteralTypeNode(indexType) && ts.isStringLiteral(indexType.literal)
    ? indexType.literal.text
    : undefined;
}

/** The interface that a module declares under `name`. */
export function interfaceOf(
  types: ts.SourceFile,
  name: string,
): ts.InterfaceDeclaration | undefined {
  return types.statements
    .filter((statement) => ts.isInterfaceDeclaration(statement))
    .find((statement) => statement.name.text === name);
}

/** The members of an interface, or of a property whose type is written out in place. */
export function membersOf(node: ts.Node | undefined): readonly ts.PropertySignature[] {
  if (node === undefined) return [];
  if (ts.isPropertySignature(node)) return membersOf(node.type);
  if (!ts.isInterfaceDeclaration(node) && !ts.isTypeLiteralNode(node)) return [];
  return node.members.filter((member) => ts.isPropertySignature(member));
}

/** The name of a property, without quotation marks. */
export function nameOf({ name }: ts.PropertySignature): string {
  return ts.isComputedPropertyName(name) ? name.getText() : name.text;
}
