import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Debian's Chromium, or the one that CHROMIUM_PATH names. @throws Error that says how to get one */
export function chromiumPath(): string {
  const named = process.env.CHROMIUM_PATH;
  const path = named ?? '/usr/bin/chromium';
  if (existsSync(path)) return path;
  throw new Error(
    named === undefined
      ? 'The browser tests need Chromium: install it ("apt-get install chromium"), or set CHROMIUM_PATH to the one you have.'
      : `There is no browser at CHROMIUM_PATH (${named}).`,
  );
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
