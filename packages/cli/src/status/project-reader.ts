import { posix } from 'node:path';
import type { ReportProblem } from './problem.ts';
import { parseProject, type Project } from './project.ts';
import { readText, SIZE_LIMIT } from './read-file.ts';

/** Finds the project in a folder, each read once. */
export type ProjectReader = (folder: string) => Promise<Project | undefined>;

/** Prepares the reading of the `package.json` of any folder; where there is none that can be used, there is no project. */
export function createProjectReader(reportProblem: ReportProblem): ProjectReader {
  const projects = new Map<string, Promise<Project | undefined>>();
  return (folder) => {
    const reading = projects.get(folder) ?? readProject(folder, reportProblem);
    projects.set(folder, reading);
    return reading;
  };
}

async function readProject(
  folder: string,
  reportProblem: ReportProblem,
): Promise<Project | undefined> {
  const path = posix.join(folder, 'package.json');
  const text = await readText(path, SIZE_LIMIT.source, reportProblem);
  if (text === undefined) return undefined;
  try {
    return parseProject(folder, text);
  } catch (error) {
    reportProblem(path, `cannot be parsed: ${(error as Error).message}`);
    return undefined;
  }
}
