import { createHash } from 'node:crypto';
import type { ExemplarConsent, ExemplarState } from '../database/generated/enums.ts';
import type { Day } from '../kernel/time.ts';
import { fold } from '../rulebook/fold.ts';

/** Most characters of each text; the words of a post fit one Slack message. */
export const LIMITS = {
  deed: 3_000,
  place: 200,
  result: 2_000,
  method: 2_000,
  beneficiaries: 500,
  citizens: 500,
  headline: 150,
  text: 3_000,
  record: 500,
} as const;

/** One form names so many people at most; a larger group is a collective. */
export const MOST_PERSONS = 5;
/** Channels that one post goes to. */
export const MOST_CHANNELS = 5;
/** Reports of one person in a day; a limit against flooding, of the app's own. */
export const MOST_REPORTS_A_DAY = 5;

/** What stands as the reason where nobody who is praised agreed to be named, or the last one took it back. */
export const NO_CONSENT = 'no_consent';

/**
 * Months after which a unit that took a model up is asked what came of it, and asked again while it has not
 * answered. The app's own: spreading is a duty of heads (Công văn 4793/BHXH-TĐKT, thứ hai) without a term.
 */
export const APPLICATION_REPORT_MONTHS = 3;

/**
 * Days from the beginning of a quarter in which heads of units without a discovery in the quarter before are
 * reminded. Discovering is the duty of heads (Công văn 4793/BHXH-TĐKT, thứ hai); once a quarter is the app's own.
 */
export const DUTY_REMINDER_DAYS = 14;

/** TD-2026-0001; the number has at least four digits. */
export function exemplarNumber(year: number, sequence: number): string {
  return `TD-${year}-${String(sequence).padStart(4, '0')}`;
}

/** The number in words that somebody typed, or null. */
export function readExemplarNumber(typed: string): string | null {
  const match = /^td[-\s]?(\d{4})[-\s]?(\d{1,6})$/.exec(fold(typed));
  return match ? exemplarNumber(Number(match[1]), Number(match[2])) : null;
}

/** Where consent and endorsement stand for one of those who are praised. */
export interface SubjectStanding {
  /** Null: a collective. */
  personId: string | null;
  unitId: string;
  name: string;
  consent: ExemplarConsent | null;
}

export interface EndorsementStanding {
  unitId: string;
  /** Null: no answer yet. */
  endorsed: boolean | null;
}

/**
 * Whether one may be named in public: the head of the unit endorsed the deed, and the person agreed. A
 * collective agrees through its head.
 */
export function mayBeNamed(
  subject: Pick<SubjectStanding, 'personId' | 'unitId' | 'consent'>,
  endorsements: readonly EndorsementStanding[],
): boolean {
  const endorsed = endorsements.some(
    (one) => one.unitId === subject.unitId && one.endorsed === true,
  );
  const agreed = subject.personId === null || agrees(subject.consent);
  return endorsed && agreed;
}

export function agrees(consent: ExemplarConsent | null): boolean {
  return consent === 'internal' || consent === 'public';
}

/** Whether everybody who is asked has answered. */
export function allAnswered(
  subjects: readonly SubjectStanding[],
  endorsements: readonly EndorsementStanding[],
): boolean {
  const refused = new Set(
    endorsements.flatMap((one) => (one.endorsed === false ? one.unitId : [])),
  );
  return (
    endorsements.every(({ endorsed }) => endorsed !== null) &&
    // Nobody waits for the consent of those whose head said no.
    subjects.every(
      ({ personId, consent, unitId }) =>
        personId === null || consent !== null || refused.has(unitId),
    )
  );
}

/** The names that stand in a text, accents and case apart. */
export function namesIn(text: string, names: readonly string[]): string[] {
  const folded = wordsOf(text);
  return names.filter((name) => {
    const sought = wordsOf(name).trim();
    return sought !== '' && folded.includes(` ${sought} `);
  });
}

/** Folded, with one space between words and at both ends. */
function wordsOf(text: string): string {
  return ` ${fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

/** Names, a line or a comma each, as the reporter wrote them. */
export function citizenNames(written: string | null): string[] {
  return (written ?? '')
    .split(/[\n,;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** A short mark of words, so that nobody publishes others than those that were previewed. */
export function textMark(words: {
  headline: string;
  text: string;
  citizenConsent: string | null;
}): string {
  const { headline, text, citizenConsent } = words;
  const content = JSON.stringify([headline, text, citizenConsent]);
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

/** The states in which the words may be written and the answers changed. */
export function isOpen(state: ExemplarState): boolean {
  return state === 'waiting' || state === 'published';
}

/** First day of the quarter of a day. */
export function quarterOf(day: Day): Day {
  const month = Number(day.slice(5, 7));
  const first = Math.floor((month - 1) / 3) * 3 + 1;
  return `${day.slice(0, 4)}-${String(first).padStart(2, '0')}-01`;
}

/** First day of the month `count` months after that of a day; before it when negative. */
export function monthFrom(day: Day, count: number): Day {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00.000Z`);
  date.setUTCMonth(date.getUTCMonth() + count);
  return date.toISOString().slice(0, 10);
}

/** "7/9 (78%)" rounds down, so that 100% means all. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part * 100) / whole);
}
