import { dropProperty } from '@apipin/compat-runtime';
import type { ChannelIntegrationParticipant } from '@apipin/custom-channels-2026-03';

/**
 * A participant of a message can be named as an actor in HubSpot.
 *
 * v3 would accept the message and ignore the actor, so leaving it out is admitted as a loss.
 */
export const addSenderActorId = dropProperty<ChannelIntegrationParticipant, 'senderActorId'>({
  id: 'add-sender-actor-id',
  property: 'senderActorId',
  severity: 'major',
});
