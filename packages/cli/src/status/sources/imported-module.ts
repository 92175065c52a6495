import { textOf } from './literal-text.ts';
import { UNKNOWN_PART } from './match-path.ts';
import { isNode, type SyntaxNode } from './parse-script.ts';

/** What a node imports. */
export interface ImportedModule {
  readonly specifier: string;
  /** The literal with the specifier. */
  readonly node: SyntaxNode;
}

/**
 * The module that `node` imports: by `import` or `export … from`, as an expression or a type, or by `require`.
 * `undefined` where it imports nothing, or what is only known when the program runs.
 */
export function importedModule(node: SyntaxNode): ImportedModule | undefined {
  const literal = sourceOf(node);
  if (!isNode(literal)) return undefined;
  const specifier = textOf(literal)?.text;
  if (specifier === undefined || specifier.includes(UNKNOWN_PART)) return undefined;
  return { specifier, node: literal };
}

function sourceOf(node: SyntaxNode): unknown {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return node['source'];
    case 'TSImportType':
      return node['argument'];
    case 'TSExternalModuleReference':
      return node['expression'];
    case 'CallExpression':
      return isImporter(node['callee']) ? (node['arguments'] as readonly unknown[])[0] : undefined;
    default:
      return undefined;
  }
}

/** `import(…)`, `require(…)` or `require.resolve(…)`. */
function isImporter(callee: unknown): boolean {
  if (!isNode(callee)) return false;
  if (callee.type === 'Import') return true;
  const target = callee.type === 'MemberExpression' ? callee['object'] : callee;
  return isNode(target) && target['name'] === 'require';
}
