import { expect, test, vi } from 'vitest';
import { LossError } from './errors/loss-error.ts';
import type { Loss, LossContext } from './loss.ts';
import { throwOnLoss, warnOfLoss } from './on-loss.ts';

const loss: Loss = {
  pointer: '/colour',
  change: 'narrow-colour',
  was: 'PINK\n',
  becomes: 'OTHER',
  severity: 'minor',
};
const context: LossContext = {
  operationId: 'createItem',
  direction: 'upgrade',
  part: 'request body',
};

test('a warning says where and why, without the values', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();

  warnOfLoss(loss, context);

  expect(warn.mock.calls).toEqual([
    ['createItem request body /colour: minor loss on upgrade (narrow-colour)'],
  ]);
});

test('a refused loss says where, what and what next', () => {
  expect(() => throwOnLoss(loss, context)).toThrow(LossError);
  expect(() => throwOnLoss(loss, context)).toThrow(
    'createItem request body /colour: upgrade would replace "PINK\\n" with "OTHER" ' +
      '(narrow-colour); avoid the value, or accept the loss in onLoss. Nothing was sent.',
  );
});
