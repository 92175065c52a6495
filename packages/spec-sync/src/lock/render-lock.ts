import { Document, isCollection } from 'yaml';
import type { Pending } from '../plan/settle.ts';
import type { Lock } from './lock.ts';

/** A lock as a file: one line for each state and each name, so that a review shows what moved. */
export function renderLock(lock: Lock): string {
  const document = new Document(withoutGaps(lock), { aliasDuplicateObjects: false });
  document.commentBefore = ' Written by `apipin sync`; the names also by `apipin names`.';
  const earlier = document.get('earlier');
  if (isCollection(earlier)) {
    for (const item of earlier.items) if (isCollection(item)) item.flow = true;
  }
  return document.toString({ lineWidth: 0, singleQuote: true });
}

/** What says for how long a document in `specs/pending` has stood. */
export function renderPending(pending: Pending): string {
  const document = new Document(pending);
  document.commentBefore = ' Written by `apipin sync`: the spec beside it waits since then.';
  return document.toString({ lineWidth: 0, singleQuote: true });
}

/** YAML would say `null` where there is nothing. */
function withoutGaps(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}
