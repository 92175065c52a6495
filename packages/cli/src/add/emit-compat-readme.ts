import type { VersionPair } from './addition.ts';

/** Emits the README of the package that maps between a pair of versions. */
export function emitCompatReadme({ old, current }: VersionPair, title: string): string {
  const name = `@apipin/${old.api}-compat`;
  return `# ${name}

Keeps code for one version of ${title} running on the other: ${old.id} code on ${current.id}, so that you can move when
you want to, and ${current.id} code on ${old.id}, so that you can move back.

\`\`\`sh
npm install ${name}
\`\`\`

\`\`\`ts
import { createClient } from '@apipin/${old.api}-${old.id}';
import { createCompatFetch } from '${name}';

const client = createClient({
  accessToken: 'your-token',
  fetch: createCompatFetch({
    serve: '${old.id}', // what the code speaks
    upstream: '${current.id}', // what answers
  }),
});
\`\`\`

Nothing else changes: the same operations, the same types, the same answers. It works with every client that takes a
\`fetch\`. Of the generated clients it uses types alone.

## Options

| option        | what for                                                  | default                            |
| ------------- | --------------------------------------------------------- | ---------------------------------- |
| \`serve\`       | the version of the requests it takes                      |                                    |
| \`upstream\`    | the version that answers: the other one                   |                                    |
| \`onLoss\`      | what to do about values that are carried over with a loss | \`'report'\`: a line, without values |
| \`validate\`    | checks URLs and bodies before and after they are mapped   | nothing is checked                 |
| \`fetch\`       | sends the mapped request                                  | the global \`fetch\`                 |
| \`upstreamUrl\` | server URL of the upstream                                | where the request was going        |

\`components\` maps values that come another way, such as in a webhook, and \`operations\` maps what an operation sends and
answers. \`createGateway\` makes a handler for clients in other languages, and \`createShadowFetch\` lets the other version
answer beside the one you use and reports where they disagree.

## What can fail

| error                      | when                                                               | was the request sent?                |
| -------------------------- | ------------------------------------------------------------------ | ------------------------------------ |
| \`UnmappableValueError\`     | the other version cannot hold a value, and no fallback is faithful | no, unless \`part\` is of the response |
| \`LossError\`                | a loss met the policy \`'throw'\`                                    | no, unless \`context.part\` is so      |
| \`UnmappedOperationError\`   | the request is no operation that both versions have                | no                                   |
| \`InvalidRequestBodyError\`  | a body that has to be mapped is not JSON                           | no                                   |
| \`InvalidRequestError\`      | with \`validate\`: the request is not valid in its own version       | no                                   |
| \`InvalidResponseError\`     | with \`validate\`: the answer is not valid in the upstream's version | yes                                  |
| \`InvalidMappingError\`      | with \`validate\`: our mapping made it invalid; please report it     | no, unless \`part\` is of the response |
| \`CompatConfigurationError\` | from \`createCompatFetch\`: versions or \`upstreamUrl\`                | no                                   |

## How each difference is mapped

The list of changes is generated from the two specs, into [\`src/generated/changes.ts\`](src/generated/changes.ts). Each has
its rule in [\`src/rules\`](src/rules/index.ts), and the compiler holds the one to the other.
`;
}
