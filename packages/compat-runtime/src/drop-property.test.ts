import { expect, test } from 'vitest';
import { dropProperty } from './drop-property.ts';

interface Note {
  readonly text: string;
  readonly author?: string | null;
}

const addAuthor = dropProperty<Note, 'author'>({
  id: 'add-author',
  property: 'author',
  severity: 'major',
});

test('downgrading leaves the property out and admits it', () => {
  expect(addAuthor.downgrade({ text: 'hello', author: 'Ada' })).toEqual({
    value: { text: 'hello' },
    losses: [
      {
        pointer: '/author',
        change: 'add-author',
        was: 'Ada',
        becomes: undefined,
        severity: 'major',
      },
    ],
  });
});

test('null is a value to lose', () => {
  expect(addAuthor.downgrade({ text: 'hello', author: null }).losses).toHaveLength(1);
});

test.each(['upgrade', 'downgrade'] as const)('%s keeps an object without the property', (way) => {
  const note: Note = Object.freeze({ text: 'hello' });

  const mapped = addAuthor[way](note);

  expect(mapped.value).toBe(note);
  expect(mapped.losses).toEqual([]);
});

test('what is no object is left for the receiver to reject', () => {
  expect(addAuthor.downgrade(null as never)).toEqual({ value: null, losses: [] });
});
