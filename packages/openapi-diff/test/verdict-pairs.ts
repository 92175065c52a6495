import { readdirSync } from 'node:fs';
import type { VerdictPair } from './verdicts/verdict-pair.ts';

const FOLDER = new URL('./verdicts/', import.meta.url);

/** Every pair that a module in `verdicts/` exports, each once. */
export async function verdictPairs(): Promise<readonly VerdictPair[]> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts'));
  const modules = await Promise.all(
    files.sort().map((file) => import(new URL(file, FOLDER).href) as Promise<object>),
  );
  const exported = modules.flatMap((module) => Object.values(module) as unknown[]);
  return [...new Set(exported.filter((value) => Array.isArray(value)).flat())] as VerdictPair[];
}

/** What tells a pair from the others. */
export function keyOf({ rule, title }: VerdictPair): string {
  return `${rule}: ${title}`;
}

/** Who says so, such as `oasdiff`. */
export function judgeOf({ rule }: VerdictPair): string {
  return rule.split(' ')[0] as string;
}
