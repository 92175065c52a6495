import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { foldersUp } from './find-files.ts';
import type { KnownApi } from './known-api.ts';
import { nameProjects } from './lockfiles/name-projects.ts';
import { hasLockfile, readLockfile, type Lockfile } from './lockfiles/read-lockfile.ts';
import type { ReportProblem } from './problem.ts';
import type { ProjectReader } from './project-reader.ts';
import type { Project } from './project.ts';
import { readPins, type Pin } from './read-pins.ts';
import { readWorkspaceSettings } from './workspace-settings.ts';

/** Projects that are installed together. */
export interface Workspace {
  readonly lockfile: Lockfile | undefined;
  readonly projects: readonly PinnedProject[];
}

/** A project, and the lines of its `package.json` that pin. */
export interface PinnedProject {
  readonly project: Project;
  readonly pins: readonly Pin[];
}

/** Groups `projects` by the root they are installed from, and reads what stands there. */
export async function readWorkspaces(
  projects: readonly Project[],
  apis: readonly KnownApi[],
  projectAt: ProjectReader,
  reportProblem: ReportProblem,
): Promise<Workspace[]> {
  const workspaces: Workspace[] = [];
  for (const [root, members] of Map.groupBy(projects, ({ folder }) => workspaceRoot(folder))) {
    workspaces.push(await readWorkspace(root, members, apis, projectAt, reportProblem));
  }
  return workspaces;
}

async function readWorkspace(
  root: string,
  members: readonly Project[],
  apis: readonly KnownApi[],
  projectAt: ProjectReader,
  reportProblem: ReportProblem,
): Promise<Workspace> {
  const settings = await readWorkspaceSettings(root, reportProblem);
  const nameAt = async (folder: string) => (await projectAt(folder))?.name;
  const projects: PinnedProject[] = [];
  for (const project of members) {
    projects.push({ project, pins: await readPins(project, settings, apis, nameAt) });
  }
  const isPinned = projects.some(({ pins }) => pins.length > 0);
  const isRelevant = (text: string): boolean =>
    isPinned || apis.some(({ name }) => text.includes(`@apipin/${name}-`));
  const lockfile = await readLockfile(root, members, isRelevant, reportProblem);
  if (lockfile?.graph === undefined) return { lockfile, projects };
  const graph = await nameProjects(lockfile.graph, root, projectAt);
  return { lockfile: { ...lockfile, graph }, projects };
}

/** The nearest folder that has a lockfile, or is the root of a pnpm workspace; without either, the folder itself. */
function workspaceRoot(folder: string): string {
  const isRoot = (each: string): boolean =>
    hasLockfile(each) || existsSync(posix.join(each, 'pnpm-workspace.yaml'));
  return foldersUp(folder).find(isRoot) ?? folder;
}
