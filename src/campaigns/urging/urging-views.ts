import type { Button, KnownBlock } from '@slack/types';
import type { Rendered } from '../../jobs/kinds.ts';
import { groupBy } from '../../kernel/group-by.ts';
import type { Language } from '../../kernel/language.ts';
import { formatDay, formatInstant } from '../../kernel/time.ts';
import { actions, clip, context, escapeText, section } from '../../slack/blocks.ts';
import { mendButton } from '../checks/check-controls.ts';
import { joinButton } from '../controls.ts';
import { figuresButton } from '../progress/progress-controls.ts';
import type { Late } from './late-queries.ts';
import { urgingPhrases } from './urging-phrases.ts';

/** Lines of one campaign in one block, and of a message in all, which holds 13,200 characters. */
const LINES = 12;
const MOST = 50;
/** Characters of a name in a line. */
const NAME = 60;

/** The message that urges: what its reader's units are late with still, with what can be done at once. */
export function urgingMessage(
  late: readonly Late[],
  { language, headedIds }: { language: Language; headedIds: ReadonlySet<string> },
): NonNullable<Rendered> {
  const say = urgingPhrases[language];
  if (late.length === 0) return { text: say.allDone, blocks: [section(say.allDone)] };
  const text = say.urgedText({ count: late.length });
  return {
    text,
    blocks: [section(`*${text}*\n${say.urgedIntro}`), ...campaignBlocks(late, language, headedIds)],
  };
}

/** `• Đơn vị: chưa … · chậm từ …` */
function lateLine(late: Late, language: Language): string {
  const unit = escapeText(clip(late.unitName, NAME));
  return `• *${unit}*: ${lateText(late, language)}`;
}

/** What a unit is late with, and since when. */
export function lateText({ matter, period, since }: Late, language: Language): string {
  const say = urgingPhrases[language];
  const what = say.matter[matter]({ period: formatDay(period) });
  return `${what} · ${say.since({ day: formatDay(since) })}`;
}

type Some = readonly [Late, ...Late[]];

function campaignBlocks(
  late: readonly Late[],
  language: Language,
  headedIds: ReadonlySet<string>,
): KnownBlock[] {
  const say = urgingPhrases[language];
  const shown = late.slice(0, MOST);
  const blocks = [...groupBy(shown, ({ campaignId }) => campaignId)].flatMap(([id, own]) => {
    const [first, ...others] = own;
    if (!first) return [];
    const lines = own.slice(0, LINES).map((one) => lateLine(one, language));
    if (own.length > LINES) lines.push(say.more({ count: own.length - LINES }));
    const below = urgingButtons([first, ...others], language, headedIds);
    return [
      section([campaignLine(first), ...lines].join('\n')),
      ...(below.length > 0 ? [actions(`campaign_late_${id}`, ...below)] : []),
    ];
  });
  // A message holds fifty blocks.
  const fitting = blocks.slice(0, 46);
  const left = late.length - shown.length;
  return [...fitting, ...(left > 0 ? [context(say.more({ count: left }))] : [])];
}

/** The head line of a campaign's block. */
export function campaignLine({ campaign: { code, name } }: Late): string {
  return `*${code}* ${escapeText(clip(name, NAME))}`;
}

function urgingButtons(own: Some, language: Language, headedIds: ReadonlySet<string>): Button[] {
  const say = urgingPhrases[language];
  const [{ campaignId }] = own;
  const mending = own.find(({ matter }) => matter === 'mending');
  const figures = own.filter(({ matter }) => matter === 'figures');
  // A unit without a head of its own is pledged for by nobody else.
  const pledge = own.find(({ matter, unitId }) => matter === 'pledge' && headedIds.has(unitId));
  return [
    ...(pledge ? [joinButton.button(say.pledge, { campaignId, unitId: pledge.unitId })] : []),
    ...(figures.length > 0
      ? [figuresButton.button(say.figures, { campaignId, ...about(figures) })]
      : []),
    ...(mending ? [mendButton.button(say.mend, { checkUnitId: mending.subjectId })] : []),
  ];
}

/** The unit and the day that figures are late of, where there is one. */
function about(figures: readonly Late[]) {
  const [first] = figures;
  const days = new Set(figures.map(({ period }) => period));
  return {
    ...(first && days.size === 1 ? { asOf: first.period } : {}),
    ...(first && figures.length === 1 ? { unitId: first.unitId } : {}),
  };
}

/** A time as the view of who is late shows it. */
export function chaseText(
  { urgedAt, escalatedAt }: { urgedAt: Date | null; escalatedAt: Date | null },
  { language, zone }: { language: Language; zone: string },
): string {
  const say = urgingPhrases[language];
  return [
    urgedAt ? say.urgedAt({ at: formatInstant(urgedAt, zone) }) : say.notUrged,
    ...(escalatedAt ? [say.escalatedAt({ at: formatInstant(escalatedAt, zone) })] : []),
  ].join(' · ');
}
