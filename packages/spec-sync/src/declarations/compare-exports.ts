import type { DeclarationChange } from './declaration-diff.ts';

/** What a package exports: each name, with the text that declares it where that says whether it is the same thing. */
export type Exports = ReadonlyMap<string, string | undefined>;

/** Which names came, went, or are those of something that had another name. */
export function compareExports(old: Exports, current: Exports): DeclarationChange[] {
  const gone = [...old].filter(([name]) => !current.has(name));
  const added = [...current].filter(([name]) => !old.has(name));
  const byText = new Map(
    added.flatMap(([name, text]) => (text === undefined ? [] : [[text, name]])),
  );
  const changes = gone.map(([name, text]): DeclarationChange => {
    const renamed = text === undefined ? undefined : byText.get(text);
    return renamed === undefined
      ? { name, kind: 'removed', bump: 'major', message: 'is gone' }
      : { name, kind: 'renamed', bump: 'major', message: `is called ${renamed} now` };
  });
  return [
    ...changes,
    ...added.map(([name]): DeclarationChange => ({
      name,
      kind: 'added',
      bump: 'minor',
      message: 'is new',
    })),
  ];
}
