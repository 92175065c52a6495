import type { VersionEntry } from '../versions-file.ts';
import type { VersionPair } from './addition.ts';
import { emitManifest } from './emit-manifest.ts';
import { emitSettings } from './emit-settings.ts';
import type { NewFile } from './new-file.ts';

/** Emits what is not generated of the package of a client; `hasWebhooks` says whether `webhooks.ts` is. */
export function emitClientPackage(
  { api, id, spec }: VersionEntry,
  title: string,
  pair: VersionPair | undefined,
  hasWebhooks: boolean,
): NewFile[] {
  const name = `${api}-${id}`;
  const manifest = emitManifest({
    name,
    description: `Typed client of ${title}, ${id}.`,
    exports: {
      '.': './dist/index.js',
      './operations': './dist/operations.js',
      './raw': './dist/raw.js',
      './runtime': './dist/runtime.js',
      './types': './dist/types.js',
      ...(hasWebhooks && { './webhooks': './dist/webhooks.js' }),
    },
    scripts: { generate: `apipin generate client ../../specs/${spec} --out src` },
    dependencies: { '@apipin/client-runtime': 'workspace:^' },
    devDependencies: { '@apipin/config': 'workspace:*' },
  });
  return [
    { path: 'README.md', contents: emitReadme({ api, id, spec, title, pair, hasWebhooks }) },
    { path: 'package.json', contents: manifest },
    ...emitSettings({
      references: ['client-runtime'],
      // The life of the version is embedded in the client.
      generate: { specs: ['versions.yaml', spec] },
      hasTests: false,
    }),
  ];
}

interface Readme extends Pick<VersionEntry, 'api' | 'id' | 'spec'> {
  readonly title: string;
  readonly pair: VersionPair | undefined;
  readonly hasWebhooks: boolean;
}

function emitReadme({ api, id, spec, title, pair, hasWebhooks }: Readme): string {
  const name = `@apipin/${api}-${id}`;
  const compat =
    pair === undefined
      ? ''
      : `- To run ${pair.old.id} code on ${pair.current.id}, or the other way round: [\`@apipin/${api}-compat\`](../${api}-compat).\n`;
  const webhooks = hasWebhooks
    ? `- \`${name}/webhooks\` has \`createWebhookHandler\`, which tells deliveries from forgeries and hands over typed events.\n`
    : '';
  return `# ${name}

A typed client of ${title}, version ${id}.

\`\`\`sh
npm install ${name}
\`\`\`

\`\`\`ts
import { createClient } from '${name}';

const client = createClient({ accessToken: 'your-token' }); // or a function that fetches one
\`\`\`

Each operation is a method that takes its parameters and \`body\` in one object, and every schema of the API is exported as a
type. Calls are sent again where that helps and does no harm: GET, PUT and DELETE, and what the spec marks as repeatable.

## Entry points

- \`${name}/runtime\` has all of [\`@apipin/client-runtime\`](../client-runtime): the classes of errors,
  \`createOAuth\`, \`createRateBudget\`, \`validateWith\`, \`logTo\`, \`traceWith\`.
- \`${name}/operations\` has each operation by its name. \`createClientWith\` makes a client of those that it is
  given, and a program is bundled with no others.
${webhooks}- \`${name}/raw\` has the [openapi-fetch](https://openapi-ts.dev/openapi-fetch/) client for the same paths, and
  \`${name}/types\` its types: \`paths\`, \`components\` and \`operations\`.

## What can fail

| error                | when                                                                                    |
| -------------------- | --------------------------------------------------------------------------------------- |
| \`ApiError\`           | the answer is no success: \`status\`, \`body\`; its subclasses say what to do about it      |
| \`ConnectionError\`    | no complete answer arrived                                                              |
| \`TimeoutError\`       | the call took longer than \`timeout\` (120 s), or an attempt than \`attemptTimeout\` (30 s) |
| \`ResponseParseError\` | a success that is not JSON                                                              |
| \`ValidationError\`    | with \`validation\` only: what is sent or received is not what the spec says              |
| \`QueueFullError\`     | with a \`rateBudget\` only: too many calls wait already                                   |
| \`RequestError\`       | the input cannot be written as a request; nothing was sent                              |

\`isApiError(error, 'operation')\` tells the failures of one operation apart, with their types. No error holds a token or a
key. All options and errors: [\`@apipin/client-runtime\`](../client-runtime).

## This version of the API

What [\`specs/versions.yaml\`](../../specs/versions.yaml) says of its life, the client exports as \`apiVersion\`.

${compat}- Checks at run time: [\`${name}-zod\`](../${api}-${id}-zod).

\`src\` is generated from [\`specs/${spec}\`](../../specs/${spec}).
`;
}
