import { defineConfig } from 'vitest/config';

/** A type test that never runs looks exactly like one that passes, so type checking is always on. */
export default defineConfig({
  test: {
    include: ['{src,test}/**/*.test.ts'],
    typecheck: { enabled: true, include: ['{src,test}/**/*.test-d.ts'] },
    // No test changes a module, and to load compilers anew for each file takes half of the time.
    isolate: false,
    // Some tests run a compiler, on machines that are busy with other packages' tests.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
