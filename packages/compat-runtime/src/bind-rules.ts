import type { Direction, MapContext, Mapping } from './mapping.ts';
import { Lossy, Refused } from './outcome.ts';

/** A rule for whatever values. */
type AnyRule = Readonly<Record<Direction, (value: never) => unknown>>;

/** Makes the rules of a compat package callable by its generated functions, each under the id of its change. */
export function bindRules<ChangeId extends string>(
  rules: Readonly<Record<ChangeId, AnyRule>>,
): Readonly<Record<ChangeId, Mapping>> {
  const bound = Object.entries<AnyRule>(rules).map(([change, rule]) => [
    change,
    { upgrade: bindRule(change, rule.upgrade), downgrade: bindRule(change, rule.downgrade) },
  ]);
  return Object.fromEntries(bound) as Readonly<Record<ChangeId, Mapping>>;
}

function bindRule(change: string, rule: (value: never) => unknown) {
  return (value: unknown, { findings }: MapContext): unknown => {
    const outcome = rule(value as never);
    if (outcome === value) return value;
    if (outcome instanceof Lossy) {
      findings.push({ pointer: '', change, was: value, outcome });
      return outcome.value;
    }
    if (outcome instanceof Refused) {
      findings.push({ pointer: '', change, was: value, outcome });
      return value;
    }
    return outcome;
  };
}
