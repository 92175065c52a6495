import type { DeclarationChange } from './declaration-diff.ts';
import type { TypeBreak } from './type-comparison.ts';

/** Breaks inside the type called `name`, as changes. */
export function describeBreaks(name: string, breaks: readonly TypeBreak[]): DeclarationChange[] {
  return breaks.map(({ path, message }) => ({
    name: name + path,
    kind: 'changed',
    bump: 'major',
    message,
  }));
}
