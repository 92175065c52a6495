import { parse, type ParserPlugin } from '@babel/parser';

/** A node of Babel's syntax tree. Its other members are read as what they turn out to be. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [member: string]: unknown;
}

/**
 * Parses JavaScript or TypeScript, forgiving what a bundler or a later check would complain about.
 *
 * Babel, as it is written in JavaScript: on source that nests without end it throws, where native parsers end the
 * process.
 *
 * @param extension - Decides the dialect, as it does for compilers.
 * @throws Error where the source cannot be made sense of.
 */
export function parseScript(source: string, extension: string): SyntaxNode {
  return parse(source, {
    sourceType: 'unambiguous',
    errorRecovery: true,
    attachComment: false,
    allowImportExportEverywhere: true,
    allowAwaitOutsideFunction: true,
    allowReturnOutsideFunction: true,
    allowNewTargetOutsideFunction: true,
    allowSuperOutsideMethod: true,
    allowUndeclaredExports: true,
    plugins: pluginsFor(extension),
  }) as unknown as SyntaxNode;
}

function pluginsFor(extension: string): ParserPlugin[] {
  const proposals: ParserPlugin[] = ['decorators', 'decoratorAutoAccessors', 'importAttributes'];
  switch (extension) {
    // `<Type>value` is a cast here, and not an element.
    case '.ts':
    case '.mts':
    case '.cts':
      return [...proposals, 'typescript'];
    case '.tsx':
      return [...proposals, 'typescript', 'jsx'];
    default:
      return [...proposals, 'jsx', 'flow'];
  }
}

/** The nodes directly below `node`. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  // Most of the time of a search is spent here, and making lists of members would double it.
  for (const name in node) {
    const member: unknown = node[name];
    for (const child of Array.isArray(member) ? member : [member]) {
      if (isNode(child)) children.push(child);
    }
  }
  return children;
}

/** Whether a member of a node is a node itself. */
export function isNode(value: unknown): value is SyntaxNode {
  return (
    typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string'
  );
}
