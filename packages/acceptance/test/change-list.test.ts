import { expect, test } from 'vitest';
import { rules } from '../../custom-channels-compat/src/rules/index.ts';
import { apipinHere } from './apipin.ts';
import { repositoryPath } from './repository.ts';

/*
 * Two walks over both specs, written apart: what `apipin diff` reports, and what the compatibility package has rules for.
 */

interface Change {
  readonly rule: string;
  readonly level: string;
  readonly subject: string;
}

/** Changes that no value has to be mapped for: paths are a table, and names and schemes are not in the traffic. */
const NOT_MAPPED = /^(operation-version|component-|security-scheme-)/;

test('what apipin diff finds between the versions is what there are rules for', async () => {
  const changes = await changesBetween('v3', '2026-03');
  const mapped = changes.filter(({ level, rule }) => level !== 'docs' && !NOT_MAPPED.test(rule));
  expect([...new Set(mapped.map(changeId))].sort()).toEqual(Object.keys(rules).sort());
});

async function changesBetween(old: string, current: string): Promise<readonly Change[]> {
  const specs = [old, current].map((id) => repositoryPath(`specs/${id}/custom-channels.yaml`));
  const { stdout } = await apipinHere('.', ['diff', ...specs, '--format', 'json']);
  return (JSON.parse(stdout) as { changes: readonly Change[] }).changes;
}

/** What the compatibility package calls a change. */
function changeId({ rule, subject }: Change): string {
  if (rule.startsWith('security-')) return `${subject.split(' ')[0]}.security`;
  return subject.replace(' header ', '.headers.').replaceAll(' ', '.');
}
