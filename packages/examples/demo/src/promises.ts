import { isDeepStrictEqual } from 'node:util';
import type { Run } from './consumers.ts';

/** A promise of the mapping, and whether it was kept. */
export interface Promised {
  readonly promise: string;
  readonly kept: boolean;
}

/** Holds v3 code on 2026-03 against the same code on v3, and against 2026-03 code on 2026-03. */
export function checkPromises(v3: Run, current: Run, mapped: Run): Promised[] {
  const requests = ({ wire }: Run): unknown =>
    wire.map(({ method, path, requestBody }) => ({ method, path, requestBody }));
  // A Location is more than v3 gives; what matters is where it leads.
  const answers = ({ seen }: Run): unknown =>
    seen.map((exchange) => ({ ...exchange, location: undefined }));
  return [
    promise('v3 code gets the same results on 2026-03', v3.deliveries, mapped.deliveries),
    promise('v3 code sees the very answers that v3 gives', answers(v3), answers(mapped)),
    promise('no link or Location leads v3 code to another version', [], strayLinks(mapped)),
    promise(
      '2026-03 sees the very requests that 2026-03 code makes',
      requests(current),
      requests(mapped),
    ),
    promise('both versions tell the same story', v3.deliveries, current.deliveries),
    promise('nothing is lost on the way', [], mapped.losses),
  ];
}

function strayLinks({ seen }: Run): string[] {
  const texts = seen.map(({ location, responseBody }) => JSON.stringify([location, responseBody]));
  return texts.filter((text) => text.includes('/conversations/custom-channels/2026-03/'));
}

function promise(text: string, wanted: unknown, found: unknown): Promised {
  return { promise: text, kept: isDeepStrictEqual(withoutHost(wanted), withoutHost(found)) };
}

/** Links name the sandbox they come from, and each consumer has one of its own. */
function withoutHost(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null).replace(/http:\/\/127\.0\.0\.1:\d+/g, ''));
}
