import { join, relative, sep } from 'node:path';
import type { ApiModel } from '@apipin/openapi-model';
import { readSpec } from '../read-spec.ts';
import { readVersions, VERSIONS_FILE, type VersionEntry } from '../versions-file.ts';
import type { KnownApi, KnownOperation } from './known-api.ts';
import type { ReportProblem } from './problem.ts';

/**
 * The APIs of the repository at `root`, from its `specs/versions.yaml` and the specs themselves. What cannot be read is
 * reported, and what is left is used.
 */
export async function readKnownApis(
  root: string,
  reportProblem: ReportProblem,
): Promise<readonly KnownApi[]> {
  const entries = await readEntries(root, reportProblem);
  const operations = new Map<VersionEntry, readonly KnownOperation[]>();
  for (const entry of entries) {
    operations.set(entry, await readOperations(root, entry, reportProblem));
  }
  return knownApis(entries, (entry) => operations.get(entry) ?? []);
}

/** What is known of versions, with the operations that each has. */
export function knownApis(
  entries: readonly VersionEntry[],
  operationsOf: (entry: VersionEntry) => readonly KnownOperation[],
): KnownApi[] {
  return [...Map.groupBy(entries, ({ api }) => api)].map(([name, versions]) => ({
    name,
    versions: versions.map((entry) => {
      const { id, status, released, supportedUntil, successor } = entry;
      return { id, status, released, supportedUntil, successor, operations: operationsOf(entry) };
    }),
  }));
}

async function readEntries(
  root: string,
  reportProblem: ReportProblem,
): Promise<readonly VersionEntry[]> {
  try {
    return await readVersions(root);
  } catch (error) {
    reportProblem(join(root, VERSIONS_FILE), (error as Error).message);
    return [];
  }
}

async function readOperations(
  root: string,
  { spec }: VersionEntry,
  reportProblem: ReportProblem,
): Promise<readonly KnownOperation[]> {
  const path = join(root, 'specs', spec);
  if (relative(root, path).split(sep)[0] === '..') {
    reportProblem(path, 'the spec is outside the repository, and was not read');
    return [];
  }
  const { spec: read, diagnostics } = await readSpec(path, {});
  if (read !== undefined) return knownOperations(read.model);
  const error = diagnostics.find(({ severity }) => severity === 'error');
  reportProblem(path, `the spec cannot be used: ${error?.message ?? 'it has errors'}`);
  return [];
}

/** The operations of a spec, with the path of its first server before theirs. */
export function knownOperations({ servers, operations }: ApiModel): KnownOperation[] {
  const base = pathOf(servers[0]?.url ?? '');
  return operations.map(({ operationId, method, path }) => ({
    operationId,
    method,
    path: `${base}${path}`,
  }));
}

function pathOf(url: string): string {
  const absolute = URL.parse(url, 'http://relative.invalid');
  return absolute === null ? '' : absolute.pathname.replace(/\/+$/, '');
}
