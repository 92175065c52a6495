import type { Channel } from './model.ts';

/** A `PublicChannelIntegrationChannel`, the same in every version. */
export function renderChannel(channel: Channel): object {
  const { appId: _appId, ...shown } = channel;
  return shown;
}
