/** One file of a generated package. */
export interface EmittedFile {
  /** Relative to the folder of the package's sources, with `/` between segments. */
  readonly path: string;
  readonly contents: string;
}

/** What happened to one thing that a package declares. */
export interface DeclarationChange {
  /** As code finds it, such as `Channel`, `Channel.name` or `getChannel()`. */
  readonly name: string;
  readonly kind: 'added' | 'removed' | 'renamed' | 'changed';
  /** `major` where code that compiled may not compile any more. */
  readonly bump: 'major' | 'minor';
  /** What happened to it, as the end of a sentence that starts with the name: `may be absent now`. */
  readonly message: string;
}

/** What two generations of a package declare differently. */
export interface DeclarationDiff {
  readonly bump: 'major' | 'minor' | 'none';
  /** Breaking ones first. */
  readonly changes: readonly DeclarationChange[];
}

/** Sorts changes, says each once, and takes the highest of their bumps. */
export function declarationDiff(found: readonly DeclarationChange[]): DeclarationDiff {
  const changes = [...new Map(found.map((each) => [each.name + each.message, each])).values()];
  const breaking = changes.filter(({ bump }) => bump === 'major');
  const others = changes.filter(({ bump }) => bump === 'minor');
  const bump = breaking.length > 0 ? 'major' : others.length > 0 ? 'minor' : 'none';
  return { bump, changes: [...breaking, ...others] };
}
