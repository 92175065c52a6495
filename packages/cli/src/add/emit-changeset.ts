import type { Addition } from './addition.ts';

/** The path of the changeset, relative to the repository. */
export function changesetPath({ api, added, siblings }: Addition): string {
  const ids = siblings.length === 0 ? [] : added.map(({ id }) => id);
  return `.changeset/${['add', api, ...ids].join('-')}.md`;
}

/** Emits the changeset that releases what is added. */
export function emitChangeset({ api, added, newest, pair }: Addition, title: string): string {
  // A version that gets a successor has it in its client.
  const released = pair === undefined ? added : [pair.old, pair.current];
  const packages = [
    ...released.flatMap(({ id }) => [`${api}-${id}`, `${api}-${id}-zod`]),
    ...(pair === undefined ? [] : [`${api}-compat`]),
  ].toSorted();
  const ids = added.map(({ id }) => id).join(' and ');
  const compat =
    pair === undefined
      ? ''
      : `\n  \`@apipin/${api}-compat\` runs code for ${pair.old.id} on ${pair.current.id}, and the other way round.`;
  return `---
${packages.map((name) => `'@apipin/${name}': minor\n`).join('')}---

${title} ${ids}, as a typed client and validators.

- **What.** A client and zod validators for ${added.length === 1 ? 'this version' : 'each version'} of the API.${compat}
- **How to start.** \`npm install @apipin/${api}-${newest.id}\`
`;
}
