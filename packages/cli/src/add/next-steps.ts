import type { Addition } from './addition.ts';
import type { PairWork } from './compare-pair.ts';
import { oneLine } from './one-line.ts';

/** What is left to be done by hand once an addition is written, in order. */
export function nextSteps({ api, pair }: Addition, work: PairWork | undefined): string[] {
  return [
    'npx -y pnpm@12 install',
    'npx -y pnpm@12 apipin generate --check   nothing differs',
    ...(work === undefined ? [] : loneOperationsStep(work)),
    pair === undefined || work === undefined || work.missing.length === 0
      ? 'npx -y pnpm@12 build'
      : buildStep(api, work),
    'npx -y pnpm@12 test   holds validators, types and rules to each other',
    'in specs/versions.yaml, say what is known of the life of each version; then npx -y pnpm@12 generate',
    'read the new READMEs and the changeset, and add what only you know',
  ];
}

/** Where the rules between the versions of an API are. */
export function rulesFile(api: string): string {
  return `packages/${api}-compat/src/rules/index.ts`;
}

/** An operation that was renamed looks like one that is gone and one that is new. */
function loneOperationsStep({ lone: { old, current } }: PairWork): string[] {
  if (old.length === 0 && current.length === 0) return [];
  const list = (ids: readonly string[]): string => oneLine(ids.join(', ')) || 'none';
  return [
    `where an operation was renamed, give it one operationId in both specs, and generate; nothing maps these:
   - in the older version alone: ${list(old)}
   - in the newer version alone: ${list(current)}`,
  ];
}

function buildStep(api: string, { missing }: PairWork): string {
  const count = missing.length === 1 ? '1 rule is' : `${missing.length} rules are`;
  const rules = missing.map(({ change, what, candidates }) => {
    const help = candidates.length === 0 ? 'a rule of your own' : candidates.join(', ');
    return `   - ${oneLine(`${change} ${what}`)}\n     ${help}\n`;
  });
  return `npx -y pnpm@12 build   fails until ${count} written, in ${rulesFile(api)}:
${rules.join('')}   packages/${api}-compat/src/generated/changes.ts has the types of each change, and packages/compat-runtime the rules.`;
}
