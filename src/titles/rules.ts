import type { Language } from '../kernel/language.ts';
import { assertCalendarDate, type CalendarDate } from '../rulebook/calendar.ts';
import {
  type CommendationKey,
  findInVocabulary,
  findTitle,
  ladder,
  type Rulebook,
  type Subject,
  type TitleKey,
  titlesBelow,
} from '../rulebook/rules.ts';

/** Why one of the chosen words cannot be registered; `word` is what the person gave. */
export type RegistrationProblem =
  | {
      kind: 'commendation_not_registerable';
      word: string;
      form: CommendationKey;
      citation: string;
    }
  | { kind: 'initiative_not_registerable'; word: string; citation: string }
  | { kind: 'wrong_subject'; word: string; title: TitleKey; subject: Subject }
  /** Taken out of what was shown as chosen, while `above`, which stands on it, stays chosen. */
  | { kind: 'lower_taken_out'; word: string; title: TitleKey; above: TitleKey; citation: string }
  | { kind: 'unknown'; word: string };

export type RegistrationCheck =
  | {
      ok: true;
      /** Everything to register, lowest title first. */
      titles: TitleKey[];
      /** Those of `titles` that were not chosen but stand below one that was. */
      added: TitleKey[];
    }
  | { ok: false; problems: RegistrationProblem[] };

/**
 * Checks what a person or collective wants to register and adds the titles below each choice.
 * `chosen` holds title keys or the words people use for them; `problems` keeps their order.
 * `shown` are the titles that were offered as chosen: one of them that is left out on purpose, while a
 * higher one stays, is not added again but refused. Choosing nothing is in order and registers nothing.
 */
export function checkRegistration(request: {
  rulebook: Rulebook;
  subject: Subject;
  chosen: readonly string[];
  shown?: readonly TitleKey[];
}): RegistrationCheck {
  const { rulebook, subject, shown = [] } = request;
  const chosen = new Set<TitleKey>();
  const problems: RegistrationProblem[] = [];
  for (const word of request.chosen) {
    const verdict = checkWord(rulebook, subject, word);
    if (verdict.kind === 'title') chosen.add(verdict.title);
    else problems.push(verdict);
  }
  const added = missingLower(rulebook, [...chosen]);
  for (const title of added.filter((key) => shown.includes(key))) {
    problems.push(takenOut(rulebook, title, chosen));
  }
  if (problems.length > 0) return { ok: false, problems };
  const complete = new Set([...chosen, ...added]);
  const titles = ladder(rulebook, subject).map(({ key }) => key);
  return { ok: true, titles: titles.filter((key) => complete.has(key)), added };
}

/**
 * The titles that stand below a chosen one without being chosen, lowest first, persons' ladder
 * before collectives'. Throws RuleNotFoundError on a key that is no title.
 */
export function missingLower(rulebook: Rulebook, chosen: readonly TitleKey[]): TitleKey[] {
  const below = new Set(
    chosen.flatMap((key) => titlesBelow(rulebook, key).map((title) => title.key)),
  );
  return [...ladder(rulebook, 'person'), ...ladder(rulebook, 'collective')]
    .map(({ key }) => key)
    .filter((key) => below.has(key) && !chosen.includes(key));
}

/**
 * Whether a stored registration is complete as it stands: known title keys only, of one subject,
 * none twice, none missing below another. Nothing is looked up by words and nothing is added.
 */
export function isLadderClosed(rulebook: Rulebook, chosen: readonly string[]): boolean {
  const titles = chosen.map((key) => findTitle(rulebook, key));
  const subjects = new Set(titles.map((title) => title?.subject));
  return (
    !titles.includes(undefined) &&
    subjects.size <= 1 &&
    new Set(chosen).size === chosen.length &&
    missingLower(rulebook, chosen).length === 0
  );
}

/**
 * Where a day stands against a registration window. Both ends belong to the window; days are the
 * organisation's calendar days. Throws RangeError when the window closes before it opens.
 */
