import { expect, test } from 'vitest';
import { apipin, createFolder } from '../../test/terminal.ts';

const GATEWAY = [
  'gateway',
  '--serve',
  'v1',
  '--upstream',
  'v2',
  '--upstream-url',
  'https://api.example',
];

test.each([
  [['gateway'], /--serve is missing/],
  [['gateway', '--serve', 'v1'], /--upstream is missing/],
  [['gateway', '--serve', 'v1', '--upstream', 'v2'], /--upstream-url is missing/],
  [[...GATEWAY, 'now'], /what is "now"/],
  [[...GATEWAY, '--port', 'many'], /--port takes a number/],
  [[...GATEWAY, '--port', '65536'], /--port takes a number/],
  [[...GATEWAY, '--host', 'http://localhost'], /--host takes an address/],
  [[...GATEWAY, '--max-body', '10'], /--max-body takes a size such as/],
  [[...GATEWAY, '--max-body', '0mb'], /--max-body takes a size such as/],
  [[...GATEWAY, '--timeout', '30'], /--timeout takes a duration such as/],
  [[...GATEWAY, '--on-loss', 'panic'], /--on-loss takes report or throw/],
  [[...GATEWAY, '--sunset', '2027-09'], /--sunset takes a day such as/],
  [[...GATEWAY, '--deprecation', '2027-02-30x'], /--deprecation takes a day such as/],
  [[...GATEWAY, '--compat', './missing.mjs'], /needs the module \.\/missing\.mjs here/],
  [[...GATEWAY, '--compat', './empty.mjs'], /\.\/empty\.mjs exports no plan/],
])('%j is exit 2 and says what to do', async (args, message) => {
  const folder = await createFolder({ 'empty.mjs': 'export {};' });

  const { code, stdout, stderr } = await apipin(folder, args);

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(message);
});
