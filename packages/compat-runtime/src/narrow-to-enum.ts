import { defineChange } from './define-change.ts';
import type { Change } from './define-change.ts';
import type { Severity } from './loss.ts';
import { keep } from './mapping.ts';

/**
 * A string that became an enum.
 *
 * @param change.members - The enum; an object, so that the compiler notices a member left out.
 * @param change.otherwise - What any other string becomes, always with a loss; without it, any
 * other string is refused.
 */
export function narrowToEnum<Member extends string>(change: {
  readonly id: string;
  readonly members: Readonly<Record<Member, true>>;
  readonly otherwise?: { readonly becomes: NoInfer<Member>; readonly severity: Severity };
}): Change<string, Member> {
  const { id, members, otherwise } = change;
  return defineChange<string, Member>({
    id,
    upgrade(value, { lose, refuse }) {
      if (typeof value !== 'string' || isMember(value, members)) return keep(value);
      if (otherwise !== undefined) return lose(otherwise.becomes, { was: value, ...otherwise });
      const known = Object.keys(members).join(', ');
      return refuse({ was: value, reason: `only ${known} are known; use one of these` });
    },
    downgrade: keep,
  });
}

function isMember<Member extends string>(
  value: string,
  members: Readonly<Record<Member, true>>,
): value is Member {
  return Object.hasOwn(members, value);
}
