import { mapExchangeValue } from './map-exchange-part.ts';
import type { ExchangeContext } from './map-exchange-part.ts';
import type { Part } from './loss.ts';
import type { Mapping } from './mapping.ts';

/** `headers` as the other version has them: the same object where nothing changes, else a copy. */
export function mapHeaders(
  headers: Headers,
  part: Part,
  mapping: Mapping | undefined,
  context: ExchangeContext,
): Headers {
  if (mapping === undefined) return headers;
  const before: Record<string, string> = Object.fromEntries(headers);
  const after = mapExchangeValue(part, before, mapping[context.direction], context);
  if (after === before) return headers;
  const copy = new Headers(headers);
  for (const name of Object.keys(before)) if (!Object.hasOwn(after, name)) copy.delete(name);
  for (const [name, value] of Object.entries(after)) {
    // Setting a header that may be repeated, such as `set-cookie`, would merge it.
    if (value !== before[name]) copy.set(name, value);
  }
  return copy;
}
