import type { ApiVersion } from './api-version.ts';
import type { ChannelAccount, ChannelAccountStagingToken } from './model.ts';
import { withDeliveryIdentifier } from './render-delivery-identifier.ts';

/** A `PublicChannelAccount` of `version`. */
export function renderChannelAccount(account: ChannelAccount, version: ApiVersion): object {
  return withDeliveryIdentifier(account, version);
}

/** A `PublicChannelAccountStagingToken` of `version`. */
export function renderStagingToken(
  { channelId, ...token }: ChannelAccountStagingToken,
  version: ApiVersion,
): object {
  return { ...withDeliveryIdentifier(token, version), genericChannelId: Number(channelId) };
}
