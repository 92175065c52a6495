import { UnmappableValueError } from './errors/unmappable-value-error.ts';
import { prependToken } from './json-pointer.ts';
import type { Loss } from './loss.ts';
import { keep } from './mapping.ts';
import type { MapValue, Mapped } from './mapping.ts';

/** A child of an object or array by its reference token, and how to map it. */
export type ChildMapping = readonly [token: string | number, mapChild: MapValue<unknown, unknown>];

/** Maps the given children; copies the container only when one of them has changed. */
export function mapChildren(container: object, children: Iterable<ChildMapping>): Mapped<object> {
  let copy: object | undefined;
  const losses: Loss[] = [];
  for (const [token, mapChild] of children) {
    if (!Object.hasOwn(container, token)) continue;
    const before: unknown = Reflect.get(container, token);
    const mapped = mapChildAt(token, mapChild, before);
    for (const loss of mapped.losses) losses.push(loss);
    if (mapped.value === before) continue;
    copy ??= Array.isArray(container) ? [...container] : { ...container };
    Reflect.set(copy, token, mapped.value);
  }
  return copy === undefined && losses.length === 0
    ? keep(container)
    : { value: copy ?? container, losses };
}

function mapChildAt(
  token: string | number,
  mapChild: MapValue<unknown, unknown>,
  child: unknown,
): Mapped<unknown> {
  try {
    const { value, losses } = mapChild(child);
    if (losses.length === 0) return keep(value);
    const located = losses.map((loss) => ({ ...loss, pointer: prependToken(token, loss.pointer) }));
    return { value, losses: located };
  } catch (error) {
    if (!(error instanceof UnmappableValueError)) throw error;
    throw error.under(token);
  }
}
