import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { manyChanges, sampleChange, sampleDiff } from '../../test/report/sample-diff.ts';
import { emitMarkdownReport } from './markdown-report.ts';
import { markdownCode, markdownText } from './markdown-text.ts';
import { visibleLine } from './visible-text.ts';

test('has a table of each level, and the docs folded away', () => {
  const report = emitMarkdownReport(sampleDiff());
  expect(report).toMatch(/^## API changes: major\n/);
  expect(report.match(/^### .*$/gm)).toEqual(['### Breaking (6)', '### Non-breaking (3)']);
  expect(report).toMatch(/<details>\n<summary>Docs \(2\)<\/summary>\n\n\| Change/);
  expect(rowsOf(report)).toHaveLength(11);
});

test('a row says what changed, what that means and where', () => {
  const [row] = rowsOf(emitMarkdownReport(sampleDiff([sampleChange()])));
  expect(row).toBe(
    '| `Channel.color`: the property is gone from responses<br><sub>`response-property-removed` at `specs/v3/custom-channels.yaml:12 → (gone)`</sub> | breaking | breaking | getChannel |',
  );
});

test('fits in a comment, and counts what it leaves out', () => {
  const report = emitMarkdownReport(sampleDiff(manyChanges(5000)));
  expect(report.length).toBeLessThan(65_536);
  const left = [...report.matchAll(/^(\d+) more changes$/gm)].map(([, count]) => Number(count));
  expect(rowsOf(report).length + left.reduce((sum, count) => sum + count, 0)).toBe(5000);
});

test.each([
  ['a table', 'a | b\n| - | - |\nc | d'],
  ['HTML', '<img src=x onerror=alert(1)><!-- </td></table> -->'],
  [
    'links',
    '[x](javascript:alert(1)) https://evil.example www.evil.example <https://evil.example>',
  ],
  ['code', '`` ` ``` \\` \\\\` \\|'],
  ['stress and formulas', '**a** _b_ ~~c~~ $d$ ![e](f)'],
])('%s in a document is text in the report', (_, hostile) => {
  const change = sampleChange({ subject: hostile, message: hostile, rule: hostile });
  const { old } = sampleDiff();
  const calm = emitMarkdownReport(sampleDiff([sampleChange()]));
  const report = emitMarkdownReport({
    ...sampleDiff([
      { ...change, operations: [{ operationId: hostile, method: 'GET', path: '/' }] },
    ]),
    old: { ...old, title: hostile, version: hostile, file: hostile },
  });
  expect(elementsOf(render(report))).toEqual(elementsOf(render(calm)));
});

test('nobody is mentioned, and no issue', () => {
  expect(markdownText('@octocat #12 a@b')).not.toMatch(/[@#](?!\d+;)/);
  expect(textOf(render(markdownText('@octocat #12')))).toBe('@\u200boctocat #\u200b12');
});

test('any text is shown as it is', () => {
  const unit = fc.constantFrom(
    ...'`|\\*_<>&[]()!~@#$^{}+-=.:/;"\' aw1é',
    'https://',
    'www.',
    '&amp;',
  );
  const line = fc.string({ unit, maxLength: 40 }).map(visibleLine);
  fc.assert(
    fc.property(line, line, (text, code) => {
      const html = render(`| ${markdownText(text)} | ${markdownCode(code)} |\n| --- | --- |\n`);
      const cells = [...html.matchAll(/<th>(.*?)<\/th>/gs)].map(([, cell]) =>
        textOf(cell!).replaceAll('\u200b', ''),
      );
      expect(cells).toEqual([text, code]);
      expect(elementsOf(html).filter((name) => name !== 'code')).toEqual(EMPTY_TABLE);
    }),
    { numRuns: 1000 },
  );
});

const EMPTY_TABLE = ['table', 'thead', 'tr', 'th', 'th'];

function render(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

/** The elements in their order; how code is marked up depends on the code. */
function elementsOf(html: string): string[] {
  return [...html.matchAll(/<([a-z0-9]+)/gi)].map(([, name]) => name!);
}

function textOf(html: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name]!)
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

function rowsOf(report: string): string[] {
  return report.match(/^\| (?!Change|---).*$/gm) ?? [];
}
