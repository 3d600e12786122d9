import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { formatInstant } from '../../kernel/time.ts';
import { type Brief, briefOf, type Standing } from '../../rulebook/brief.ts';
import { briefPhrases } from '../../rulebook/brief-phrases.ts';
import type { Eligibility } from '../../rulebook/evaluate-eligibility.ts';
import type { Judged } from '../../rulebook/evaluate-many.ts';
import { phrases as rulebookPhrases } from '../../rulebook/phrases.ts';
import type { Rulebook } from '../../rulebook/rules.ts';
import { eligibilityBlocks } from '../../rulebook/views.ts';
import { clip, context, escapeText, readingModal, section } from '../../slack/blocks.ts';
import type { NameJudgements } from './judge-names.ts';
import { judgementButton } from './name-controls.ts';
import { namePhrases } from './name-phrases.ts';

/** Whom a judgement is drawn for, and by which names of titles. */
export interface NameShown {
  language: Language;
  zone: string;
  rulebook: Rulebook;
}

/** How one who is nominated stands, in a line of mrkdwn; null for a name of which nothing is told. */
export function briefLine(
  judgements: NameJudgements,
  agendaItemId: string,
  shown: NameShown,
): (Omit<Brief, 'text'> & { line: string }) | null {
  const judged = judgements.of.get(agendaItemId);
  if (!judged) return null;
  const { text, ...brief } = briefOf(judged, shown);
  return { ...brief, line: escapeText(text) };
}

/** "12. *Trần Thị Lan* (Phòng Quản lý thu)", in mrkdwn. */
export function placeAndName(
  place: number,
  { title, unitName }: { title: string; unitName: string | null },
): string {
  const unit = unitName ? ` (${escapeText(clip(unitName, 60))})` : '';
  return `${place}. *${escapeText(clip(title, 80))}*${unit}`;
}

/** A name with how it stands and the way to the whole judgement; without both where nothing is told. */
export function nameBlock(
  line: string,
  agendaItemId: string,
  judgements: NameJudgements,
  shown: NameShown,
): KnownBlock {
  const brief = briefLine(judgements, agendaItemId, shown);
  if (!brief) return section(line);
  return section(
    `${line}\n${brief.line}`,
    judgementButton.button(namePhrases[shown.language].standard, { agendaItemId }),
  );
}

/** "41 đủ tiêu chuẩn · 12 cần xem"; empty where nothing is told of any. */
export function standingCounts(judged: readonly Judged[], shown: NameShown): string {
  const standings = judged.map((one) => briefOf(one, shown).standing);
  const count = (wanted: Standing) => standings.filter((one) => one === wanted).length;
  return briefPhrases[shown.language].counts({
    met: count('met'),
    look: count('look'),
    short: count('short'),
  });
}

/** When it was judged; nothing where nothing is told. */
export function judgedAtBlocks(
  { at, of }: { at: Date; of: ReadonlyMap<string, unknown> },
  { language, zone }: Pick<NameShown, 'language' | 'zone'>,
): KnownBlock[] {
  if (of.size === 0) return [];
  return [context(namePhrases[language].judgedAt({ when: formatInstant(at, zone) }))];
}

/** The whole judgement of one name. */
export function judgementView(
  { eligibility, at }: { eligibility: Eligibility; at: Date },
  shown: NameShown,
): ModalView {
  const say = rulebookPhrases[shown.language];
  const when = formatInstant(at, shown.zone);
  return readingModal({ title: say.evaluationTitle, close: say.close }, [
    ...eligibilityBlocks(eligibility, shown).slice(0, 99),
    context(namePhrases[shown.language].judgedAt({ when })),
  ]);
}
