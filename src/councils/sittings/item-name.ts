import type { AgendaKind } from '../../database/generated/enums.ts';
import { clip, escapeText } from '../../slack/blocks.ts';

interface Named {
  kind: AgendaKind;
  number: string;
  title: string;
}

/** A title line of Slack holds 150 characters, with words of its own. */
const NAME_MOST = 100;

/** What an item is called in a few plain words: its number, or the words with which it was typed in. */
export function itemName({ kind, number, title }: Named): string {
  return kind === 'other' ? clip(title, NAME_MOST) : number;
}

/** The same, in mrkdwn. */
export function itemNameText(item: Named): string {
  return escapeText(itemName(item));
}

/** "*SK-2026-0001* – Nhắc đóng BHXH", "*Quy chế chi tiêu quỹ*", in mrkdwn. */
export function itemTitled({ kind, number, title }: Named): string {
  const name = escapeText(title);
  return kind === 'other' ? `*${name}*` : `*${escapeText(number)}* – ${name}`;
}
