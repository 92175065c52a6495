import { dropProperty } from '@apipin/compat-runtime';
import type { ChannelIntegrationMessageEgg } from '@apipin/custom-channels-2026-03';

/**
 * A message can name the contact to file it under.
 *
 * v3 would accept the message and ignore the contact, so leaving it out is admitted as a loss.
 */
export const addAssociateWithContactId = dropProperty<
  ChannelIntegrationMessageEgg,
  'associateWithContactId'
>({
  id: 'add-associate-with-contact-id',
  property: 'associateWithContactId',
  severity: 'major',
});
