import { expect, test } from 'vitest';
import { emitKnownApis } from './emit-known-apis.ts';
import type { KnownApi } from './known-api.ts';

test('what a spec says cannot become code', async () => {
  const hostile = `'];\nprocess.exit(1); //\\ \u2028 "quoted" \${x} \``;
  const apis: KnownApi[] = [
    {
      name: hostile,
      versions: [
        {
          id: hostile,
          successor: hostile,
          operations: [{ operationId: hostile, method: 'get', path: hostile }],
        },
      ],
    },
    { name: 'none', versions: [] },
  ];
  const script = emitKnownApis(apis).contents;
  const module: unknown = await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(script)}`
  );
  expect(module).toMatchObject({ KNOWN_APIS: apis });
});
