import { source as axe } from 'axe-core';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Diff } from '../../src/change.ts';
import { emitHtmlReport } from '../../src/report/html-report.ts';
import { startBrowser, type TestBrowser } from './browser.ts';
import { manyChanges, sampleChange, sampleChanges, sampleDiff } from './sample-diff.ts';

let chromium: TestBrowser;
beforeAll(async () => void (chromium = await startBrowser()));
afterAll(() => chromium.close());

/** Opens the report of `diff`; the test fails where the page asks for anything or has an error. */
async function open(
  diff: Diff = sampleDiff(),
  { fragment = '', ...options }: BrowserContextOptions & { readonly fragment?: string } = {},
): Promise<Page> {
  const url = await chromium.save(emitHtmlReport(diff));
  const context = await chromium.browser.newContext(options);
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const mishaps: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(url.href)) mishaps.push(`request: ${request.url()}`);
  });
  page.on('console', (message) => mishaps.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => mishaps.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => mishaps.push(`dialog: ${dialog.message()}`));
  onTestFinished(async () => {
    await context.close();
    expect(mishaps).toEqual([]);
  });
  await page.goto(`${url.href}${fragment}`);
  return page;
}

function shownCards(page: Page): Locator {
  return page.locator('article:visible');
}

async function shownSubjects(page: Page): Promise<string[]> {
  return shownCards(page).locator('h3 > code').allTextContents();
}

/** `page.url()` hears of a changed fragment later. */
function addressOf(page: Page): Promise<string> {
  return page.evaluate(() => location.href);
}

async function focusedSubject(page: Page): Promise<string | null> {
  return page.locator('article:focus h3 > code').textContent();
}

const TYPE_CHANGE =
  'response-property-type-changed:/components/schemas/ChannelAccount/properties/id';

test.each([
  ['light', 1280],
  ['dark', 360],
] as const)('has no barrier that axe knows of: %s, %i pixels wide', async (colorScheme, width) => {
  const page = await open(sampleDiff(), {
    colorScheme,
    // All of the page at once: what is not on the screen is not painted, and has no contrast to measure.
    viewport: { width, height: 8000 },
    fragment: `#${TYPE_CHANGE}?level=breaking+docs&text=description`,
  });
  await page.getByRole('button', { name: 'Breaking 6', exact: true }).click();
  await page.getByRole('searchbox').fill('');
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const result = await axe.run({ exclude: ['[aria-hidden]'] });
    return [...result.violations, ...result.incomplete].map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => html + failureSummary).join('\n')}`,
    );
  });
  expect(violations).toEqual([]);
});

test('compares both documents in words before it lists anything', async () => {
  const page = await open();
  expect(await page.getByRole('banner').innerText()).toMatch(
    /From\s+v3\s.*specs\/v3\/custom-channels\.yaml.*To\s+2026-03\s.*Major.*6 breaking, 3 non-breaking, 2 docs/s,
  );
  expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
    'Breaking 6',
    'Non-breaking 3',
    'Docs 2',
  ]);
});

test('a diff without changes says so', async () => {
  const page = await open(sampleDiff([]));
  expect(await page.getByRole('main').innerText()).toMatch(/nothing to report/);
  expect(await page.getByRole('search').count()).toBe(0);
});

test('level buttons take levels away and bring them back', async () => {
  const page = await open();
  const button = page.getByRole('button', { name: 'Breaking 6', exact: true });
  await button.click();
  expect(await button.getAttribute('aria-pressed')).toBe('false');
  expect(await shownCards(page).count()).toBe(5);
  expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
    'Non-breaking 3',
    'Docs 2',
  ]);
  expect(await page.getByRole('status').innerText()).toBe('5 of 11 changes');
  await button.click();
  expect(await shownCards(page).count()).toBe(11);
  expect(await page.getByRole('status').innerText()).toBe('11 changes');
});

test('an operationId selects that operation, other text all that contain it', async () => {
  const page = await open();
  const field = page.getByRole('combobox', { name: 'Operation' });
  await field.fill('getChannel');
  expect(await shownSubjects(page)).toEqual([
    'PublicFile.fileUsageType',
    'Channel.color',
    'Error.correlationId',
  ]);
  await field.fill('getChannelAccount');
  expect(await shownSubjects(page)).toEqual([
    'PublicFile.fileUsageType',
    'ChannelAccount.id',
    'Error.correlationId',
  ]);
  await field.fill('delete /conv');
  expect(await shownSubjects(page)).toContain('archiveChannel');
  expect(await page.locator('datalist option').count()).toBe(11);
});

test('text is searched for word by word, in what is said of the change', async () => {
  const page = await open();
  await page.getByRole('searchbox', { name: 'Text' }).fill('ENUM  voice_');
  expect(await shownSubjects(page)).toEqual(['PublicFile.fileUsageType']);
  await page.getByRole('searchbox').fill('wire');
  expect(await shownCards(page).count()).toBe(0);
  await page.getByRole('button', { name: 'Show all changes' }).click();
  expect(await shownCards(page).count()).toBe(11);
  expect(await addressOf(page)).not.toContain('text=');
});

test('filters are part of the address, and survive a reload', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Docs 2' }).click();
  await page.getByRole('combobox').fill('getChannel');
  await page.getByRole('searchbox').fill('& #?');
  await page.getByRole('searchbox').fill('response');
  const before = { url: await addressOf(page), subjects: await shownSubjects(page) };
  expect(before.subjects).toEqual(['PublicFile.fileUsageType', 'Channel.color']);
  await page.reload();
  expect({ url: await addressOf(page), subjects: await shownSubjects(page) }).toEqual(before);
  expect(await page.getByRole('button', { name: 'Docs 2' }).getAttribute('aria-pressed')).toBe(
    'false',
  );
  expect(await page.getByRole('searchbox').inputValue()).toBe('response');
});

test('any text that is searched for comes back from the address', async () => {
  const text = '& #? 100% a=b+c ключ "<?"';
  const page = await open();
  await page.getByRole('searchbox').fill(text);
  await page.reload();
  expect(await page.getByRole('searchbox').inputValue()).toBe(text);
});

test('a link leads to its change, also on a page that is open', async () => {
  const page = await open(sampleDiff(), { fragment: `#${TYPE_CHANGE}` });
  expect(await focusedSubject(page)).toBe('ChannelAccount.id');
  await expect.poll(() => page.locator('article:focus h3').evaluate(isOnScreen)).toBe(true);
  await page.evaluate(() => (location.hash = 'description-changed:archiveChannel'));
  await expect.poll(() => focusedSubject(page)).toBe('archiveChannel');
});

