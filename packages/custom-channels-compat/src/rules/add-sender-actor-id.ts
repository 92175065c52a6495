import { leaveOutAdded } from '@apipin/compat-runtime';

/**
 * A participant of a message can be named as an actor in HubSpot.
 *
 * v3 would accept the message and ignore the actor, so leaving it out is admitted as a loss.
 */
export const addSenderActorId = leaveOutAdded('major');
