import { defineConfig } from 'orval';
import { documents } from '../documents.js';

export default defineConfig(
  Object.fromEntries(
    documents.flatMap(({ name, spec, out }) => [
      [
        `${name}-client`,
        {
          input: spec,
          output: { client: 'fetch', target: `${out}/client.ts`, schemas: `${out}/schemas` },
        },
      ],
      [`${name}-zod`, { input: spec, output: { client: 'zod', target: `${out}/zod.ts` } }],
    ]),
  ),
);
