import { lose, refuse } from './outcome.ts';
import type { Severity } from './loss.ts';
import type { LossyRule, PartialRule } from './rule.ts';

/** The members of an enum; an object, so that the compiler notices a member left out. */
type Members<Member extends string> = Readonly<Record<Member, true>>;

/** A string that became an enum; any other string becomes a fallback, with a loss. */
export function narrowToEnum<Member extends string>(
  members: Members<Member>,
  otherwise: { readonly becomes: NoInfer<Member>; readonly severity: Severity },
): LossyRule<string, Member> {
  const { becomes, severity } = otherwise;
  return {
    class: 'lossy',
    upgrade: (value) => (isMember(value, members) ? value : lose(becomes, severity)),
    downgrade: (member) => member,
  };
}

/** A string that became an enum; any other string is refused. */
export function refuseNonMembers<Member extends string>(
  members: Members<Member>,
): PartialRule<string, Member> {
  const reason = `only ${Object.keys(members).join(', ')} are known; use one of these`;
  return {
    class: 'partial',
    upgrade: (value) => (isMember(value, members) ? value : refuse(reason)),
    downgrade: (member) => member,
  };
}

/** What is no string is left for the receiver to reject. */
function isMember<Member extends string>(
  value: unknown,
  members: Members<Member>,
): value is Member {
  return typeof value !== 'string' || Object.hasOwn(members, value);
}
