import { run } from './program.ts';

/** Answers each request with what comes of the program, and takes the URLs of the servers in the query. */
export default {
  async fetch({ url }: Request): Promise<Response> {
    const urls = new URL(url).searchParams.get('urls') ?? '';
    return Response.json(await run(JSON.parse(urls)));
  },
};
