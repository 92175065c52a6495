import { expect, test } from 'vitest';
import { components } from '../index.ts';

const { upgrade, downgrade } = components.Paging;

test('the way back stays for v3, where it is unknown', () => {
  const paging = { prev: { before: 'a', link: 'https://api.example/?before=a' } };

  expect(downgrade(paging)).toEqual({ value: paging, losses: [] });
  expect(upgrade(paging as never)).toEqual({ value: paging, losses: [] });
});

test.each([null, 'a', [], {}, { before: 1 }, { before: 'a', link: 7 }])(
  '%j is no way back, and left out for 2026-03',
  (prev) => {
    expect(upgrade({ prev } as never)).toEqual({
      value: {},
      losses: [
        {
          pointer: '/prev',
          change: 'Paging.prev',
          was: prev,
          becomes: undefined,
          severity: 'minor',
        },
      ],
    });
  },
);
