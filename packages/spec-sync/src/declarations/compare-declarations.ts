import type { DeclarationDiff, EmittedFile } from './declaration-diff.ts';
import { isSameText } from './declaration-text.ts';

/**
 * Compares what two generations of a client declare, by what that does to code that compiled against the older one.
 *
 * Such code names exported types, builds requests, reads responses, branches over every value that a response may
 * have there, and passes what it has read on into requests that took it whole. Where any of this may not compile any
 * more, the bump is `major`; where declarations differ otherwise, `minor`.
 *
 * Code is not counted that builds values of responses or reads values of requests, implements `Operations`, lists all
 * keys of a type, merges declarations, tells members of a union apart by `in`, or asks whether types are equal.
 *
 * @param old - The files of a client, as generated from the older spec.
 * @param current - The files of the same client, as generated from the newer one.
 */
export async function compareDeclarations(
  old: readonly EmittedFile[],
  current: readonly EmittedFile[],
): Promise<DeclarationDiff> {
  if (isSameText(old, current)) return { bump: 'none', changes: [] };
  // Loads a compiler, which most runs do without.
  const { compareClients } = await import('./compare-clients.ts');
  return compareClients(old, current);
}
