import { expect, test } from 'vitest';
import { sampleChange, sampleChanges, sampleDiff } from '../../test/report/sample-diff.ts';
import { emitTextReport } from './text-report.ts';

test('names the bump, then each change with its place and what it means to whom', () => {
  expect(emitTextReport(sampleDiff([sampleChange()]))).toBe(`major: 1 breaking
HubSpot Custom Channels v3 (specs/v3/custom-channels.yaml) → HubSpot Custom Channels 2026-03 (specs/2026-03/custom-channels.yaml)

Breaking (1)

● Channel.color: the property is gone from responses
  wire breaking, source breaking  response-property-removed
  specs/v3/custom-channels.yaml:12 → (gone)
  in getChannel
`);
});

test('has a part for each level that there is, breaking changes first', () => {
  const headings = emitTextReport(sampleDiff()).match(/^.* \(\d+\)$/gm);
  expect(headings).toEqual(['Breaking (6)', 'Non-breaking (3)', 'Docs (2)']);
});

test('names three operations and counts the rest', () => {
  const report = emitTextReport(sampleDiff([sampleChanges()[1]!]));
  expect(report).toContain('in archiveChannel, createChannel, createChannelAccount and 7 more\n');
});

test('says where nothing changed', () => {
  expect(emitTextReport(sampleDiff([]))).toMatch(/^none: no changes\n/);
});

test('text of a document sends nothing to the terminal', () => {
  const hostile = '\u001b]0;owned\u0007\r\nbump: none';
  const report = emitTextReport(
    sampleDiff([sampleChange({ subject: hostile, message: hostile, rule: hostile })]),
  );
  for (const control of ['\u001b', '\u0007', '\r']) expect(report).not.toContain(control);
  expect(report).not.toMatch(/^bump: none/m);
});

test('colours what it is told to', () => {
  const paint = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
  const colours = {
    bold: paint('b'),
    dim: paint('dim'),
    red: paint('red'),
    green: paint('green'),
    cyan: paint('cyan'),
  };
  expect(emitTextReport(sampleDiff(), colours)).toContain('<b><red>Breaking (6)</red></b>');
});
