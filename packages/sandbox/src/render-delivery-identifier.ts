import type { ApiVersion } from './api-version.ts';
import type { DeliveryIdentifier } from './model.ts';

/** A `PublicDeliveryIdentifier` of `version`. */
function renderDeliveryIdentifier(
  { type, value }: DeliveryIdentifier,
  version: ApiVersion,
): DeliveryIdentifier {
  return { type: version.deliveryIdentifierType.show(type), value };
}

/** `holder` with its delivery identifier, if it has one, as `version` shows it. */
export function withDeliveryIdentifier<
  Holder extends { readonly deliveryIdentifier?: DeliveryIdentifier },
>(holder: Holder, version: ApiVersion): Holder {
  return holder.deliveryIdentifier === undefined
    ? holder
    : {
        ...holder,
        deliveryIdentifier: renderDeliveryIdentifier(holder.deliveryIdentifier, version),
      };
}
