import type { VersionPair } from './addition.ts';
import type { MissingRule } from './compare-pair.ts';

const WIDTH = 100;

/**
 * Emits the list of rules with nothing but gaps in it: each is an error of the compiler that says what is missing.
 */
export function emitRules(missing: readonly MissingRule[], { old, current }: VersionPair): string {
  const list = `import type { Rules } from '../generated/changes.ts';

/** The rule for each change between ${old.id} and ${current.id}. The compiler holds the list to the specs. */
export const rules = {${missing.map((each) => `\n${emitEntry(each)}`).join('')}
} satisfies Rules;
`;
  if (missing.length === 0) return list.replace('{\n}', '{}');
  return `${list}
/** Stands where a rule is missing, so that the compiler lists it. Goes once there are none. */
declare function missingRule(change: 'a rule'): never;
`;
}

function emitEntry({ change, what, candidates }: MissingRule): string {
  const help = candidates.length === 0 ? 'write your own' : `try ${candidates.join(' or ')}`;
  const key = propertyKey(change);
  const text = stringLiteral(`${change} ${what} (${help})`);
  const line = `  ${key}: missingRule(${text}),`;
  return line.length <= WIDTH ? line : `  ${key}: missingRule(\n    ${text},\n  ),`;
}

function propertyKey(name: string): string {
  // Compilers take `constructor: x` for the inherited one.
  if (name in Object.prototype) return `[${stringLiteral(name)}]`;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : stringLiteral(name);
}

/** A literal in ASCII, with the quotes that take fewer escapes. */
function stringLiteral(text: string): string {
  const count = (quote: string): number => text.split(quote).length;
  const quote = count("'") > count('"') ? '"' : "'";
  const escaped = text.replaceAll(/[\\\p{C}\P{ASCII}]/gu, (character) =>
    character === '\\' ? '\\\\' : escapeUnits(character),
  );
  return quote + escaped.replaceAll(quote, `\\${quote}`) + quote;
}

function escapeUnits(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    const unit = character.charCodeAt(index).toString(16);
    return `\\u${unit.padStart(4, '0')}`;
  }).join('');
}
