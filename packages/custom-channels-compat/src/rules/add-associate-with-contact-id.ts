import { leaveOutAdded } from '@apipin/compat-runtime';

/**
 * A message can name the contact to file it under.
 *
 * v3 would accept the message and ignore the contact, so leaving it out is admitted as a loss.
 */
export const addAssociateWithContactId = leaveOutAdded('major');
