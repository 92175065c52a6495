import ts from 'typescript';
import type { EmittedFile } from './declaration-diff.ts';
import { accessOf } from './type-comparison.ts';

/** The names that `index.ts` exports, and what can be reached from them by name, such as `operations.getChannel`. */
export function readExportedNames(files: readonly EmittedFile[]): string[] {
  const modules = new Map(files.map(({ path, contents }) => [path, parse(path, contents)]));
  const names = (modules.get('index.ts')?.statements ?? []).flatMap((statement) =>
    ts.isExportDeclaration(statement) ? readExport(statement, modules) : [],
  );
  return [...new Set(names)];
}

function parse(path: string, contents: string): ts.SourceFile {
  return ts.createSourceFile(path, contents, ts.ScriptTarget.ESNext);
}

function readExport(
  { exportClause, moduleSpecifier }: ts.ExportDeclaration,
  modules: ReadonlyMap<string, ts.SourceFile>,
): string[] {
  if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return [];
  const module = modules.get(moduleSpecifier.text.slice('./'.length).replace(/\.js$/, '.ts'));
  const names = (module?.statements ?? []).flatMap(readStatement);
  if (exportClause === undefined || !ts.isNamedExports(exportClause)) return names;
  const wanted = new Set(exportClause.elements.map(({ name }) => name.text));
  return names.filter((name) => wanted.has(rootOf(name)));
}

function rootOf(name: string): string {
  return /^[^.[]+/.exec(name)?.[0] ?? name;
}

function readStatement(statement: ts.Statement): string[] {
  if (!ts.canHaveModifiers(statement) || !isExported(statement)) return [];
  if (ts.isInterfaceDeclaration(statement)) {
    const { text } = statement.name;
    return [text, ...statement.members.flatMap(({ name }) => (name ? [text + keyOf(name)] : []))];
  }
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
      ts.isIdentifier(name) ? [name.text, ...readKeys(name.text, initializer)] : [],
    );
  }
  const isNamed = ts.isTypeAliasDeclaration(statement) || ts.isFunctionDeclaration(statement);
  return isNamed && statement.name ? [statement.name.text] : [];
}

function isExported(statement: ts.HasModifiers): boolean {
  return (
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
  );
}

/** Keys of objects that are written out, and of objects within them. */
function readKeys(path: string, expression: ts.Expression | undefined): string[] {
  const object = expression && objectOf(expression);
  if (object === undefined) return [];
  return object.properties.flatMap((property) => {
    if (property.name === undefined) return [];
    const name = path + keyOf(property.name);
    const value = ts.isPropertyAssignment(property) ? property.initializer : undefined;
    return [name, ...readKeys(name, value)];
  });
}

/** The object itself, or what a function gives that is called where it stands. */
function objectOf(expression: ts.Expression): ts.ObjectLiteralExpression | undefined {
  if (ts.isObjectLiteralExpression(expression)) return expression;
  if (ts.isParenthesizedExpression(expression) || ts.isAsExpression(expression)) {
    return objectOf(expression.expression);
  }
  if (ts.isCallExpression(expression)) {
    const called = ts.isParenthesizedExpression(expression.expression)
      ? expression.expression.expression
      : undefined;
    const body = called && ts.isArrowFunction(called) ? called.body : undefined;
    return body && !ts.isBlock(body) ? objectOf(body) : undefined;
  }
  return undefined;
}

function keyOf(name: ts.PropertyName): string {
  return ts.isComputedPropertyName(name) ? '' : accessOf(name.text);
}
