import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright-core';

/** A browser without a window, and a folder for pages that it opens. */
export interface TestBrowser {
  readonly browser: Browser;
  /** Saves a page, and says where it is. */
  save(page: string): Promise<URL>;
  close(): Promise<void>;
}

/**
 * Starts the Chromium of `CHROMIUM_PATH`; without that, on Linux, one that comes with the repository's dependencies,
 * elsewhere the Chrome that is installed.
 */
export async function startBrowser(): Promise<TestBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'apipin-browser-'));
  const browser = await launch(folder);
  let pages = 0;
  return {
    browser,
    async save(page) {
      const path = join(folder, `${pages++}.html`);
      await writeFile(path, page);
      return pathToFileURL(path);
    },
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function launch(folder: string): Promise<Browser> {
  try {
    const executablePath = await findExecutable(folder);
    return await chromium.launch({
      args: ['--disable-gpu'],
      ...(executablePath === undefined ? { channel: 'chrome' } : { executablePath }),
    });
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(
      'these tests need a Chromium: install Chrome, or name the file of a Chromium in CHROMIUM_PATH',
      { cause },
    );
  }
}

async function findExecutable(folder: string): Promise<string | undefined> {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH !== undefined) return CHROMIUM_PATH;
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  // The package unpacks itself there and, on what it takes for Lambda, the libraries that a bare system lacks.
  process.env['TMPDIR'] = folder;
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs24.x';
  // Its fonts as well, but its own list of font folders is about Lambda.
  process.env['FONTCONFIG_FILE'] = join(folder, 'fonts.conf');
  await writeFile(
    join(folder, 'fonts.conf'),
    `<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>`,
  );
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}
