import type { ApiModel, LinearStep } from '@apipin/openapi-model';

/**
 * Text that goes from a spec into source code. Specs are untrusted: whatever a name, description or value contains, it
 * stays a literal or a comment.
 */

/** Characters that change how code is shown, or end a line or a comment where a reader sees none. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

function escapeInvisible(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}

/** A string literal that reads back as exactly `text`. */
export function stringLiteral(text: string): string {
  return JSON.stringify(text).replace(INVISIBLE, escapeInvisible);
}

/** A property name: bare where it is an identifier, quoted otherwise. */
export function propertyKey(name: string): string {
  // A literal `__proto__: x` sets the prototype, and compilers take `constructor: x` for the inherited one.
  if (name in Object.prototype) return `[${stringLiteral(name)}]`;
  return isIdentifier(name) ? name : stringLiteral(name);
}

/** The end of an expression that reads a property, of whatever there is. */
export function optionalMember(name: string): string {
  return isIdentifier(name) ? `?.${name}` : `?.[${stringLiteral(name)}]`;
}

function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name);
}

/**
 * An expression that is what `expression` is, and that bundlers leave out where nothing uses it: they cannot know that
 * the calls in it do nothing else.
 */
export function pure(expression: string): string {
  return `/* @__PURE__ */ (() => ${expression})()`;
}

/** Whether emitted `code` uses the variable called `name`; what a literal says does not count. */
export function usesVariable(code: string, name: string): boolean {
  const bare = code.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, "''");
  return new RegExp(`\\b${name}\\b`).test(bare);
}

/** A status as openapi-typescript writes it: `200` is a number, `4XX` and `default` are not. */
export function statusKey(status: string): string {
  return /^\d+$/.test(status) ? status : stringLiteral(status);
}

/**
 * An expression for a regular expression that matches what `pattern` does: a literal where the `u` flag allows it. What
 * works without the flag alone is left to the run time, since compilers refuse some of it in a literal.
 */
export function regexLiteral(pattern: string): string {
  if (!allowsUnicode(pattern)) return `new RegExp(${stringLiteral(pattern)})`;
  return `/${new RegExp(pattern, 'u').source.replace(INVISIBLE, escapeInvisible)}/u`;
}

/**
 * An expression with a method `test` that says whether a text matches `pattern`: a regular expression, or the program
 * that stands in for one.
 *
 * @param linearPattern - The expression for the runtime function of that name; called where it is needed.
 */
export function patternExpression(
  pattern: string,
  programs: ApiModel['linearPatterns'],
  linearPattern: () => string,
): string {
  const program = programs.get(pattern);
  if (program === undefined) return regexLiteral(pattern);
  const steps = program.steps.map(stepExpression).join(', ');
  return `${linearPattern()}([${steps}]${program.isUnicode ? '' : ', false'})`;
}

function stepExpression(step: LinearStep): string {
  if (isTargets(step)) return `[${step.join(', ')}]`;
  return 'character' in step ? regexLiteral(step.character) : stringLiteral(step.assertion);
}

function isTargets(step: LinearStep): step is Extract<LinearStep, readonly number[]> {
  return Array.isArray(step);
}

function allowsUnicode(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').unicode;
  } catch {
    return false;
  }
}

/** A doc comment of `paragraphs`, or nothing where there are none. Long lines are left for the formatter's reader. */
export function docComment(paragraphs: readonly (string | undefined)[]): string {
  const lines = paragraphs
    .map((paragraph) => commentText(paragraph ?? ''))
    .filter((paragraph) => paragraph !== '')
    .flatMap((paragraph, index) =>
      index === 0 ? paragraph.split('\n') : ['', ...paragraph.split('\n')],
    );
  if (lines.length === 0) return '';
  if (lines.length === 1 && (lines[0] as string).length < 90) return `/** ${lines[0]} */\n`;
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */\n`;
}

function commentText(text: string): string {
  return text
    .trim()
    .replaceAll('*/', '*\\/')
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, (character) => (character === '\n' ? '\n' : ' '))
    .split('\n')
    .flatMap((line) => wrap(line.trimEnd(), 110))
    .join('\n');
}

/** Breaks a line of prose at spaces; longer words stay whole. */
function wrap(line: string, width: number): string[] {
  if (line.length <= width) return [line];
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + word.length >= width) {
      lines.push(current);
      current = word;
    } else {
      current = current === '' ? word : `${current} ${word}`;
    }
  }
  return [...lines, current];
}
