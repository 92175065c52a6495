import { lastWhere } from './last-where.ts';
import { UNKNOWN_PART } from './match-path.ts';
import { isNode, type SyntaxNode } from './parse-script.ts';

/** The text of an expression, as far as the source tells it. */
export interface LiteralText {
  /** With {@link UNKNOWN_PART} for each part that is no literal. */
  readonly text: string;
  /** Where the literals stand, in the order of the text. */
  readonly pieces: readonly LiteralPiece[];
  /** The parts that are no literals. */
  readonly rest: readonly SyntaxNode[];
}

interface LiteralPiece {
  /** In the text. */
  readonly index: number;
  /** In the source, without quotes. */
  readonly start: number;
  readonly end: number;
}

/** The text of a string, of a template literal, or of a sum of such and of anything else; `undefined` of other nodes. */
export function textOf(node: SyntaxNode): LiteralText | undefined {
  if (!isText(node)) return undefined;
  let text = '';
  const pieces: LiteralPiece[] = [];
  const rest: SyntaxNode[] = [];
  const pending = [node];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    const parts = partsOf(part);
    if (parts !== undefined) {
      for (const each of parts.toReversed()) pending.push(each);
      continue;
    }
    const value = valueOf(part);
    if (value === undefined) {
      rest.push(part);
      text += UNKNOWN_PART;
      continue;
    }
    const quote = part.type === 'StringLiteral' ? 1 : 0;
    pieces.push({ index: text.length, start: part.start + quote, end: part.end - quote });
    text += value;
  }
  return { text, pieces, rest };
}

/** Where in the source the character at `index` of the text stands. */
export function offsetIn(source: string, { pieces }: LiteralText, index: number): number {
  const piece = pieces[lastWhere(pieces, (each) => each.index <= index)];
  if (piece === undefined) return 0;
  // Behind an escape sequence, the text is shorter than the source.
  const isPlain = !source.slice(piece.start, piece.end).includes('\\');
  return isPlain ? piece.start + index - piece.index : piece.start;
}

function isText(node: SyntaxNode): boolean {
  return node.type === 'StringLiteral' || partsOf(node) !== undefined;
}

function partsOf(node: SyntaxNode): SyntaxNode[] | undefined {
  if (node.type === 'BinaryExpression' && node['operator'] === '+') {
    return [node['left'], node['right']].filter(isNode);
  }
  if (node.type !== 'TemplateLiteral') return undefined;
  const quasis = node['quasis'] as readonly SyntaxNode[];
  const expressions = node['expressions'] as readonly SyntaxNode[];
  return quasis.flatMap((quasi, index) => [quasi, expressions[index]]).filter(isNode);
}

function valueOf(node: SyntaxNode): string | undefined {
  if (node.type === 'StringLiteral') return node['value'] as string;
  if (node.type !== 'TemplateElement') return undefined;
  // Tagged templates may hold what is no escape sequence.
  const { cooked, raw } = node['value'] as { cooked: string | null; raw: string };
  return cooked ?? raw;
}
