import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a person must be able to see, measured in the page rather than compared pixel by pixel. */

/** The whole page fits its width: nobody has to scroll sideways. */
export async function fitsWidth(page: Page): Promise<void> {
  const sizes = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: window.innerWidth,
    outside: [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { right, width, height } = element.getBoundingClientRect();
        const shown = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
        const scrolled = element.closest('.table-scroll, .aloud') !== null;
        return shown && !scrolled && width > 1 && height > 1 && right > window.innerWidth + 1;
      })
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`),
  }));
  expect(sizes).toEqual({ content: sizes.window, window: sizes.window, outside: [] });
}

/** Inside the window, and with nothing over its middle, once what moves has come to rest. */
export async function canBePressed(target: Locator): Promise<void> {
  await expect.poll(() => looksOf(target)).toEqual({ inside: true, bare: true, bigEnough: true });
}

async function looksOf(target: Locator) {
  await target.scrollIntoViewIfNeeded();
  return target.evaluate((element) => {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return {
      inside: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
      bare: hit !== null && (element === hit || element.contains(hit)),
      bigEnough: width >= 24 && height >= 24,
    };
  });
}

/**
 * No text inside is cut off by a box around it, above or below (Vietnamese has marks on both sides)
 * nor at its end, unless it ends in "…" or can be scrolled to.
 */
export async function isReadable(target: Locator): Promise<void> {
  const cut = await target.evaluate((root) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const holder = node.parentElement;
      if (text === '' || holder === null || holder.closest('.aloud') !== null) continue;
      if (!holder.checkVisibility({ visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      // The line's box is higher than its letters.
      const slack = Number.parseFloat(getComputedStyle(holder).fontSize) * 0.25;
      for (const rect of range.getClientRects()) {
        for (let box: Element | null = holder; box !== null; box = box.parentElement) {
          const style = getComputedStyle(box);
          const frame = box.getBoundingClientRect();
          const clipsX = ['hidden', 'clip'].includes(style.overflowX);
          const clipsY = ['hidden', 'clip'].includes(style.overflowY);
          const dotted = style.textOverflow === 'ellipsis';
          if (clipsX && !dotted && rect.right > frame.right + 1) found.push(`end of "${text}"`);
          if (clipsY && rect.top < frame.top - slack) found.push(`top of "${text}"`);
          if (clipsY && rect.bottom > frame.bottom + slack) found.push(`foot of "${text}"`);
          if (['auto', 'scroll'].includes(style.overflowY)) break;
        }
      }
    }
    return found;
  });
  expect(cut).toEqual([]);
}

/** How well the text stands out from what is behind it (WCAG: 4.5 for plain text). */
export function contrastOf(target: Locator): Promise<number> {
  return target.evaluate((element) => {
    const numbers = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
    const behind = (from: Element): number[] => {
      for (let box: Element | null = from; box !== null; box = box.parentElement) {
        const color = numbers(getComputedStyle(box).backgroundColor);
        if ((color[3] ?? 1) === 1) return color;
      }
      return [255, 255, 255];
    };
    const brightness = (color: number[]): number => {
      const [red = 0, green = 0, blue = 0] = color.slice(0, 3).map((each) => {
        const part = each / 255;
        return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const ink = brightness(numbers(getComputedStyle(element).color));
    const paper = brightness(behind(element));
    return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
  });
}
