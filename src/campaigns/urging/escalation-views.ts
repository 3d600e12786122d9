import type { KnownBlock } from '@slack/types';
import type { Rendered } from '../../jobs/kinds.ts';
import { groupBy } from '../../kernel/group-by.ts';
import type { Language } from '../../kernel/language.ts';
import { formatDay, formatInstant } from '../../kernel/time.ts';
import { actions, clip, context, escapeText, fitting, section } from '../../slack/blocks.ts';
import type { Chase } from './escalate.ts';
import type { Late } from './late-queries.ts';
import { chasingButton } from './urging-controls.ts';
import { urgingPhrases } from './urging-phrases.ts';
import { latenessKey } from './urging-rules.ts';
import { campaignLine } from './urging-views.ts';

/** Characters: of all lines, for a message holds 12,000; of a campaign's block; of a name; of a line without its names. */
const ROOM = { message: 9_000, campaign: 2_900, name: 60, line: 250 } as const;
/** A message holds fifty blocks; a campaign has two. */
const CAMPAIGNS = 22;

export interface EscalationReader {
  language: Language;
  zone: string;
  chases: ReadonlyMap<string, Chase>;
  /** The campaigns that the reader helps to organise. */
  organised: ReadonlySet<string>;
}

/** The message to the level above: what is late, of which units, since when, and when they were urged. */
export function escalationMessage(
  late: readonly Late[],
  reader: EscalationReader,
): NonNullable<Rendered> {
  const say = urgingPhrases[reader.language];
  if (late.length === 0) return { text: say.nobodyLate, blocks: [section(say.nobodyLate)] };
  const count = new Set(late.map(({ unitId }) => unitId)).size;
  const text = say.escalatedText({ count });
  return {
    text,
    blocks: [section(`*${text}*\n${say.escalatedIntro}`), ...campaignBlocks(late, reader)],
  };
}

function campaignBlocks(late: readonly Late[], reader: EscalationReader): KnownBlock[] {
  const { language, organised } = reader;
  const say = urgingPhrases[language];
  const blocks: KnownBlock[] = [];
  let room: number = ROOM.message;
  let told = 0;
  const campaigns = [...groupBy(late, ({ campaignId }) => campaignId)].slice(0, CAMPAIGNS);
  for (const [campaignId, [first, ...others]] of campaigns) {
    if (!first) continue;
    const lines = [campaignLine(first)];
    let own = Math.min(ROOM.campaign, room) - campaignLine(first).length;
    for (const group of groupBy([first, ...others], matterKey).values()) {
      const line = matterLine(group, own - ROOM.line, reader);
      if (line === null) continue;
      lines.push(line);
      own -= line.length + 1;
      told += group.length;
    }
    if (lines.length === 1) continue;
    room -= lines.join('\n').length;
    blocks.push(section(lines.join('\n')));
    if (organised.has(campaignId))
      blocks.push(
        actions(`campaign_late_${campaignId}`, chasingButton.button(say.chase, { campaignId })),
      );
  }
  const left = late.length - told;
  return [...blocks, ...(left > 0 ? [context(say.more({ count: left }))] : [])];
}

/** What latenesses have in common that are told in one sentence. */
function matterKey({ matter, period, since }: Late): string {
  return [matter, period, since].join(' ');
}

/**
 * `• Chưa đăng ký giao ước (hạn …): A; B; và 3 đơn vị nữa · chậm từ … · đôn đốc lúc …`
 *
 * @param room characters for the names
 * @returns null when there is no room for one of them
 */
function matterLine(
  group: readonly Late[],
  room: number,
  { language, zone, chases }: EscalationReader,
): string | null {
  const [first] = group;
  if (!first) return null;
  const say = urgingPhrases[language];
  const names = [...groupBy(group, ({ unitId }) => unitId).values()].flatMap(([one]) =>
    one ? `*${escapeText(clip(one.unitName, ROOM.name))}*` : [],
  );
  const shown = fitting(names, room);
  if (shown.length === 0) return null;
  const left = names.length - shown.length;
  const { matter, period, since } = first;
  const what = say.matterOf[matter]({ period: formatDay(period) });
  const all = [...shown, ...(left > 0 ? [say.unitsMore({ count: left })] : [])].join('; ');
  const urged = group.flatMap((one) => chases.get(latenessKey(one))?.urgedAt ?? []);
  const times = new Set(urged.map((at) => formatInstant(at, zone)));
  const [at] = urged
    .toSorted((one, other) => one.getTime() - other.getTime())
    .map((one) => formatInstant(one, zone));
  const urgedText = at ? (times.size > 1 ? say.urgedSince : say.urgedAt)({ at }) : say.notUrged;
  return `• ${what}: ${all} · ${say.since({ day: formatDay(since) })} · ${urgedText}`;
}
