import { isNode, type SyntaxNode } from './parse-script.ts';

const METHODS: ReadonlySet<string> = new Set([
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
]);

/**
 * The HTTP method that goes with a path among the arguments of a call, or the properties of an object.
 *
 * @param outer - The method that holds around `node`.
 */
export function methodWithin(node: SyntaxNode, outer: string | undefined): string | undefined {
  // A function runs at another time, for another request.
  if (/Function|Method/.test(node.type)) return undefined;
  if (node.type === 'ObjectExpression') return methodProperty(node) ?? outer;
  if (!/^(Optional)?CallExpression$|^NewExpression$/.test(node.type)) return outer;
  const name = calledName(node['callee']);
  if (name !== undefined && METHODS.has(name.toLowerCase())) return name;
  const options = (node['arguments'] as readonly SyntaxNode[]).filter(isOptions);
  const named = options.map(methodProperty).find((method) => method !== undefined);
  if (named !== undefined) return named;
  return isFetch(node, name) ? 'get' : outer;
}

function methodProperty(node: SyntaxNode): string | undefined {
  if (node.type !== 'ObjectExpression') return undefined;
  const properties = node['properties'] as readonly SyntaxNode[];
  const method = properties.find(({ key }) => isNode(key) && nameOf(key) === 'method');
  const value = method?.['value'];
  return isNode(value) && value.type === 'StringLiteral' ? String(value['value']) : undefined;
}

function isOptions(node: SyntaxNode): boolean {
  return node.type === 'ObjectExpression';
}

/** `fetch(path)` is a GET, where no second argument may say otherwise. */
function isFetch(node: SyntaxNode, name: string | undefined): boolean {
  if (name !== 'fetch' && name !== 'Request') return false;
  const [, options] = node['arguments'] as readonly SyntaxNode[];
  if (options === undefined) return true;
  if (options.type !== 'ObjectExpression') return false;
  const properties = options['properties'] as readonly SyntaxNode[];
  return properties.every(
    ({ type, key }) => type !== 'SpreadElement' && isNode(key) && nameOf(key) !== 'method',
  );
}

function calledName(callee: unknown): string | undefined {
  if (!isNode(callee)) return undefined;
  const { property } = callee;
  return isNode(property) && callee['computed'] !== true ? nameOf(property) : nameOf(callee);
}

function nameOf(node: SyntaxNode): string | undefined {
  if (node.type === 'Identifier') return node['name'] as string;
  return node.type === 'StringLiteral' ? (node['value'] as string) : undefined;
}
