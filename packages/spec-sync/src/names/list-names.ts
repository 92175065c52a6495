import type { NameLock, Pinned } from './name-lock.ts';

/** One pinned name. */
export interface ListedName {
  /** `operations`, `tags`, or a section of `components`. */
  readonly kind: string;
  readonly name: string;
  /** What upstream calls it; nothing where it gives the operation no id. */
  readonly upstream: string;
  /** Whether upstream has it no more. */
  readonly isRetired: boolean;
  /** Of an operation, its method and path. */
  readonly operation?: string;
}

/** Every name of a lock: operations, tags, and the components section by section. */
export function listNames({ operations, tags, components }: NameLock): ListedName[] {
  return [
    ...Object.entries(operations).flatMap(([operation, pinned]) =>
      pinned.operationId === undefined
        ? []
        : [{ ...toListed('operations', pinned.operationId, pinned), operation }],
    ),
    ...Object.entries(tags).map(([name, pinned]) => toListed('tags', name, pinned)),
    ...Object.entries(components).flatMap(([section, members]) =>
      Object.entries(members).map(([name, pinned]) => toListed(section, name, pinned)),
    ),
  ];
}

function toListed(kind: string, name: string, { upstream, retired }: Pinned): ListedName {
  return { kind, name, upstream: upstream ?? name, isRetired: retired !== undefined };
}
