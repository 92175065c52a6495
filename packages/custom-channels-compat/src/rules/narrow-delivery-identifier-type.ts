import { refuseNonMembers } from '@apipin/compat-runtime';

/**
 * The kind of an address became an enum, so that HubSpot can act on it.
 *
 * An unknown kind is refused: under any other one the address would reach the wrong person, or none.
 */
export const narrowDeliveryIdentifierType = refuseNonMembers({
  CHANNEL_SPECIFIC_OPAQUE_ID: true,
  HS_EMAIL_ADDRESS: true,
  HS_PHONE_NUMBER: true,
  HS_SHORT_CODE: true,
});
