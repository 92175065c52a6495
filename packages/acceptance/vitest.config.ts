import shared from '@apipin/config/vitest';
import { mergeConfig } from 'vitest/config';

// These tests need every package built, so they run when hardly another task is left to take the cores.
export default mergeConfig(shared, {
  test: {
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'line', exclude: ['test/faults/**'] } },
      // What is about time limits comes last, where no compiler takes the time.
      {
        extends: true,
        test: {
          name: 'faults',
          exclude: ['test/*.test.ts', 'test/!(faults)/**'],
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
