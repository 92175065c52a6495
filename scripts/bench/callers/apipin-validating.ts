import {
  createClient,
  type ChannelIntegrationMessageEgg,
} from '../../../packages/custom-channels-2026-03/dist/index.js';
import { validateWith } from '../../../packages/custom-channels-2026-03/dist/runtime.js';
import { operations } from '../../../packages/custom-channels-2026-03-zod/dist/index.js';
import type { Caller, CallerOptions } from '../caller.ts';

/** Ours, with requests and answers validated. */
export function createCaller(options: CallerOptions): Caller {
  const { fetch, token, channelId, messageId } = options;
  const body = options.message as ChannelIntegrationMessageEgg;
  const client = createClient({
    accessToken: token,
    fetch,
    validation: validateWith(operations, { response: 'throw' }),
  });
  return {
    getMessage: () => client.getMessage({ channelId, messageId }),
    publishMessage: () => client.publishMessage({ channelId, body }),
  };
}
