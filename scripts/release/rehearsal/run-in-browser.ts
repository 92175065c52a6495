/**
 * Runs a bundle of what a consumer has installed in Chromium, against the sandbox on loopback. Started with the folder
 * of the consumer.
 */
import assert from 'node:assert/strict';
import { startBrowser } from '../../../packages/openapi-diff/test/report/browser.ts';
import { bundle } from './bundle.ts';
import { startInstalledSandbox } from './installed-sandbox.ts';

const [consumer = '.'] = process.argv.slice(2);
const code = await bundle(consumer, 'browser.ts');
const sandbox = await startInstalledSandbox(consumer);
const { browser, close } = await startBrowser();
try {
  const page = await browser.newPage();
  // At the origin of the sandbox, so that the page may send it requests; all else goes over the wire.
  await page.route(`${sandbox.url}/`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<script type=module src=main.js></script>' }),
  );
  await page.route(`${sandbox.url}/main.js`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: code }),
  );
  await page.goto(sandbox.url);
  assert.equal(await page.evaluate('createChannel(location.origin)'), 'Rehearsal');
  console.log(`Chromium ${browser.version()}`);
} finally {
  await close();
  await sandbox.close();
}
