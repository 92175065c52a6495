import shared from '@apipin/config/vitest';
import { mergeConfig } from 'vitest/config';

// Most of these tests wait for processes of their own, so that files side by side are faster than modules that are shared.
export default mergeConfig(shared, { test: { isolate: true } });