export function windowState(window: {
  opensOn: CalendarDate;
  closesOn: CalendarDate;
  today: CalendarDate;
}): 'not_yet' | 'open' | 'closed' {
  const { opensOn, closesOn, today } = window;
  for (const date of [opensOn, closesOn, today]) assertCalendarDate(date);
  if (closesOn < opensOn) throw new RangeError(`Closes on ${closesOn}, before ${opensOn}`);
  if (today < opensOn) return 'not_yet';
  return today <= closesOn ? 'open' : 'closed';
}

/** When titles of one year may be registered; both days belong to it. */
export interface DatedWindow {
  year: number;
  opensOn: CalendarDate;
  closesOn: CalendarDate;
}

export type WindowChoice<W extends DatedWindow> =
  | { state: 'open' | 'not_yet' | 'closed'; window: W }
  | { state: 'none' };

/**
 * The window that is meant on a day: of the named year; or, when none is named, the open one whose
 * year is nearest to today's (the later of two as near), else the next to open, else the last closed.
 */
export function chooseWindow<W extends DatedWindow>(
  windows: readonly W[],
  request: { today: CalendarDate; year: number | null },
): WindowChoice<W> {
  const { today, year } = request;
  const judged = windows
    .filter((window) => year === null || window.year === year)
    .map((window) => ({ state: windowState({ ...window, today }), window }));
  const thisYear = Number(today.slice(0, 4));
  const distance = (one: { window: W }) => Math.abs(one.window.year - thisYear);
  const of = (state: 'open' | 'not_yet' | 'closed') => judged.filter((one) => one.state === state);
  const open = of('open').toSorted(
    (a, b) => distance(a) - distance(b) || b.window.year - a.window.year,
  );
  const next = of('not_yet').toSorted((a, b) => order(a.window.opensOn, b.window.opensOn));
  const last = of('closed').toSorted((a, b) => order(b.window.closesOn, a.window.closesOn));
  return open[0] ?? next[0] ?? last[0] ?? { state: 'none' };
}

/** A title's full name with its abbreviation: Chiến sĩ thi đua cơ sở (CSTĐCS). */
export function nameTitle(rulebook: Rulebook, key: TitleKey, language: Language): string {
  const title = findTitle(rulebook, key);
  return title ? `${title.name[language]} (${title.abbreviation})` : key;
}

/** `above` is the lowest of the chosen that stand on the title. */
function takenOut(
  rulebook: Rulebook,
  title: TitleKey,
  chosen: ReadonlySet<TitleKey>,
): RegistrationProblem {
  const [above = title] = [...chosen]
    .filter((key) => titlesBelow(rulebook, key).some((below) => below.key === title))
    .toSorted((a, b) => (findTitle(rulebook, a)?.rank ?? 0) - (findTitle(rulebook, b)?.rank ?? 0));
  const citation = rulebook.registration.lowToHigh.source;
  return { kind: 'lower_taken_out', word: title, title, above, citation };
}

function order(a: CalendarDate, b: CalendarDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function checkWord(
  rulebook: Rulebook,
  subject: Subject,
  word: string,
): RegistrationProblem | { kind: 'title'; title: TitleKey } {
  const { registration } = rulebook;
  const meaning = findInVocabulary(rulebook, word);
  switch (meaning.kind) {
    case 'title':
      if (meaning.title.subject === subject) return { kind: 'title', title: meaning.title.key };
      return {
        kind: 'wrong_subject',
        word,
        title: meaning.title.key,
        subject: meaning.title.subject,
      };
    case 'commendation':
      return {
        kind: 'commendation_not_registerable',
        word,
        form: meaning.form.key,
        citation: registration.titlesOnly.source,
      };
    case 'other':
      if (meaning.key !== 'sang_kien') return { kind: 'unknown', word };
      return {
        kind: 'initiative_not_registerable',
        word,
        citation: registration.initiativesRegistered.source,
      };
    case 'unknown':
      return { kind: 'unknown', word };
  }
}
