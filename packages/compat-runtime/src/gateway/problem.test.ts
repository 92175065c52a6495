import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { problemResponse, statusCodes } from './problem.ts';
import type { ProblemKind } from './problem.ts';

const kinds = Object.keys(statusCodes) as ProblemKind[];

test.each(kinds)('%s is documented where its type leads, with its status code', async (kind) => {
  const { type, status } = (await problemResponse({ kind, detail: '' }, '').json()) as {
    type: string;
    status: number;
  };
  const [path = '', anchor = ''] = type.split('/').at(-1)!.split('#');
  const page = await readFile(new URL(path, import.meta.url), 'utf8');

  const section = page.split(`\n## ${anchor}\n`)[1];

  expect(section).toMatch(new RegExp(`^\nStatus ${status}\\b`));
});
