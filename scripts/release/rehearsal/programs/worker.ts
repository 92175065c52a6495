import { createChannel } from './create-channel.ts';

/** Answers with the name of the channel that it has created in the sandbox of the query. */
export default {
  async fetch({ url }: Request): Promise<Response> {
    return new Response(await createChannel(new URL(url).searchParams.get('sandbox') ?? ''));
  },
};
