import { pluginZod } from '@kubb/plugin-zod';
import { defineConfig } from 'kubb';
import { documents } from '../documents.js';

export default defineConfig(
  documents.map(({ name, spec, out }) => ({
    name,
    root: '.',
    input: spec,
    output: { path: out, format: false, lint: false },
    plugins: [pluginZod()],
  })),
);
