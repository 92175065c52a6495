import { expect, test } from 'vitest';
import { EXPECTED_FAILURES } from './json-schema-suite.expected.ts';
import {
  judge,
  readGroups,
  suiteFiles,
  toOpenApi30,
  type Outcome,
  type SuiteGroup,
} from './json-schema-suite.ts';

const judged = new Map<string, Outcome>();

test.each(suiteFiles())('OpenAPI 3.1: %s', async (file) => {
  const failed = new Set<string>();
  for (const groups of together(readGroups(file))) {
    for (const [group, test, outcome] of await judge(groups, '3.1.0')) {
      judged.set(`${file} > ${group} > ${test}`, outcome);
      if (outcome !== 'agrees') failed.add(group);
    }
  }
  expect([...failed].sort()).toEqual(Object.keys(EXPECTED_FAILURES[file] ?? {}).sort());
});

/** One document for all, but for schemas that name themselves: the same name in two is an error. */
function together(groups: readonly SuiteGroup[]): SuiteGroup[][] {
  const namesItself = ({ schema }: SuiteGroup): boolean =>
    /"\$(id|anchor|dynamicAnchor)"/.test(JSON.stringify(schema));
  const alone = groups.filter(namesItself).map((group) => [group]);
  return [groups.filter((group) => !namesItself(group)), ...alone];
}

test('nothing is accepted that is not valid', () => {
  expect(judged.size).toBeGreaterThan(1_700);
  expect([...judged].filter(([, outcome]) => outcome === 'false accept')).toEqual([]);
});

test.each(suiteFiles())('OpenAPI 3.0, where it can say the same: %s', async (file) => {
  const groups = readGroups(file).flatMap((group) => {
    const schema = toOpenApi30(group.schema);
    return schema === undefined ? [] : [{ ...group, schema }];
  });
  const outcomes = await judge(groups, '3.0.3');
  expect(outcomes.filter(([, , outcome]) => outcome !== 'agrees')).toEqual([]);
});
