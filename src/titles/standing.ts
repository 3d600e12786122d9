import type { Language } from '../kernel/language.ts';
import { formatDay, formatInstant, slackInstant } from '../kernel/time.ts';
import type { Rulebook, TitleKey } from '../rulebook/rules.ts';
import { escapeText } from '../slack/blocks.ts';
import type { Confirmers } from './confirmers.ts';
import { phrases } from './phrases.ts';
import type { Registration, Window } from './queries.ts';
import { nameTitle } from './rules.ts';

/** How and in which language something is shown. */
export interface Shown {
  rulebook: Rulebook;
  zone: string;
  language: Language;
}

/** The person or unit of a registration, safe in mrkdwn. */
export function subjectName({ subject }: Pick<Registration, 'subject'>): string {
  return escapeText(subject.kind === 'person' ? subject.fullName : subject.unitName);
}

/** One title a line, numbered from the lowest. */
export function titleLines(titles: readonly TitleKey[], { rulebook, language }: Shown): string {
  return titles
    .map((title, index) => `${index + 1}. ${nameTitle(rulebook, title, language)}`)
    .join('\n');
}

export function titleNames(titles: readonly TitleKey[], { rulebook, language }: Shown): string {
  return titles.map((title) => nameTitle(rulebook, title, language)).join(', ');
}

/** Who is to confirm: thủ trưởng Trần Thị Bình hoặc thủ trưởng Lê Văn Cường. */
function confirmerNames(confirmers: Confirmers, language: Language): string {
  const say = phrases[language];
  const named = confirmers.role === 'head' ? say.head : say.secretary;
  return confirmers.persons
    .map((person) => named({ name: escapeText(person.fullName) }))
    .join(say.or);
}

/**
 * How a registration stands, without a full stop. In a modal instants are written in the
 * organisation's time; `live` has Slack write them in the reader's.
 */
export function standing(
  registration: Registration,
  confirmers: Confirmers | null,
  { language, zone }: Shown,
  live = false,
): string {
  const say = phrases[language];
  const { state, settledByName, settledAt, lateReason } = registration;
  const at = (instant: Date) => (live ? slackInstant(instant, zone) : formatInstant(instant, zone));
  if (state === 'withdrawn') {
    const { filedByName, filedAt } = registration;
    return say.withdrawnBy({ name: escapeText(filedByName), when: at(filedAt) });
  }
  if (state === 'submitted' || !settledAt) {
    return confirmers
      ? say.waiting({ confirmers: confirmerNames(confirmers, language) })
      : say.waitingForNobody;
  }
  const by = {
    name: escapeText(settledByName ?? ''),
    when: at(settledAt),
  };
  if (lateReason !== null) return say.registeredLateBy({ ...by, reason: escapeText(lateReason) });
  return state === 'confirmed' ? say.confirmedBy(by) : say.returnedBy(by);
}

/** The last day on which it can be amended, dd/MM/yyyy. */
export function closingDay(window: Pick<Window, 'closesOn'>): string {
  return formatDay(window.closesOn);
}

/** What to type to come back to a registration. */
export function commandFor(unitId: string | null, year: number, language: Language): string {
  const unit = language === 'vi' ? 'đơn vị ' : 'unit ';
  return `/dangky ${unitId === null ? '' : unit}${year}`;
}
