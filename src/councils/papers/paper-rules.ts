import type { FileType, PaperKind } from '../../database/generated/enums.ts';
import type { Day } from '../../kernel/time.ts';

// When a signed copy of a sitting's paper is taken. Nghị định 30/2020/NĐ-CP Điều 8, Điều 9: a paper has its number,
// the day of its signing and who signed it.

/** A scan, a picture of each page, or a file that is signed by itself. */
export const PAPER_TYPES: readonly FileType[] = ['pdf', 'docx', 'jpg', 'png', 'heic'];

/**
 * What the head of the unit decides after the council: titles and initiatives of the unit itself. Others are
 * proposed to the level above. Luật 06/2022/QH15 Điều 79, Điều 75; not verified for each agency.
 */
export const DECIDED_HERE: ReadonlySet<string> = new Set([
  'ldtt',
  'ttldtt',
  'cstdcs',
  'giay_khen',
  'sang_kien',
]);

/** Which paper of a sitting: the title of a year, or the initiatives, that a decision is about. */
export interface PaperRef {
  kind: PaperKind;
  itemKey: string | null;
  year: number | null;
}

/** "decision:cstdcs:2026", "sitting::" */
export function refKey({ kind, itemKey, year }: PaperRef): string {
  return `${kind}:${itemKey ?? ''}:${year ?? ''}`;
}

/** Whether a paper tells of the ballots on such an item: minutes of all, a decision of its own. */
export function speaksOf(
  { kind, itemKey, year }: PaperRef,
  item: { itemKey: string; year: number | null },
): boolean {
  return kind !== 'decision' || (itemKey === item.itemKey && year === item.year);
}

/** Numbers that differ in capitals or spaces only are the same. */
export function sameNumber(a: string, b: string): boolean {
  return cleanNumber(a).toLocaleLowerCase('vi') === cleanNumber(b).toLocaleLowerCase('vi');
}

export function cleanNumber(number: string): string {
  return number.trim().replaceAll(/\s+/g, ' ');
}

/** How Nghị định 30/2020/NĐ-CP has the kinds of papers abbreviated in their symbols. */
const SYMBOLS: Readonly<Record<PaperKind, string>> = {
  sitting: 'BB',
  count: 'BB',
  decision: 'QĐ',
};

/** "12/BB-HĐSK", "905/QĐ-BHXH": a number, and a symbol that begins with the kind of paper. */
function hasShape({ ref, number }: Pick<PaperForm, 'ref' | 'number'>): boolean {
  const [serial = '', ...symbol] = cleanNumber(number).normalize('NFC').split('/');
  const kind = symbol.at(-1)?.trim().toLocaleUpperCase('vi') ?? '';
  return /\d/.test(serial) && kind.startsWith(SYMBOLS[ref.kind]);
}

export const PAPER_PROBLEMS = [
  /** A ballot that it would tell of is still open. */
  'ballot_open',
  /** Nothing is counted yet, or nothing has passed that a decision could follow. */
  'nothing_counted',
  'nothing_passed',
  /** A signed copy of this paper is attached already. */
  'already_attached',
  /** Somebody proposed to annul a result that it tells of. */
  'annulment_waits',
  /** Results that it would tell of are held, and some concern who attaches it: taken or refused would tell them. */
  'concerned_by_held',
  /** The one to be replaced stands no more. */
  'taken_back_before',
  'number_missing',
  /** Minutes with the symbol of a decision, or the other way round. */
  'number_shape',
  'number_used',
  'signed_in_future',
  /** Before the sitting, or before the count. */
  'signed_before',
  'signatory_missing',
  'reason_missing',
  /** The recognition is recorded by another number or day. */
  'decision_differs',
  /** Who attached it runs the sitting no more. */
  'may_not',
] as const;

export interface PaperProblem {
  code: (typeof PAPER_PROBLEMS)[number];
  field: 'paper' | 'number' | 'signedOn' | 'signatory' | 'reason';
  /** The day that it may not be before; the day of what stands. */
  day?: Day;
  /** The number of what stands. */
  number?: string;
  /** Of the paper whose number has another shape. */
  kind?: PaperKind;
}

