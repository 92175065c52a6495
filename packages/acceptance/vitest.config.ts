import shared from '@apipin/config/vitest';
import { mergeConfig } from 'vitest/config';

// These tests need every package built, so they run when hardly another task is left to take the cores.
export default mergeConfig(shared, { test: { maxWorkers: '100%' } });
