import type { Browser, Locator, Page } from 'playwright-core';

/** In CSS pixels; `scale` is how many of the picture go into one of them. */
export interface Size {
  width: number;
  height: number;
  scale?: number;
}

export const WIDE: Size = { width: 1280, height: 800 };
/** A small telephone. */
export const NARROW: Size = { width: 390, height: 844 };

type Role = Parameters<Page['getByRole']>[0];

/** What a person hears from the app comes after its queue: a message a second in a conversation. */
const SOON_MS = 60_000;

/** One window of the practice workspace's page, in which somebody works. */
export class Window {
  readonly page: Page;
  readonly #troubles: string[];

  private constructor(page: Page, troubles: string[]) {
    this.page = page;
    this.#troubles = troubles;
  }

  /** Opens the page as the person with this name. */
  static async open(
    browser: Browser,
    address: string,
    name: string,
    size: Size = WIDE,
  ): Promise<Window> {
    const { scale = 1, ...viewport } = size;
    const context = await browser.newContext({
      viewport,
      deviceScaleFactor: scale,
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(SOON_MS);
    const troubles: string[] = [];
    watch(page, address, troubles);
    const people = await page.request.get(`${address}/client/people`);
    const person = (await people.json()).find((one: { name: string }) => one.name === name);
    if (person === undefined) throw new Error(`nobody in the practice workspace is ${name}`);
    await page.goto(`${address}/?as=${person.id}`);
    await page.locator('.workspace').waitFor();
    const window = new Window(page, troubles);
    // A form that was left open, in whichever window, is still there.
    while (await page.getByRole('dialog').count()) {
      await window.presses('Escape');
      await page.getByRole('dialog').last().waitFor({ state: 'detached' });
    }
    return window;
  }

  /** @returns the errors on its console and the requests to other servers, of which there should be none */
  async close(): Promise<string[]> {
    const troubles = [...this.#troubles];
    await this.page.context().close();
    return troubles;
  }

  get composer(): Locator {
    return this.page.locator('.conversation .composer textarea');
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog').last();
  }

  /** The messages of the conversation that is open, newest last. */
  get messages(): Locator {
    return this.page.getByRole('log').getByRole('article');
  }

  message(text: string | RegExp): Locator {
    return this.messages.filter({ hasText: text }).last();
  }

  /** A message with this heading. */
  card(heading: string): Locator {
    return this.messages.filter({ has: this.page.getByRole('heading', { name: heading }) }).last();
  }

  /** A conversation in the sidebar, with or without a count of unread messages behind its name. */
  room(name: string): Locator {
    return this.page
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(`^${name}( |$)`) });
  }

  async opens(room: string): Promise<void> {
    await this.room(room).click();
    await this.page.getByRole('heading', { level: 1, name: room, exact: true }).waitFor();
  }

  /** Puts the welcome away, as one does once. */
  async dismissesWelcome(): Promise<void> {
    await this.page.locator('.welcome').getByRole('button', { name: 'Ẩn' }).click();
  }

  /** Types a command into the message box and sends it with the mouse. */
  async sends(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.page.getByRole('button', { name: 'Gửi', exact: true }).click();
  }

  /** Types with the keyboard alone, wherever the focus is. */
  async types(text: string): Promise<void> {
    await this.#drawn();
    await this.page.keyboard.type(text);
  }

  async presses(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.#drawn();
      await this.page.keyboard.press(key);
    }
  }

  /** Waits until what happened is drawn and the focus is where that puts it, which nobody's fingers outrun. */
  async #drawn(): Promise<void> {
    await this.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0)));
        }),
    );
  }

  /**
   * Presses Tab (or Shift+Tab) until the focus is on a thing of this role and name.
   * @throws Error naming what had the focus, when it does not come by within 60 steps
   */
  async tabsTo(role: Role, name: string | RegExp, direction: 'on' | 'back' = 'on'): Promise<void> {
    const targets = this.page.getByRole(role, { name });
    const passed: string[] = [];
    for (let step = 0; step < 60; step += 1) {
      const { reached, at } = await targets.evaluateAll(lookAtFocus);
      if (reached) return;
      passed.push(at);
      await this.page.keyboard.press(direction === 'back' ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`Tab never reaches ${role} ${name}; it passed ${passed.join(' | ')}`);
  }

  /** What has the focus, in a word. */
  async focused(): Promise<string> {
    const { at } = await this.page.locator('body').evaluateAll(lookAtFocus);
    return at;
  }

  async waitsForDialog(name: string | RegExp): Promise<Locator> {
    const dialog = this.page.getByRole('dialog', { name });
    await dialog.waitFor();
    return dialog;
  }

  async waitsForNoDialog(): Promise<void> {
    await this.page.getByRole('dialog').last().waitFor({ state: 'detached' });
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).last().waitFor();
  }
}

/** Runs in the page. `reached`: the last of these elements has the focus; `at`: what has it. */
function lookAtFocus(elements: Element[]): { reached: boolean; at: string } {
  const focused = document.activeElement;
  const name = focused?.getAttribute('aria-label') ?? focused?.textContent ?? '';
  return {
    reached: focused !== null && elements.at(-1) === focused,
    at: `${focused?.tagName.toLowerCase()} ${name.trim().slice(0, 40)}`,
  };
}

function watch(page: Page, address: string, troubles: string[]): void {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`page: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith('data:')) troubles.push(`elsewhere: ${url}`);
  });
}
