import type { AdministrativeContent } from '../../documents/administrative.ts';
import { placeAndDate } from '../../documents/dates.ts';
import { dayIn, formatInstant } from '../../kernel/time.ts';
import type { Rulebook } from '../../rulebook/rules.ts';
import { annulments } from '../names/annulled-lines.ts';
import { sittingPhrases as phrases } from '../sittings/sitting-phrases.ts';
import type { CountedBallot, MinutesFacts, MinutesItem } from './minutes-queries.ts';

// What biên bản họp, biên bản kiểm phiếu and dự thảo quyết định have in common: they are in administrative layout (Nghị định
// 30/2020/NĐ-CP), ready to be signed, and Vietnamese, as official papers are.

export interface PaperContext {
  rulebook: Rulebook;
  zone: string;
  now: Date;
}

export type Part = AdministrativeContent['parts'][number];

const say = phrases.vi;

export interface Group {
  itemKey: string;
  year: number | null;
  items: MinutesItem[];
}

/** The agenda in its order, the names of one title and the initiatives together. */
export function groupsOf(items: readonly MinutesItem[]): Group[] {
  const groups: Group[] = [];
  for (const one of items) {
    const { itemKey, kind } = one.item;
    const last = groups.at(-1);
    const same = last && last.itemKey === itemKey && last.year === one.year && kind !== 'other';
    if (same) last.items.push(one);
    else groups.push({ itemKey, year: one.year, items: [one] });
  }
  return groups;
}

export const RESULT = {
  passed: 'Thông qua',
  not_passed: 'Không thông qua',
  no_quorum: 'Chưa đủ số thành viên tham gia',
} as const;

export function votesOf({ outcome, choicesKept }: CountedBallot): [string, string, string] {
  if (choicesKept) return ['–', '–', '–'];
  return [String(outcome.agree), String(outcome.disagree), String(outcome.other)];
}

/** "8/9 (88,9%)", of the base that the rule says; whole per mille, rounded half up. */
export function shareOf({ outcome, choicesKept }: CountedBallot): string {
  const { agree, base } = outcome;
  if (choicesKept || base.size === 0) return '–';
  const mille = Math.floor((2000 * agree + base.size) / (2 * base.size));
  return `${agree}/${base.size} (${Math.floor(mille / 10)},${mille % 10}%)`;
}

export function subjectOf({ kind, number, title, unitName }: MinutesItem['item']): string {
  if (kind === 'nomination') return unitName ? `${title} (${unitName})` : title;
  return kind === 'initiative' ? `${number} – ${title}` : title;
}

export function letterhead(facts: MinutesFacts, context: PaperContext, kind: 'BB') {
  const symbol = facts.council.kind === 'initiative' ? 'HĐSK' : 'HĐTĐKT';
  return {
    superior: facts.unit.name,
    issuer: facts.council.name,
    number: `……/${kind}-${symbol}`,
    placeAndDate: placeAndDate(dayIn(context.zone, facts.startsAt)),
  };
}

export function withOffice({
  name,
  office,
}: Pick<MinutesFacts['attendees'][number], 'name' | 'office'>) {
  return `${name}, ${say.offices[office]}`;
}

export function nameOf({ attendees }: MinutesFacts, office: 'secretary'): string {
  return attendees.find((one) => one.office === office)?.name ?? '';
}

/** Votes before the ones that decide which had no quorum, each time once, with how many came. */
export function earlierParts(items: readonly MinutesItem[], zone: string): Part[] {
  const rounds = new Map<string, string[]>();
  for (const { item, earlier } of items)
    for (const { closedAt, quorum } of earlier) {
      if (!quorum) continue;
      const { came, needed } = quorum;
      const round = `${formatInstant(closedAt, zone)}: ${came} thành viên tham gia, cần ít nhất ${needed}, chưa đủ nên biểu quyết lại`;
      rounds.set(round, [...(rounds.get(round) ?? []), subjectOf(item)]);
    }
  if (rounds.size === 0) return [];
  const lines = [...rounds].map(([round, names]) =>
    names.length === items.length && items.length > 1
      ? `${round}.`
      : `${round} (${names.join('; ')}).`,
  );
  return [
    { kind: 'field', label: 'Lần biểu quyết trước không đủ thành viên:', text: lines.join('\n') },
  ];
}

/** Earlier results that hold no more, each annulment once: when, why, by whom, and of which items. */
export function annulledParts(items: readonly MinutesItem[], zone: string): Part[] {
  const lines = annulments(items).map(({ annulled, count }) => {
    const { reason, settledAt, proposedByName, settledByName } = annulled;
    const [one] = items.filter(
      (item) => item.annulled?.settledAt.getTime() === settledAt.getTime(),
    );
    const what = count > 1 ? `${count} đề nghị` : one ? subjectOf(one.item) : '';
    const by = `${proposedByName} đề nghị, ${settledByName} xác nhận`;
    return `${what}: hủy lúc ${formatInstant(settledAt, zone)} (${by}). Lý do: ${reason}`;
  });
  if (lines.length === 0) return [];
  return [{ kind: 'field', label: 'Kết quả trước đã hủy:', text: lines.join('\n') }];
}
