import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { launchChromium } from './chromium.ts';
import { type Size, WIDE, Window } from './window.ts';

/**
 * A browser for one file of tests. Windows are closed after each test, and must have had no error.
 * @param address where the page is; the product's unless said otherwise
 */
export function browserSetting(address: () => string = () => inject('address')) {
  let browser: Browser;
  let windows: Window[] = [];
  let forgiven: RegExp | null = null;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(async ({ task }) => {
    const closing = windows;
    windows = [];
    if (task.result?.state === 'fail') await Promise.all(closing.map(keepPicture));
    const troubles = (await Promise.all(closing.map((window) => window.close()))).flat();
    const unforgiven = troubles.filter((trouble) => forgiven === null || !forgiven.test(trouble));
    forgiven = null;
    expect(unforgiven).toEqual([]);
  });
  afterAll(() => browser.close());
  return {
    /** Opens a window of its own, as on another computer, for the person with this name. */
    async open(name: string, size: Size = WIDE): Promise<Window> {
      const window = await Window.open(browser, address(), name, size);
      windows.push(window);
      return window;
    },
    /** Errors that this test brings about on purpose. */
    forgives(troubles: RegExp): void {
      forgiven = troubles;
    },
    address,
    browser: () => browser,
  };
}

const PICTURES = join(tmpdir(), 'thidua-browser-failures');

/** What each window showed when a test failed, to look at afterwards. */
async function keepPicture(window: Window, index: number): Promise<void> {
  const test = expect.getState().currentTestName?.replace(/[^\p{L}\d]+/gu, '-') ?? 'test';
  await window.page.screenshot({ path: join(PICTURES, `${test.slice(0, 60)}-${index + 1}.png`) });
}
