import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { apipin, createFolder } from '../../test/terminal.ts';

const OLD = `openapi: 3.1.0
info: { title: Pets, version: '1' }
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        '200': { description: Pets, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties: { name: { type: string }, age: { type: integer } }
`;
const BREAKING = OLD.replace('name: { type: string }', 'name: { type: integer }');
const DOCS = OLD.replace('description: Pets, content', 'description: All pets, content');
const FILES = { 'old.yaml': OLD, 'new.yaml': BREAKING, 'docs.yaml': DOCS };

test('says what changed, where and what it breaks', async () => {
  const folder = await createFolder(FILES);
  const { code, stdout, stderr } = await apipin(folder, ['diff', 'old.yaml', 'new.yaml']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^major: 1 breaking\nPets 1 \(.*old\.yaml\) → Pets 1 \(.*new\.yaml\)\n/);
  expect(stdout).toMatch(
    /● Pet\.name: .*\n.*wire breaking.*\n.*old\.yaml:14 → .*new\.yaml:14\n {2}in listPets\n/,
  );
});

test('reads the newer spec from standard input', async () => {
  const folder = await createFolder(FILES);
  const { code, stdout } = await apipin(folder, ['diff', 'old.yaml', '-'], { stdin: BREAKING });
  expect(code).toBe(0);
  expect(stdout).toContain('<stdin>:14');
});

test('documents that mean the same have no changes', async () => {
  const folder = await createFolder({ 'old.yaml': OLD, 'new.yaml': `${OLD}# the same\n` });
  const { code, stdout } = await apipin(folder, [
    'diff',
    'old.yaml',
    'new.yaml',
    '--fail-on',
    'any',
  ]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^none: no changes\n/);
});

test.each([
  ['new.yaml', 'breaking', 1],
  ['new.yaml', 'any', 1],
  ['docs.yaml', 'breaking', 0],
  ['docs.yaml', 'any', 1],
])('old.yaml → %s with --fail-on %s is exit %i, after the report', async (file, failOn, code) => {
  const folder = await createFolder(FILES);
  const outcome = await apipin(folder, ['diff', 'old.yaml', file, '--fail-on', failOn]);
  expect(outcome.code).toBe(code);
  expect(outcome.stdout).toContain('●');
});

test('--level takes a rule for something else', async () => {
  const folder = await createFolder(FILES);
  const diff = ['diff', 'old.yaml', 'new.yaml', '--fail-on', 'breaking', '--format', 'json'];
  const { changes } = JSON.parse((await apipin(folder, diff)).stdout) as {
    changes: { rule: string; level: string }[];
  };
  const levels = changes.flatMap(({ rule }) => ['--level', `${rule}=non-breaking`]);
  const lenient = await apipin(folder, [...diff, ...levels]);
  expect(lenient.code).toBe(0);
  expect(JSON.parse(lenient.stdout)).toMatchObject({ changes: [{ level: 'non-breaking' }] });
});

test.each([
  ['json', /^\{\n {2}"bump": "major"/],
  ['markdown', /^## API changes: major\n/],
  ['html', /^<!doctype html>/],
])('writes %s to a file, in a folder that is not there yet', async (format, start) => {
  const folder = await createFolder(FILES);
  const diff = ['diff', 'old.yaml', 'new.yaml', '--format', format];
  const { code, stdout } = await apipin(folder, [...diff, '--out', 'reports/diff']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'major: described in reports/diff\n' });
  const written = await readFile(join(folder, 'reports/diff'), 'utf8');
  expect(written).toMatch(start);
  expect((await apipin(folder, diff)).stdout).toBe(written);
});

test('a spec that cannot be used is exit 2, and what is wrong with both is said', async () => {
  const broken = OLD.replace('type: integer', 'type: text');
  const folder = await createFolder({ 'old.yaml': broken, 'new.yaml': broken });
  const { code, stdout, stderr } = await apipin(folder, ['diff', 'old.yaml', 'new.yaml']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/old\.yaml:14: error type-unknown/);
  expect(stderr).toMatch(/new\.yaml:14: error type-unknown/);
});

test('colour is for terminals alone, and never in files', async () => {
  const folder = await createFolder(FILES);
  const diff = ['diff', 'old.yaml', 'new.yaml'];
  expect((await apipin(folder, diff, { isTTY: true })).stdout).toContain('\u001b[');
  expect((await apipin(folder, diff)).stdout).not.toContain('\u001b');
  await apipin(folder, [...diff, '--out', 'diff.txt'], { isTTY: true });
  expect(await readFile(join(folder, 'diff.txt'), 'utf8')).not.toContain('\u001b');
});

test.each([
  [['old.yaml'], /name both specs/],
  [['old.yaml', 'new.yaml', 'more.yaml'], /what is "more\.yaml"\?/],
  [['-', '-'], /only one spec can come from standard input/],
  [
    ['old.yaml', 'new.yaml', '--format', 'pdf'],
    /--format takes text, json, markdown, html, not "pdf"/,
  ],
  [['old.yaml', 'new.yaml', '--preset', 'strict'], /--preset takes oasdiff, github/],
  [['old.yaml', 'new.yaml', '--fail-on', 'docs'], /--fail-on takes breaking, any/],
  [['old.yaml', 'new.yaml', '--level', 'no-such-rule=docs'], /there is no rule "no-such-rule"/],
  [['old.yaml', 'new.yaml', '--level', 'schema-text-changed'], /--level takes <rule>=/],
  [['old.yaml', 'new.yaml', '--out', 'old.yaml/report'], /cannot write/],
  [['old.yaml', 'missing.yaml'], /missing\.yaml:1: error cannot-read/],
  [['https://example.com/a.yaml', 'new.yaml'], /network/],
])('diff %j is exit 2 and says what to do', async (args, message) => {
  const { code, stderr } = await apipin(await createFolder(FILES), ['diff', ...args]);
  expect(code).toBe(2);
  expect(stderr).toMatch(message);
});

test('help has exit code 1 for the commands that give it', async () => {
  const folder = await createFolder({});
  expect((await apipin(folder, ['diff', '--help'])).stdout).toMatch(/^ {2}1 .*--fail-on/m);
  expect((await apipin(folder, ['generate', '--help'])).stdout).toMatch(/^ {2}1 .*--check/m);
  expect((await apipin(folder, ['sandbox', '--help'])).stdout).not.toMatch(/^ {2}1 /m);
});
