import type { Rendered } from '../jobs/kinds.ts';
import { type Day, formatDay } from '../kernel/time.ts';
import { awardName } from '../rulebook/explain.ts';
import { actions, escapeText, section } from '../slack/blocks.ts';
import type { StoredAward } from './award-queries.ts';
import { openRecord, type RecordSubject } from './controls.ts';
import { phrases } from './phrases.ts';
import type { Shown } from './record-views.ts';

/** To whom is given something by a signed decision. */
export function awardRecordedNews(award: StoredAward, shown: Shown): NonNullable<Rendered> {
  const say = phrases[shown.language];
  const about = describe(award, shown);
  const text = award.annulled
    ? say.awardGone(about)
    : say.awardGiven({ ...about, toUnit: award.personId === null });
  return { text, blocks: [section(text), opening(award, shown)] };
}

/** That the decision was attached by mistake. */
export function awardAnnulledNews(
  award: StoredAward,
  told: { number: string; decidedOn: Day; reason: string },
  shown: Shown,
): NonNullable<Rendered> {
  const say = phrases[shown.language];
  const { number, decidedOn, reason } = told;
  const text = say.awardTakenBack({
    ...describe({ ...award, number, decidedOn }, shown),
    reason: escapeText(reason),
  });
  return { text, blocks: [section(text), opening(award, shown)] };
}

function describe(award: StoredAward, { rulebook, language }: Shown) {
  const { title, year, subjectName, number, decidedOn, signatory } = award;
  return {
    award: escapeText(awardName(rulebook, title, language)),
    year,
    name: escapeText(subjectName),
    number: escapeText(number),
    day: formatDay(decidedOn),
    signatory: escapeText(signatory),
  };
}

function opening({ personId, unitId }: StoredAward, { language }: Shown) {
  const of: RecordSubject = personId ? { personId } : { unitId: unitId ?? '' };
  return actions('records.award', openRecord.button(phrases[language].openRecord, { of }));
}
