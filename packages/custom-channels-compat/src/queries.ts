import { mapItems, mapProperties } from '@apipin/compat-runtime';
import type { PublicDeliveryIdentifier } from '@apipin/custom-channels-2026-03';
import { narrowDeliveryIdentifierType } from './rules/narrow-delivery-identifier-type.ts';

/** The query of `listChannelAccounts`, as far as it differs. */
interface ListChannelAccountsQuery<DeliveryIdentifierType> {
  readonly deliveryIdentifierType?: DeliveryIdentifierType[];
}

export const listChannelAccountsQuery = mapProperties<
  ListChannelAccountsQuery<string>,
  ListChannelAccountsQuery<PublicDeliveryIdentifier['type']>
>({ deliveryIdentifierType: mapItems(narrowDeliveryIdentifierType) });
