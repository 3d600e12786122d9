import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { formatInstant } from '../../kernel/time.ts';
import { clip, context, escapeText, readingModal, section } from '../../slack/blocks.ts';
import { chasingText } from './chasing-fields.ts';
import type { ChasingOverview, LateUnit } from './open-chasing.ts';
import { chasingModal, urgeButton } from './urging-controls.ts';
import { urgingPhrases } from './urging-phrases.ts';
import { chaseText, lateText } from './urging-views.ts';

/** Units on one page. */
const PAGE = 20;
/** Matters of one unit that its block shows. */
const MATTERS = 10;

/** From which unit on; or, after one of them was urged, its page under what was done. */
type Shown = { from: number } | { unitId: string; done: string };

/** Who is late with what in a campaign, since when, urged and escalated when. */
export function chasingView(
  overview: ChasingOverview,
  { language, zone, ...shown }: Shown & { language: Language; zone: string },
): ModalView {
  const say = urgingPhrases[language];
  const { campaignId, code, name, units, report, chasing } = overview;
  const { length } = units;
  const told = 'done' in shown ? [section(shown.done)] : [];
  const at = 'done' in shown ? units.findIndex(({ unitId }) => unitId === shown.unitId) : -1;
  const from = 'done' in shown ? PAGE * Math.floor(Math.max(at, 0) / PAGE) : shown.from;
  const to = Math.min(from + PAGE, length);
  const blocks: KnownBlock[] = [
    ...told,
    section(`*${code}* ${escapeText(name)}`),
    context(chasingText(chasing, language)),
    section(say.lateUnits({ late: report.units.late, of: report.units.all })),
    context(say.counts(report.units)),
    ...(length === 0 ? [section(say.nobody)] : []),
    ...units.slice(from, to).flatMap((unit) => unitBlocks(unit, overview, { language, zone })),
    ...(length > PAGE ? [context(say.pageOf({ from: from + 1, to, of: length }))] : []),
  ];
  const [title, close] = [say.chase, say.close];
  if (length <= PAGE) return readingModal({ title, close }, blocks);
  const next = to < length ? to : 0;
  return chasingModal.view({
    ...{ title, close, blocks },
    submit: next === 0 ? say.firstPage : say.nextPage,
    metadata: { campaignId, from: next },
  });
}

function unitBlocks(
  unit: LateUnit,
  { campaignId, manages }: ChasingOverview,
  { language, zone }: { language: Language; zone: string },
): KnownBlock[] {
  const say = urgingPhrases[language];
  const { unitId, unitName, matters, byHandAt, urgedToday } = unit;
  const lines = matters.slice(0, MATTERS).map(({ late, ...chase }) => {
    const done = chaseText(chase, { language, zone });
    return `• ${lateText(late, language)} · ${done}`;
  });
  if (matters.length > MATTERS) lines.push(say.more({ count: matters.length - MATTERS }));
  const text = [`*${escapeText(clip(unitName, 100))}*`, ...lines].join('\n');
  const button =
    manages && !urgedToday ? urgeButton.button(say.urge, { campaignId, unitId }) : undefined;
  const hand = byHandAt ? [context(say.byHandAt({ at: formatInstant(byHandAt, zone) }))] : [];
  return [section(text, button), ...hand];
}
