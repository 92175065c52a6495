import { importedModule } from './imported-module.ts';
import { offsetIn, textOf } from './literal-text.ts';
import type { PathMatcher } from './match-path.ts';
import { childrenOf, parseScript, type SyntaxNode } from './parse-script.ts';
import { methodWithin } from './request-method.ts';
import {
  toPathSite,
  type ImportSite,
  type PathSite,
  type SourceFindings,
} from './source-finding.ts';
import { createLocator } from './source-place.ts';

/**
 * Finds what a JavaScript or TypeScript file imports, and the paths in its strings. Comments and types send no request,
 * and do not count.
 *
 * @throws Error where the source cannot be parsed.
 */
export function searchScript(
  source: string,
  extension: string,
  matcher: PathMatcher,
): SourceFindings {
  const placeOf = createLocator(source);
  const imports: ImportSite[] = [];
  const paths: PathSite[] = [];
  // A list in place of recursion, as sources of strangers nest deeply.
  const pending: { node: SyntaxNode; method: string | undefined }[] = [
    { node: parseScript(source, extension), method: undefined },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node } = next;
    if (node.type === 'TSLiteralType') continue;
    const imported = importedModule(node);
    if (imported !== undefined) {
      imports.push({ ...placeOf(imported.node.start), specifier: imported.specifier });
    }
    const literal = textOf(node);
    if (literal !== undefined) {
      for (const match of matcher.find(literal.text)) {
        const place = placeOf(offsetIn(source, literal, match.index));
        paths.push(toPathSite(match, next.method, place));
      }
    }
    const method = methodWithin(node, next.method);
    for (const child of literal?.rest ?? childrenOf(node)) {
      if (child === imported?.node) continue;
      pending.push({ node: child, method: child === node['callee'] ? next.method : method });
    }
  }
  return { imports: imports.toSorted(byPlace), paths: paths.toSorted(byPlace) };
}

function byPlace(a: ImportSite | PathSite, b: ImportSite | PathSite): number {
  return a.line - b.line || a.column - b.column;
}
