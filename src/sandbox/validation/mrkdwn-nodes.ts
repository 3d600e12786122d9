/** What a piece of Slack's mrkdwn is made of. Every text in a node is decoded: `&lt;` is `<`. */
export type MrkdwnNode =
  | { type: 'text'; text: string }
  /** A newline inside running text; none next to a quote or a preformatted block. */
  | { type: 'break' }
  | { type: 'bold' | 'italic' | 'strike' | 'quote'; children: MrkdwnNode[] }
  | { type: 'code' | 'preformatted'; text: string }
  | { type: 'user'; userId: string; label: string | null }
  | { type: 'channel'; channelId: string; label: string | null }
  | { type: 'usergroup'; groupId: string; label: string | null }
  | { type: 'broadcast'; range: 'here' | 'channel' | 'everyone' }
  /** `ts` in seconds since 1970; `format` is for `formatSlackDate`. */
  | { type: 'date'; ts: number; format: string; url: string | null; fallback: string }
  /** `url` is http, https, mailto or tel; `children` holds text and emoji only. */
  | { type: 'link'; url: string; children: MrkdwnNode[] }
  /** `name` without colons, a skin tone behind two: `wave::skin-tone-2`. */
  | { type: 'emoji'; name: string };

/** Slack escapes exactly these three characters; every other entity stays as it was typed. */
export function decodeEntities(text: string): string {
  return text.replace(/&(lt|gt|amp);/g, (_, name) =>
    name === 'lt' ? '<' : name === 'gt' ? '>' : '&',
  );
}
