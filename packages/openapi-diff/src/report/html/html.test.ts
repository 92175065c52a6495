import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html } from './html.ts';

test('text stays text, markup stays markup', () => {
  const inner = html`<b>${'1 < 2'}</b>`;
  expect(html`<p title="${'"'}">${[inner, ' & ', 3, undefined]}</p>`.markup).toBe(
    '<p title="&#34;"><b>1 &#60; 2</b> &#38; 3</p>',
  );
});

test('no text has a character that markup is made of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(html`${text}`.markup.replaceAll(/&#\d+;/g, '')).not.toMatch(/[<>"'&]/);
    }),
  );
});
