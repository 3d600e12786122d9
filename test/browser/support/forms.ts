import type { Locator } from 'playwright-core';
import type { Window } from './window.ts';

/** Chooses from a list in the dialog with the mouse. */
export async function picks(window: Window, label: string, ...options: string[]): Promise<void> {
  const field = window.dialog.locator('.block-input', { has: labelled(window, label) });
  await field.locator('.picker-trigger').click();
  for (const option of options) {
    await window.page.getByRole('option', { name: option }).first().click();
  }
  // A list of one closes by itself, one of many stays until one leaves it.
  if (await window.page.getByRole('listbox').isVisible()) await window.presses('Escape');
}

/** Chooses from the list that has the focus with the keyboard: opens it, searches, takes the first. */
export async function picksByKeys(window: Window, search: string): Promise<void> {
  await window.presses('ArrowDown');
  await window.types(search);
  await window.page.getByRole('option').first().waitFor();
  await window.presses('Enter');
  if (await window.page.getByRole('listbox').isVisible()) await window.presses('Escape');
}

export async function fillsIn(window: Window, label: string, text: string): Promise<void> {
  await window.dialog.getByLabel(label, { exact: true }).fill(text);
}

/** Submits the dialog with the mouse. */
export async function submits(window: Window): Promise<void> {
  await window.dialog.locator('button[type=submit]').click();
}

function labelled(window: Window, label: string): Locator {
  return window.page.locator('label', { hasText: new RegExp(`^${label}( \\(.*)?$`) });
}

/** 25/12/2026, so many days after the practice workspace's today. */
export async function dayFromNow(window: Window, days: number): Promise<string> {
  const report = await window.page.request.get(new URL('/client/trainer', window.page.url()).href);
  const { now } = await report.json();
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(
    now + days * 86_400_000,
  );
}