test('ids of any characters can be linked to', async () => {
  const id = 'x:a b?c&d=e#f%20"<ü>\ud800';
  const page = await open(sampleDiff([...sampleChanges(), sampleChange({ id, subject: 'Odd' })]));
  const link = page.getByRole('link', { name: 'Link to Odd' });
  await link.click();
  await expect.poll(() => focusedSubject(page)).toBe('Odd');
  await page.reload();
  expect(await focusedSubject(page)).toBe('Odd');
});

test('a link to a change that the filters leave out shows it, and says so', async () => {
  const page = await open(sampleDiff(), { fragment: `#${TYPE_CHANGE}?level=docs` });
  expect(await shownSubjects(page)).toEqual([
    'ChannelAccount.id',
    'archiveChannel',
    'Error.correlationId',
  ]);
  expect(
    await page.getByText('Shown because the link leads here').filter({ visible: true }).count(),
  ).toBe(1);
  expect(await page.getByRole('status').innerText()).toBe('2 of 11 changes');
  await page.getByRole('searchbox').fill('contact');
  expect(await shownSubjects(page)).toEqual(['Error.correlationId']);
});

test('links to changes keep the filters, and the way back', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Docs 2' }).click();
  await page.getByRole('link', { name: 'Link to Channel.color' }).click();
  await expect.poll(() => focusedSubject(page)).toBe('Channel.color');
  expect(await shownCards(page).count()).toBe(9);
  await page.goBack();
  expect(new URL(await addressOf(page)).hash).toBe('#?level=breaking+non-breaking');
  expect(await shownCards(page).count()).toBe(9);
});

test('the skip link leaves the filters alone', async () => {
  const page = await open(sampleDiff(), { fragment: '#?level=docs' });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('main');
  expect(await shownCards(page).count()).toBe(2);
  expect(new URL(await addressOf(page)).hash).toBe('#?level=docs');
});

test('keys search and move from change to change, among those that are shown', async () => {
  const page = await open();
  await page.keyboard.press('/');
  await page.keyboard.type('jk/');
  expect(await page.getByRole('searchbox').inputValue()).toBe('jk/');
  await page.getByRole('searchbox').fill('channel');
  await page.getByRole('button', { name: 'Docs 2' }).focus();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const [first, second] = await shownSubjects(page);
  expect(await focusedSubject(page)).toBe(second);
  await expect.poll(() => page.locator('article:focus').evaluate(isOnScreen)).toBe(true);
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  expect(await focusedSubject(page)).toBe(first);
});

test('keys can be given back to the reader', async () => {
  const page = await open();
  await page.getByRole('checkbox').uncheck();
  await page.keyboard.press('j');
  expect(await page.locator('article:focus').count()).toBe(0);
});

