import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { createFolder } from '../../test/terminal.ts';
import { loadKnownApis } from './load-known-apis.ts';
import { createProjectReader } from './project-reader.ts';
import { parseProject } from './project.ts';
import { readPins } from './read-pins.ts';
import { readWorkspaceSettings } from './workspace-settings.ts';

const KNOWN_APIS = await loadKnownApis();

const V3 = '@apipin/custom-channels-v3';
const DATED = '@apipin/custom-channels-2026-03';

/** The pins of a project with `dependencies`, beside `files`, as "name = package". */
async function pins(
  dependencies: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const folder = await createFolder(files);
  const problems: string[] = [];
  const report = (path: string, message: string) => void problems.push(`${path}: ${message}`);
  const project = parseProject(
    posix.join(folder, 'packages/app'),
    JSON.stringify({ name: 'app', dependencies }),
  );
  const projectAt = createProjectReader(report);
  const nameAt = async (at: string) => (await projectAt(at))?.name;
  const settings = await readWorkspaceSettings(folder, report);
  const found = await readPins(project, settings, KNOWN_APIS, nameAt);
  expect(problems).toEqual([]);
  return found.map((pin) => `${pin.name} = ${pin.package}`);
}

test.each([
  [V3, '^0.1.0'],
  [V3, 'latest'],
  [V3, 'workspace:*'],
  [V3, 'catalog:'],
  [V3, 'https://example.com/client.tgz'],
  ['custom-channels', `npm:${V3}@^0.1.0`],
  ['custom-channels', `npm:${V3}`],
  ['custom-channels', `workspace:${V3}@*`],
  ['@us/channels', `npm:${V3}@0.1.0`],
])('%s: %s pins', async (name, specifier) => {
  expect(await pins({ [name]: specifier })).toEqual([`${name} = ${V3}`]);
});

test.each([
  ['react', '^19.0.0'],
  ['custom-channels', '^1.0.0'],
  ['custom-channels', 'npm:other@^1.0.0'],
  ['custom-channels', 'file:../nowhere'],
  ['__proto__', 'npm:constructor@1'],
])('%s: %s pins nothing', async (name, specifier) => {
  expect(await pins({ [name]: specifier })).toEqual([]);
});

test('an alias decides, whatever it is called', async () => {
  expect(await pins({ [V3]: `npm:${DATED}@^0.1.0` })).toEqual([`${V3} = ${DATED}`]);
});

test.each(['file:../v3', 'link:../v3', 'portal:../v3', 'workspace:../v3', '../v3'])(
  'the folder in %s is asked for its name',
  async (specifier) => {
    const files = { 'packages/v3/package.json': JSON.stringify({ name: V3 }) };
    expect(await pins({ channels: specifier }, files)).toEqual([`channels = ${V3}`]);
  },
);

test.each([
  ['pnpm-workspace.yaml', `catalog:\n  channels: npm:${V3}@^0.1.0\n`, 'catalog:'],
  ['pnpm-workspace.yaml', `catalogs:\n  old:\n    channels: npm:${V3}@^0.1.0\n`, 'catalog:old'],
  ['.yarnrc.yml', `catalog:\n  channels: "npm:${V3}@^0.1.0"\n`, 'catalog:'],
  ['package.json', JSON.stringify({ catalog: { channels: `npm:${V3}@1` } }), 'catalog:'],
  [
    'package.json',
    JSON.stringify({ workspaces: { catalogs: { a: { channels: `npm:${V3}@1` } } } }),
    'catalog:a',
  ],
  ['pnpm-workspace.yaml', `overrides:\n  channels: npm:${V3}@0.1.0\n`, `npm:${DATED}@0.1.0`],
  [
    'package.json',
    JSON.stringify({ pnpm: { overrides: { channels: `npm:${V3}@1` } } }),
    `npm:${DATED}@1`,
  ],
  ['package.json', JSON.stringify({ resolutions: { channels: `npm:${V3}@1` } }), `npm:${DATED}@1`],
  ['package.json', JSON.stringify({ overrides: { channels: '$channels' } }), `npm:${V3}@1`],
])('%s with %s tells what %s stands for', async (file, text, specifier) => {
  expect(await pins({ channels: specifier }, { [file]: text })).toEqual([`channels = ${V3}`]);
});
