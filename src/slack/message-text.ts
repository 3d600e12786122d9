import type { Language } from '../kernel/language.ts';
import { unescapeText } from './blocks.ts';
import { phrases } from './phrases.ts';

const TOKEN = /<([^<>|]+)(?:\|([^<>]*))?>/g;

/** The Slack users whom a message mentions, each once. */
export function mentionedUsers(text: string): string[] {
  const ids = [...text.matchAll(TOKEN)].flatMap(([, what = '']) =>
    /^@[UW]/.test(what) ? [what.slice(1)] : [],
  );
  return [...new Set(ids)];
}

/**
 * A message as its readers see it: mentions, channels, links and dates by their names instead of Slack's
 * codes. It is a person's own words still, to be escaped before it is shown.
 *
 * @param nameOf the name of a Slack user; those without one are "somebody"
 */
export function readableText(
  text: string,
  nameOf: (slackUserId: string) => string | undefined,
  language: Language,
): string {
  const words = phrases[language];
  const plain = text.replaceAll(TOKEN, (_token, what: string, label = '') => {
    if (what.startsWith('@')) return `@${nameOf(what.slice(1)) || label || words.somebody}`;
    if (what.startsWith('#')) return `#${label || words.aChannel}`;
    if (what.startsWith('!')) return label || `@${what.slice(1).replace(/\^.*/, '')}`;
    const address = what.replace(/^(?:mailto|tel):/, '');
    const same = label === '' || what.replace(/^\w+:(?:\/\/)?/, '').startsWith(label);
    return same ? address : `${label} (${address})`;
  });
  return unescapeText(plain);
}
