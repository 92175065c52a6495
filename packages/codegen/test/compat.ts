import type { JsonObject } from '@apipin/openapi-model';
import { emitCompat, generateCompat } from '../src/compat/generate-compat.ts';
import type { GeneratedFile } from '../src/generated-file.ts';
import { specOf } from './generate-from.ts';

const PACKAGES = { old: '../old/index.js', current: '../current/index.js', rules: '../rules.js' };

/** The emitted change list: what each version has, by the id of the change. */
export function changesOf(old: JsonObject, current: JsonObject): Record<string, string> {
  const files = emitCompat(specOf(old).model, specOf(current).model, PACKAGES);
  const list = files.find(({ path }) => path === 'changes.ts')?.contents ?? '';
  return Object.fromEntries(
    Array.from(list.matchAll(/^(.+?): \{ old: (.+); current: (.+) \};$/gm), (match) => [
      nameOf(match[1] ?? ''),
      `${match[2]} → ${match[3]}`,
    ]),
  );
}

/** The name that a property key in code stands for. */
function nameOf(key: string): string {
  const literal = /^\[?(".*")\]?$/.exec(key)?.[1];
  return literal === undefined ? key : (JSON.parse(literal) as string);
}

/**
 * A generated compat package with rules that show that they were called: they put the direction in front of strings and
 * into objects, negate numbers, and make up what is absent. What is `"drop"` they leave out.
 */
export async function compatFilesOf(
  old: JsonObject,
  current: JsonObject,
): Promise<GeneratedFile[]> {
  const files = await generateCompat(specOf(old), specOf(current), PACKAGES);
  return [
    ...files.map(({ path, contents }) => ({ path: `compat/${path}`, contents })),
    { path: 'rules.ts', contents: rulesFor(Object.keys(changesOf(old, current))) },
  ];
}

function rulesFor(ids: readonly string[]): string {
  return `import type { Rules } from './compat/index.js';

function show(way: string) {
  return (value: unknown): unknown => {
    if (value === undefined) return \`\${way} made\`;
    if (value === 'drop') return undefined;
    if (typeof value === 'string') return \`\${way} \${value}\`;
    return typeof value === 'number' ? -value : { ...(value as object), [way]: true };
  };
}

const rule = { class: 'iso', upgrade: show('up'), downgrade: show('down') };
const ids: readonly string[] = ${JSON.stringify(ids)};
export const rules = Object.fromEntries(ids.map((id) => [id, rule])) as unknown as Rules;
`;
}
