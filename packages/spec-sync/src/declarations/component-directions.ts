import ts from 'typescript';
import type { Direction } from './type-comparison.ts';

/**
 * The ways that values of each component travel in, by its name; components that no operation uses are left out.
 *
 * @param types - The module that declares `components` and `operations`.
 */
export function componentDirections(
  types: ts.SourceFile,
): ReadonlyMap<string, ReadonlySet<Direction>> {
  const declarations = readDeclarations(types);
  const directions = new Map<string, Set<Direction>>();
  const visit = (node: ts.Node, direction: Direction): void => {
    const reference = referenceOf(node);
    const target = reference === undefined ? undefined : declarations.get(reference);
    if (reference === undefined || target === undefined) {
      ts.forEachChild(node, (child) => visit(child, direction));
      return;
    }
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
  return new Map(
    [...directions].flatMap(([reference, known]) =>
      reference.startsWith(SCHEMA) ? [[reference.slice(SCHEMA.length), known]] : [],
    ),
  );
}

/** What stands in front of a component's name in the key of its declaration. */
const SCHEMA = 'schemas/';

/** Members of `components` by section and name, and aliases by name. */
function readDeclarations(types: ts.SourceFile): ReadonlyMap<string, ts.Node> {
  const declarations = new Map<string, ts.Node>();
  for (const statement of types.statements) {
    if (ts.isTypeAliasDeclaration(statement)) declarations.set(statement.name.text, statement.type);
  }
  for (const section of membersOf(interfaceOf(types, 'components'))) {
    for (const member of membersOf(section)) {
      declarations.set(`${nameOf(section)}/${nameOf(member)}`, member);
    }
  }
  return declarations;
}

/** What `components['schemas']['Channel']` or the name of an alias refers to. */
function referenceOf(node: ts.Node): string | undefined {
  if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) return node.typeName.text;
  const indexes = indexesOf(node);
  return indexes && `${indexes.section}/${indexes.name}`;
}

/** The `section` and the `name` of `components['section']['name']`. */
export function indexesOf(
  node: ts.Node,
): { readonly section: string; readonly name: string } | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) {
    return undefined;
  }
  const { objectType: components } = node.objectType;
  const [section, name] = [indexOf(node.objectType), indexOf(node)];
  const isKnown = ts.isTypeReferenceNode(components) && section !== undefined;
  return isKnown && name !== undefined ? { section, name } : undefined;
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