test('every control can be reached by Tab, and shows that it was', async () => {
  const page = await open(sampleDiff([sampleChange(), sampleChanges()[1]!]));
  const reached: string[] = [];
  for (let presses = 0; presses < 8; presses++) {
    await page.keyboard.press('Tab');
    reached.push(
      await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const { outlineStyle } = getComputedStyle(element);
        const name = element.innerText.replaceAll(/\s+/g, ' ').trim();
        return `${element.localName} ${name}${outlineStyle === 'none' ? ', not seen' : ''}`.trim();
      }),
    );
  }
  expect(reached).toEqual([
    'a Skip to the changes',
    'button Breaking 2',
    'input',
    'input',
    'a Link to Channel.color',
    'a Link to PublicFile.fileUsageType',
    'summary and 7 more',
    'input',
  ]);
});

test('both sides stand side by side, and above each other on a phone', async () => {
  const page = await open(sampleDiff([sampleChanges()[3]!]), {
    viewport: { width: 1280, height: 900 },
  });
  const removed = page.getByRole('deletion').first();
  const added = page.getByRole('insertion').first();
  const places = async () =>
    [(await removed.boundingBox())!, (await added.boundingBox())!] as const;
  const [left, right] = await places();
  expect(left.y).toBe(right.y);
  expect(left.x).toBeLessThan(right.x);
  await page.setViewportSize({ width: 360, height: 800 });
  const [upper, lower] = await places();
  expect(upper.y).toBeLessThan(lower.y);
  expect(upper.x).toBe(lower.x);
});

test('of a list, the values that came and went are marked', async () => {
  const page = await open(sampleDiff([sampleChanges()[1]!]));
  expect(await page.getByRole('insertion').allInnerTexts()).toEqual(['    "VOICE_RECORDING"']);
  expect(await page.getByRole('deletion').count()).toBe(0);
  expect(await page.getByRole('table').innerText()).not.toContain('AUDIO');
});

const HOSTILE = [
  '</script></style></title></textarea><img src=x onerror=alert(1)><script>alert(1)</script>',
  '"><svg onload=alert(1)> \' onfocus=alert(1) autofocus=',
  'javascript:alert(1) ${alert(1)} {{alert(1)}} <!-- ]]>',
  '\u202egnp.exe\u2066 \u0000 \ud800',
  'W'.repeat(20_000),
].join(' ');

test('a hostile document runs nothing, fetches nothing, and does not widen the page', async () => {
  const change = sampleChange({
    id: HOSTILE,
    rule: HOSTILE,
    subject: HOSTILE,
    message: HOSTILE,
    operations: [{ operationId: HOSTILE, method: HOSTILE, path: HOSTILE }],
    old: { file: HOSTILE, pointer: HOSTILE, line: 1 },
    before: { [HOSTILE]: HOSTILE },
    after: HOSTILE,
  });
  const document = { file: HOSTILE, title: HOSTILE, version: HOSTILE };
  const page = await open(
    { ...sampleDiff([change, ...sampleChanges()]), old: document, new: document },
    { viewport: { width: 360, height: 800 } },
  );
  await page.keyboard.press('j');
  await page.getByRole('searchbox').fill(HOSTILE.slice(0, 80));
  expect(await shownCards(page).count()).toBe(1);
  expect(await page.locator('article img, article svg, article script').count()).toBe(0);
  expect(await page.getByRole('banner').innerText()).toContain(
    '‹U+202E›gnp.exe‹U+2066› ‹U+0000› \ufffd',
  );
  expect(await page.evaluate(widthOverflow)).toBe(0);
});

test('a page of samples fits 360 pixels', async () => {
  const page = await open(sampleDiff(), { viewport: { width: 360, height: 800 } });
  expect(await page.evaluate(widthOverflow)).toBe(0);
});

test('without scripts, everything is there and nothing pretends to work', async () => {
  const page = await open(sampleDiff(), { javaScriptEnabled: false, fragment: `#${TYPE_CHANGE}` });
  expect(await shownCards(page).count()).toBe(11);
  expect(await page.getByRole('search').count()).toBe(0);
  expect(await page.getByRole('checkbox').count()).toBe(0);
  expect(await page.locator('article:target h3 > code').textContent()).toBe('ChannelAccount.id');
});

test('on paper there are changes, and no controls', async () => {
  const page = await open(sampleDiff(), { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  expect(await shownCards(page).count()).toBe(11);
  expect(await page.getByRole('search').count()).toBe(0);
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(29, 27, 24)');
});

test('5,000 changes are filtered while somebody types', async () => {
  const page = await open(sampleDiff(manyChanges(5000)));
  // By selector: looking for roles would take longer than what is measured.
  const milliseconds = await page.locator('[data-query]').evaluate((field: HTMLInputElement) => {
    const started = performance.now();
    field.value = 'PublicFile.fileUsageType9';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    document.body.getBoundingClientRect();
    return performance.now() - started;
  });
  // About a tenth of that on an idle laptop.
  expect(milliseconds).toBeLessThan(1000);
  expect(await page.locator('[data-status]').innerText()).toMatch(/^\d+ of 5000 changes$/);
});

function isOnScreen(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function widthOverflow(): number {
  return document.documentElement.scrollWidth - innerWidth;
}
