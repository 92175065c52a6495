import type { Use } from './part.ts';

/** A use as it stands in the lock: the owner, and after `#` the pointer in it. */
export function formatUse({ owner, place }: Use): string {
  return `${owner.replaceAll('%', '%25').replaceAll('#', '%23')}#${place}`;
}

/** Reads what {@link formatUse} wrote. */
export function parseUse(text: string): Use {
  const hash = text.indexOf('#');
  const owner = text.slice(0, hash).replaceAll('%23', '#').replaceAll('%25', '%');
  return { owner, place: text.slice(hash + 1) };
}
