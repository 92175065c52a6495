import { expect, test, vi } from 'vitest';
import { LossError } from './errors/loss-error.ts';
import type { Loss, LossContext } from './loss.ts';
import { lossHandlerOf, throwOnLoss, warnOfLoss } from './loss-policy.ts';

const loss: Loss = {
  pointer: '/colour',
  change: 'Item.colour',
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
    ['createItem request body /colour: minor loss on upgrade (Item.colour)'],
  ]);
});

test('a refused loss says where, what and what next', () => {
  expect(() => throwOnLoss(loss, context)).toThrow(LossError);
  expect(() => throwOnLoss(loss, context)).toThrow(
    'createItem request body /colour: upgrade would replace "PINK\\n" with "OTHER" ' +
      '(Item.colour); avoid the value, or accept the loss in onLoss. Nothing was sent.',
  );
});

test('one policy is for all losses', () => {
  const heard = vi.fn();

  lossHandlerOf(heard)(loss, context);

  expect(heard.mock.calls).toEqual([[loss, context]]);
  expect(lossHandlerOf('report')).toBe(warnOfLoss);
  expect(lossHandlerOf('throw')).toBe(throwOnLoss);
});

test('the policy of a change comes before that of a severity', () => {
  const [change, severity] = [vi.fn(), vi.fn()];
  const handle = lossHandlerOf({ 'Item.colour': change, minor: severity, major: 'throw' });

  handle(loss, context);
  handle({ ...loss, change: 'Item.size' }, context);

  expect(change).toHaveBeenCalledTimes(1);
  expect(severity).toHaveBeenCalledTimes(1);
  expect(() => handle({ ...loss, change: 'Item.size', severity: 'major' }, context)).toThrow(
    LossError,
  );
});

test('a loss without a policy is reported', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();

  lossHandlerOf({ major: 'throw' })({ ...loss, change: 'constructor' }, context);

  expect(warn).toHaveBeenCalled();
});
