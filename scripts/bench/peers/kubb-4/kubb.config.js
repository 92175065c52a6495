import { defineConfig } from '@kubb/core';
import { pluginClient } from '@kubb/plugin-client';
import { pluginOas } from '@kubb/plugin-oas';
import { pluginTs } from '@kubb/plugin-ts';
import { pluginZod } from '@kubb/plugin-zod';
import { documents } from '../documents.js';

export default defineConfig(
  documents.map(({ name, spec, out }) => ({
    name,
    root: '.',
    input: { path: spec },
    output: { path: out, format: false, lint: false },
    plugins: [
      pluginOas({ generators: [] }),
      pluginTs(),
      pluginClient({ client: 'fetch' }),
      pluginZod({ version: '4' }),
    ],
  })),
);
