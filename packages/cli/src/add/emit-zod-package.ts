import type { VersionEntry } from '../versions-file.ts';
import { emitManifest } from './emit-manifest.ts';
import { emitSettings } from './emit-settings.ts';
import type { NewFile } from './new-file.ts';

/** Emits what is not generated of the package of validators. */
export function emitZodPackage({ api, id, spec }: VersionEntry, title: string): NewFile[] {
  const client = `@apipin/${api}-${id}`;
  const manifest = emitManifest({
    name: `${api}-${id}-zod`,
    description: `zod validators for ${title}, ${id}.`,
    exports: { '.': './dist/index.js', './drift': './dist/drift.js', './fast': './dist/fast.js' },
    scripts: {
      generate: `apipin generate zod ../../specs/${spec} --out src --agree-with ${client}`,
      test: 'vitest run',
    },
    peerDependencies: { zod: '^4.6.0' },
    devDependencies: { '@apipin/config': 'workspace:*', [client]: 'workspace:*', zod: 'catalog:' },
  });
  return [
    { path: 'README.md', contents: emitReadme(client, title, { api, id, spec }) },
    { path: 'package.json', contents: manifest },
    ...emitSettings({ references: [], generate: { specs: [spec] }, hasTests: true }),
  ];
}

function emitReadme(
  client: string,
  title: string,
  { id, spec }: Pick<VersionEntry, 'api' | 'id' | 'spec'>,
): string {
  return `# ${client}-zod

[zod](https://zod.dev) validators for ${title}, version ${id}.

\`\`\`sh
npm install ${client}-zod zod
\`\`\`

Let the client check every request before it is sent, and every answer before you see it:

\`\`\`ts
import { createClient } from '${client}';
import { validateWith } from '${client}/runtime';
import { operations } from '${client}-zod/drift';

const validation = validateWith(operations, { onDrift: (drift) => console.warn(drift) });
const client = createClient({ accessToken: 'your-token', validation });
\`\`\`

The operations of \`/drift\` let through what the API adds to its answers and this version of the spec does not know:
properties, enumerated strings, members of unions. \`onDrift\` tells you of each once. TypeScript does not know of them
either: give a \`switch\` over such a string a \`default\`.

Each schema of the API is exported under its own name, to check a value without a client. \`components\` has the same
validators by the spec's names, and \`operations\` has, by operationId, those of the \`parameters\`, the \`requestBody\` and the
\`responses\`. From \`${client}-zod/fast\` come functions that say yes or no, without zod in your bundle.

A validator accepts or rejects, and never changes a value: properties that the spec does not know pass untouched, and
defaults are not filled in. What it accepts is exactly what the client's types say; a type test holds them together.

## What can fail

- \`.parse\` throws zod's \`ZodError\`; \`.safeParse\` returns it.
- A client throws a \`ValidationError\` with the same \`issues\` instead of sending a request that is not valid. An answer that
  is not valid is told of, and handed over, unless \`validateWith\` is told to throw: \`{ response: 'throw' }\`.

\`src\` is generated from [\`specs/${spec}\`](../../specs/${spec}).
`;
}
