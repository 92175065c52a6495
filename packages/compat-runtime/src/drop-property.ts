import { defineChange } from './define-change.ts';
import type { Change } from './define-change.ts';
import { isJsonObject } from './is-json-object.ts';
import type { Severity } from './loss.ts';
import { keep } from './mapping.ts';

/** An optional property that the old version would ignore: downgrading leaves it out, with a loss. */
export function dropProperty<Current extends object, Name extends keyof Current & string>(change: {
  readonly id: string;
  readonly property: Name;
  readonly severity: Severity;
}): Change<Omit<Current, Name>, Current> {
  const { id, property, severity } = change;
  return defineChange<Omit<Current, Name>, Current>({
    id,
    // The property is optional, so an object without it is complete.
    upgrade: (object) => keep(object as Current),
    downgrade(object, { lose }) {
      if (!isJsonObject(object) || !Object.hasOwn(object, property)) return keep(object);
      const { [property]: was, ...rest } = object;
      return lose(rest, { property, was, severity });
    },
  });
}
