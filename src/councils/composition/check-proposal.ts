import type { Tx } from '../../database/client.ts';
import { addDays, type Day, formatDay } from '../../kernel/time.ts';
import { inOffice } from '../authority.ts';
import { byOffice } from '../rules.ts';
import { refusal } from './composition-refusal.ts';
import { FARTHEST_START_DAYS, MOST_MEMBERS, type Seat } from './composition-rules.ts';

/** The decision on who sits on a council, as it was filled in. */
export interface Decision {
  number: string;
  decidedOn: Day | undefined;
  from: Day | undefined;
}

export interface CheckedDecision {
  number: string;
  decidedOn: Day;
  from: Day;
}

/** What is recorded of a council or of a later composition of one. */
export interface Proposal extends Decision {
  name: string;
  to: Day | null;
  members: readonly Seat[];
}

export interface CheckedProposal extends CheckedDecision {
  name: string;
  to: Day | null;
  /** In order of office. */
  members: Seat[];
}

/** @throws AppError at the field: number_missing, day_missing, decided_in_future, days_wrong */
export function checkedDecision(decision: Decision, today: Day): CheckedDecision {
  const { decidedOn, from } = decision;
  const number = decision.number.normalize('NFC').trim();
  if (number === '') throw refusal('number_missing', (say) => say.numberMissing, 'number');
  if (!decidedOn) throw refusal('day_missing', (say) => say.dayMissing, 'decidedOn');
  if (decidedOn > today)
    throw refusal(
      'decided_in_future',
      (say) => say.decidedInFuture({ today: formatDay(today) }),
      'decidedOn',
    );
  if (!from) throw refusal('day_missing', (say) => say.dayMissing, 'from');
  if (from < decidedOn)
    throw refusal(
      'days_wrong',
      (say) => say.fromBeforeDecision({ day: formatDay(decidedOn) }),
      'from',
    );
  const farthest = addDays(today, FARTHEST_START_DAYS);
  if (from > farthest)
    throw refusal('days_wrong', (say) => say.fromTooFar({ day: formatDay(farthest) }), 'from');
  return { number, decidedOn, from };
}

/**
 * @throws AppError at the field: name_missing and those of `checkedDecision` and `checkMembers`
 */
export async function checkedProposal(
  tx: Tx,
  proposal: Proposal,
  today: Day,
): Promise<CheckedProposal> {
  await checkMembers(tx, proposal.members, today);
  const name = proposal.name.normalize('NFC').trim();
  if (name === '') throw refusal('name_missing', (say) => say.nameMissing, 'name');
  const decision = checkedDecision(proposal, today);
  const { to } = proposal;
  if (to !== null && to < decision.from)
    throw refusal('days_wrong', (say) => say.endsBeforeItBegins, 'to');
  return { ...decision, name, to, members: proposal.members.toSorted(byOffice) };
}

/**
 * Whether these may be a council: one chair, each of them once, all at work in the agency.
 *
 * @throws AppError at the office's field: no_chair, member_twice, too_many_members, not_working
 */
export async function checkMembers(tx: Tx, members: readonly Seat[], today: Day): Promise<void> {
  if (!members.some(({ office }) => office === 'chair'))
    throw refusal('no_chair', (say) => say.noChair, 'chair');
  const seen = new Set<string>();
  for (const { personId, office } of members.toSorted(byOffice)) {
    if (seen.has(personId)) {
      const names = await namesOf(tx, [personId]);
      throw refusal('member_twice', (say) => say.twice({ names }), office);
    }
    seen.add(personId);
  }
  if (members.length > MOST_MEMBERS)
    throw refusal('too_many_members', (say) => say.tooMany({ most: MOST_MEMBERS }), 'member');
  const working = await workingOn(tx, [...seen], today);
  const [gone] = members.filter(({ personId }) => !working.has(personId));
  if (!gone) return;
  const names = await namesOf(
    tx,
    members
      .filter(({ personId, office }) => office === gone.office && !working.has(personId))
      .map(({ personId }) => personId),
  );
  throw refusal('not_working', (say) => say.notWorking({ names }), gone.office);
}

/** Those of the people who have a posting on a day. */
export async function workingOn(
  tx: Tx,
  personIds: readonly string[],
  on: Day,
): Promise<Set<string>> {
  const rows = await tx.posting.findMany({
    where: { personId: { in: [...personIds] }, ...inOffice(on) },
    select: { personId: true },
  });
  return new Set(rows.map(({ personId }) => personId));
}

export async function namesOf(tx: Tx, personIds: readonly string[]): Promise<string> {
  const rows = await tx.person.findMany({
    where: { id: { in: [...personIds] } },
    orderBy: { fullName: 'asc' },
    select: { fullName: true },
  });
  return rows.map(({ fullName }) => fullName).join(', ');
}
