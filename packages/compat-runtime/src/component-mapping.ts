import type { Finding } from './finding.ts';
import type { Direction, Mapped, Mapping } from './mapping.ts';
import { settleFindings } from './settle-findings.ts';

/** What a component schema is called in each version. */
interface ComponentNames {
  readonly old: string;
  readonly current: string;
}

/**
 * Maps values of one component schema by themselves, wherever they come from: a webhook, a queue, a file.
 *
 * Links are kept, since nobody says which server they are to lead to.
 */
export interface ComponentMapping<Old, Current, ChangeId extends string = string> {
  readonly names: ComponentNames;
  /** @throws UnmappableValueError when the current version cannot hold a value. */
  upgrade(value: Old): Mapped<Current, ChangeId>;
  /** @throws UnmappableValueError when the old version cannot hold a value. */
  downgrade(value: Current): Mapped<Old, ChangeId>;
}

/** Makes generated functions callable by people. */
export function componentMapping<Old, Current, ChangeId extends string>(
  names: ComponentNames,
  mapping: Mapping,
): ComponentMapping<Old, Current, ChangeId> {
  return {
    names,
    upgrade: (value) => mapAlone(value, mapping, 'upgrade') as Mapped<Current, ChangeId>,
    downgrade: (value) => mapAlone(value, mapping, 'downgrade') as Mapped<Old, ChangeId>,
  };
}

/** Maps a value that is part of no HTTP exchange. */
function mapAlone(before: unknown, mapping: Mapping, direction: Direction): Mapped<unknown> {
  const findings: Finding[] = [];
  const value = mapping[direction](before, { findings, mapLink: (link) => link });
  return { value, losses: settleFindings(findings, { direction }) };
}
