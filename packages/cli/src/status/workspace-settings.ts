import { posix } from 'node:path';
import { membersOf, stringMembersOf } from './members.ts';
import { parseYaml } from './parse-yaml.ts';
import type { ReportProblem } from './problem.ts';
import { readText, SIZE_LIMIT } from './read-file.ts';

/** What the root of a workspace says about the dependencies of all its projects. */
export interface WorkspaceSettings {
  /** What `catalog:` and `catalog:<name>` stand for, by catalog and then by dependency. */
  readonly catalogs: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** What is installed in place of what a project asks for, by dependency. */
  readonly overrides: ReadonlyMap<string, string>;
}

/** Reads the settings of pnpm, npm, yarn and bun in the folder at the root of a workspace. */
export async function readWorkspaceSettings(
  folder: string,
  reportProblem: ReportProblem,
): Promise<WorkspaceSettings> {
  const read = (name: string, parseText: (text: string) => unknown) =>
    readMembers(posix.join(folder, name), parseText, reportProblem);
  const pnpm = await read('pnpm-workspace.yaml', parseYaml);
  const yarn = await read('.yarnrc.yml', parseYaml);
  // Whoever reads the projects reports a package.json that cannot be parsed.
  const manifest = await readMembers(posix.join(folder, 'package.json'), JSON.parse, () => {});
  const workspaces = membersOf(manifest.get('workspaces'));
  const catalogs = [pnpm, yarn, manifest, workspaces].flatMap(catalogsOf);
  const overrides = [
    pnpm.get('overrides'),
    membersOf(manifest.get('pnpm')).get('overrides'),
    manifest.get('overrides'),
    manifest.get('resolutions'),
  ];
  return {
    catalogs: new Map(catalogs),
    overrides: new Map(overrides.flatMap((each) => [...stringMembersOf(each)])),
  };
}

async function readMembers(
  path: string,
  parseText: (text: string) => unknown,
  reportProblem: ReportProblem,
): Promise<ReadonlyMap<string, unknown>> {
  const text = await readText(path, SIZE_LIMIT.source, reportProblem);
  try {
    return membersOf(text === undefined ? undefined : parseText(text));
  } catch (error) {
    reportProblem(path, `cannot be parsed: ${(error as Error).message.split('\n', 1)[0]}`);
    return new Map();
  }
}

function catalogsOf(
  members: ReadonlyMap<string, unknown>,
): [name: string, catalog: ReadonlyMap<string, string>][] {
  const named = [...membersOf(members.get('catalogs'))];
  const all: [string, unknown][] = [...named, ['default', members.get('catalog')]];
  return all
    .map(([name, catalog]): [string, ReadonlyMap<string, string>] => [
      name,
      stringMembersOf(catalog),
    ])
    .filter(([, catalog]) => catalog.size > 0);
}

/** What is installed where a project asks for `specifier` under `name`: catalogs looked up, overrides applied. */
export function effectiveSpecifier(
  name: string,
  specifier: string,
  { catalogs, overrides }: WorkspaceSettings,
): string {
  const override = overrides.get(name);
  // npm's "$name" stands for what the root asks for, which is what stands here.
  const wanted = override === undefined || override.startsWith('$') ? specifier : override;
  if (!wanted.startsWith('catalog:')) return wanted;
  const catalog = wanted.slice('catalog:'.length).trim() || 'default';
  return catalogs.get(catalog)?.get(name) ?? wanted;
}
