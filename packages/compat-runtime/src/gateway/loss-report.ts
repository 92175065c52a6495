import type { Loss, LossContext } from '../loss.ts';
import { structuredItem } from './structured-field.ts';

/** Names the header in which a gateway lists the losses of an exchange. */
export const lossesHeader = 'x-apipin-losses';

/** Clients and proxies refuse long header sections, many of them at 8 KiB. */
const longestHeader = 4096;
const mostEntries = 32;

/**
 * The losses of one exchange, as a response header tells them: a List with an Item for each loss,
 * `narrow-colour;pointer="/colour";part=request-body;severity=minor`.
 *
 * Values are never kept. What would make the header too long is only counted, in a last member
 * that is an Integer.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9651#section-3.1
 */
export class LossReport {
  #count = 0;
  #length = 0;
  readonly #entries: string[] = [];

  get count(): number {
    return this.#count;
  }

  add({ change, pointer, severity }: Loss, { part }: LossContext): void {
    this.#count += 1;
    // A pointer can be as long as the body it points into.
    if (this.#entries.length === mostEntries || pointer.length > longestHeader) return;
    const entry = structuredItem(change, { pointer, part: part.replaceAll(' ', '-'), severity });
    if (this.#length + entry.length > longestHeader) return;
    this.#length += entry.length;
    this.#entries.push(entry);
  }

  toString(): string {
    const omitted = this.#count - this.#entries.length;
    const members = omitted === 0 ? this.#entries : [...this.#entries, structuredItem(omitted)];
    return members.join(', ');
  }
}
