import { defineConfig } from '@hey-api/openapi-ts';
import { documents } from '../documents.js';

export default defineConfig(
  documents.map(({ spec, out }) => ({
    input: spec,
    output: out,
    plugins: ['@hey-api/typescript', '@hey-api/client-fetch', '@hey-api/sdk', 'zod'],
  })),
);
