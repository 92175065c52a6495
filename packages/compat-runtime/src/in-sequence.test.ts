import { expect, test } from 'vitest';
import { defineChange } from './define-change.ts';
import { inSequence } from './in-sequence.ts';
import { keep } from './mapping.ts';

const appendA = defineChange<string, string>({
  id: 'append-a',
  upgrade: (value, { lose }) => lose(`${value}a`, { was: value, severity: 'minor' }),
  downgrade: (value) => keep(value.replace(/a$/, '')),
});
const appendB = defineChange<string, string>({
  id: 'append-b',
  upgrade: (value, { lose }) => lose(`${value}b`, { was: value, severity: 'minor' }),
  downgrade: (value) => keep(value.replace(/b$/, '')),
});

test('upgrading goes forwards and reports the losses of both', () => {
  const { value, losses } = inSequence(appendA, appendB).upgrade('x');

  expect(value).toBe('xab');
  expect(losses.map((loss) => [loss.change, loss.was])).toEqual([
    ['append-a', 'x'],
    ['append-b', 'xa'],
  ]);
});

test('downgrading goes backwards', () => {
  expect(inSequence(appendA, appendB).downgrade('xab')).toEqual({ value: 'x', losses: [] });
});