export interface PaperForm {
  ref: PaperRef;
  number: string;
  signedOn: Day;
  signatory: string;
  /** The signed copy in whose place it comes, and why. */
  replaces: { id: string; reason: string } | null;
}

export interface PaperFacts {
  today: Day;
  /** The day of the sitting. */
  heldOn: Day;
  /** Those that the paper tells of. */
  ballots: readonly {
    open: boolean;
    result: string | null;
    closedOn: Day | null;
    annulled: boolean;
    annulmentWaits: boolean;
  }[];
  /** The signed copy of the same paper that stands. */
  standing: { id: string; number: string; signedOn: Day } | null;
  /** Another paper of the council of this kind and year has the number. */
  numberUsed: boolean;
  /** It is a decision on results that are held from who attaches it, as held results concern them. */
  concernedByHeld: boolean;
  /** The recognitions that are recorded after these ballots: one of them. */
  recorded: { number: string; signedOn: Day } | null;
}

/** All that is wrong with a signed copy, each at its field. */
export function problemsWith(form: PaperForm, facts: PaperFacts): PaperProblem[] {
  const { number, signedOn, signatory, replaces } = form;
  const earliest = facts.ballots.reduce(
    (day, { closedOn }) => (closedOn !== null && closedOn > day ? closedOn : day),
    facts.heldOn,
  );
  const paper = problemWithPaper(form, facts);
  return [
    ...(paper ? [paper] : []),
    ...(cleanNumber(number) === '' ? [{ code: 'number_missing', field: 'number' } as const] : []),
    ...(cleanNumber(number) !== '' && !hasShape(form)
      ? [{ code: 'number_shape', field: 'number', kind: form.ref.kind } as const]
      : []),
    ...(facts.numberUsed ? [{ code: 'number_used', field: 'number' } as const] : []),
    ...problemWithRecorded(form, facts),
    ...(signedOn > facts.today ? [{ code: 'signed_in_future', field: 'signedOn' } as const] : []),
    ...(signedOn < earliest
      ? [{ code: 'signed_before', field: 'signedOn', day: earliest } as const]
      : []),
    ...(signatory.trim() === ''
      ? [{ code: 'signatory_missing', field: 'signatory' } as const]
      : []),
    ...(replaces && replaces.reason.trim() === ''
      ? [{ code: 'reason_missing', field: 'reason' } as const]
      : []),
  ];
}

function problemWithPaper(
  { ref, replaces }: PaperForm,
  { ballots, standing, concernedByHeld }: PaperFacts,
): PaperProblem | null {
  if (concernedByHeld) return { code: 'concerned_by_held', field: 'paper' };
  const counted = ballots.filter(({ open, annulled }) => !open && !annulled);
  if (replaces && standing?.id !== replaces.id)
    return { code: 'taken_back_before', field: 'paper' };
  if (standing && !replaces) {
    const { number, signedOn: day } = standing;
    return { code: 'already_attached', field: 'paper', number, day };
  }
  if (ballots.some(({ open }) => open)) return { code: 'ballot_open', field: 'paper' };
  if (counted.length === 0) return { code: 'nothing_counted', field: 'paper' };
  if (ref.kind === 'decision' && !counted.some(({ result }) => result === 'passed'))
    return { code: 'nothing_passed', field: 'paper' };
  if (ballots.some(({ annulmentWaits }) => annulmentWaits))
    return { code: 'annulment_waits', field: 'paper' };
  return null;
}

/** Two decisions on the same initiatives would differ. */
function problemWithRecorded(form: PaperForm, { recorded }: PaperFacts): PaperProblem[] {
  if (recorded === null) return [];
  const same = sameNumber(form.number, recorded.number) && form.signedOn === recorded.signedOn;
  if (same) return [];
  const { number, signedOn: day } = recorded;
  return [{ code: 'decision_differs', field: 'number', number, day }];
}
