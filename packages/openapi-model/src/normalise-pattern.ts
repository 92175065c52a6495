import { report, type SchemaNode } from './schema-node.ts';

/** A regular expression that compiles, and that no value can keep busy for ever. */
export function patternOf(
  node: SchemaNode,
  source: string | undefined,
  keyword: string,
): string | undefined {
  if (source === undefined) return undefined;
  const text = JSON.stringify(source).slice(0, 100);
  if (!isRegExp(source, 'u')) {
    if (!isRegExp(source, '')) {
      report(
        node,
        'error',
        'pattern-invalid',
        keyword,
        `${text} is no ECMA-262 regular expression`,
      );
      return undefined;
    }
    const message = `${text} only works without the u flag; escape it properly`;
    report(node, 'warning', 'pattern-not-unicode', keyword, message);
  }
  reportRisk(node, source, keyword, text);
  return source;
}

function reportRisk(node: SchemaNode, source: string, keyword: string, text: string): void {
  switch (node.context.judgePattern(source)) {
    case 'polynomial':
      report(
        node,
        'warning',
        'pattern-polynomial',
        keyword,
        `${text} takes long on long values: the time grows with the square of their length or faster`,
      );
      break;
    case 'exponential':
    case 'unknown':
      report(
        node,
        'error',
        'pattern-exponential',
        keyword,
        `${text} can take for ever on a short value, or is too large to be sure; do without lookarounds and backreferences, simplify it, or allow "pattern-exponential"`,
      );
      break;
    case 'linear':
  }
}

function isRegExp(source: string, flags: string): boolean {
  try {
    new RegExp(source, flags);
    return true;
  } catch {
    return false;
  }
}
