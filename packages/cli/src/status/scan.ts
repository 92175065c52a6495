import { posix } from 'node:path';
import { assembleConsumers } from './assemble-consumers.ts';
import type { Consumer } from './consumer.ts';
import { findFiles } from './find-files.ts';
import { identifyPackage, type KnownApi } from './known-api.ts';
import type { ReportProblem } from './problem.ts';
import { createProjectReader, type ProjectReader } from './project-reader.ts';
import { ownerOf, type Project } from './project.ts';
import { createPathMatcher } from './sources/match-path.ts';
import { searchFiles } from './sources/search-files.ts';
import type { PathSite } from './sources/source-finding.ts';
import { readWorkspaces } from './workspace.ts';

/** What a folder has to do with known APIs. */
export interface Scan {
  readonly consumers: readonly Consumer[];
  readonly literalPaths: readonly LiteralPath[];
}

/** A path of an API that stands in a file, past all pins. */
export interface LiteralPath extends PathSite {
  /** Relative to the scanned folder, with `/` between segments. */
  readonly file: string;
}

/**
 * Finds the consumers of `apis` at and below `root`: projects, what they pin, what is installed, where it is imported,
 * and the paths that stand in their sources. The packages of the APIs themselves are no consumers.
 *
 * @param root - Absolute, with `/` between segments.
 */
export async function scan(
  root: string,
  apis: readonly KnownApi[],
  reportProblem: ReportProblem,
  onStep: (text: string) => void,
): Promise<Scan> {
  onStep('finding projects');
  const files = await findFiles(root, reportProblem);
  const projectAt = createProjectReader(reportProblem);
  const projects = await readProjects(root, files, projectAt);

  onStep('reading pins and lockfiles');
  const workspaces = await readWorkspaces(projects, apis, projectAt, reportProblem);
  const pins = workspaces.flatMap((workspace) => workspace.projects.flatMap((each) => each.pins));
  const aliases = pins.map(({ name }) => name);

  const byFolder = new Map(projects.map((project) => [project.folder, project]));
  const findings = await searchFiles(
    root,
    files.filter((file) => !isPackageOfApi(ownerOf(posix.join(root, file), byFolder), apis)),
    {
      matcher: createPathMatcher(apis),
      packages: [...new Set([...aliases, ...apis.map(({ name }) => `@apipin/${name}-`)])],
    },
    reportProblem,
    (count) => onStep(`searching sources, ${count} so far`),
  );
  return {
    consumers: assembleConsumers(root, workspaces, findings, apis, reportProblem).filter(
      ({ name }) => name === undefined || identifyPackage(name, apis) === undefined,
    ),
    literalPaths: findings.flatMap(({ file, paths }) => paths.map((path) => ({ file, ...path }))),
  };
}

async function readProjects(
  root: string,
  files: readonly string[],
  projectAt: ProjectReader,
): Promise<Project[]> {
  const projects: Project[] = [];
  for (const file of files.filter((each) => posix.basename(each) === 'package.json')) {
    const project = await projectAt(posix.join(root, posix.dirname(file)));
    if (project !== undefined) projects.push(project);
  }
  return projects;
}

function isPackageOfApi(project: Project | undefined, apis: readonly KnownApi[]): boolean {
  return project?.name !== undefined && identifyPackage(project.name, apis) !== undefined;
}
