import { createHash } from 'node:crypto';

export type CouncilOffice = 'chair' | 'vice_chair' | 'standing_member' | 'secretary' | 'member';
export type Choice = 'agree' | 'disagree' | 'other';
export const CHOICES = ['agree', 'disagree', 'other'] as const satisfies readonly Choice[];

/** Fewer voters than this, and the result of a secret ballot tells how each of them voted. */
export const SMALLEST_SECRET_BALLOT = 3;

/**
 * How an item may be voted on: where the rule says secret, only so; elsewhere the secretary may also choose
 * secret, never the other way round.
 */
export function methodsAllowed({ method }: { method: 'secret' | 'open' | 'either' }) {
  return method === 'secret' ? (['secret'] as const) : (['open', 'secret'] as const);
}

/** Longest time that a ballot may stay open, in days. */
export const LONGEST_BALLOT_DAYS = 60;

export interface RollMember<Why extends Exclusion = Exclusion> {
  personId: string;
  office: CouncilOffice;
  /** Why the member may not vote on this item; null: may vote. */
  excluded: Why | null;
  /** By the roll-call of the sitting; null or left out where there was none. */
  attendance?: 'present' | 'absent' | 'written' | null;
  /** Of a substitute: the member whose seat it is. */
  standsInForId?: string | null;
}

/** A seat of a council at a sitting, and who holds it there. */
export interface Seat {
  personId: string;
  office: CouncilOffice;
  standsInForId: string | null;
}

/**
 * The seats of a council with who holds them: a substitute who is there in a member's place, else the member. A
 * substitute has the seat and its vote, not its office: nobody becomes the chair by standing in for one.
 *
 * @param standIns the substitutes who are there, by the member for whom they came
 */
export function seatsHeld(
  members: readonly { personId: string; office: CouncilOffice }[],
  standIns: ReadonlyMap<string, string>,
): Seat[] {
  const sitting = new Set(members.map(({ personId }) => personId));
  return members.map(({ personId, office }) => {
    const standIn = standIns.get(personId);
    return standIn === undefined || sitting.has(standIn)
      ? { personId, office, standsInForId: null }
      : { personId: standIn, office: 'member', standsInForId: personId };
  });
}

/** Whether somebody who runs the council, its chair or secretary, has no part in an item. */
export function leaderInConflict(roll: readonly RollMember[]): boolean {
  return roll.some(({ office, excluded }) => RUNNING.includes(office) && excluded);
}

const RUNNING: readonly CouncilOffice[] = ['chair', 'secretary'];

/** Whether the chair has no part in an item, so that somebody else presides over it. */
export function chairInConflict(roll: readonly RollMember[]): boolean {
  return roll.some(({ office, excluded }) => office === 'chair' && excluded);
}

/**
 * Who presides over an item: the chair, else the first vice chair in the order of the roll, who takes part in it and is
 * not absent. Null: the council names somebody.
 */
export function presiderOf<Member extends RollMember>(roll: readonly Member[]): Member | null {
  const there = roll.filter(
    ({ excluded, attendance }) => !excluded && attendance !== 'absent' && attendance !== 'written',
  );
  return (
    there.find(({ office }) => office === 'chair') ??
    there.find(({ office }) => office === 'vice_chair') ??
    null
  );
}

/**
 * An author; the head who is one, where the State invests; a conflict of interest that was declared; the person
 * whom a nomination is about; a declared relative of one of these; their immediate superior, where the rule says so.
 */
export type Exclusion = 'author' | 'head_author' | 'declared' | 'subject' | 'relative' | 'superior';

/** Why a member does not score an initiative. */
export type ScoringExclusion = Exclude<Exclusion, 'subject'>;

/**
 * The roll of one ballot or the panel of one scoring: every member, those in conflict excluded. Thông tư 18/2013/TT-BKHCN
 * Điều 8 says so of the head who is the author of a State-invested initiative; the app holds it for all
 * authors and for those who declared a conflict.
 */
export function drawRoll<Why extends Exclusion>(
  members: readonly { personId: string; office: CouncilOffice; standsInForId?: string | null }[],
  conflicts: ReadonlyMap<string, Why>,
): RollMember<Why>[] {
  return members.map(({ personId, office, standsInForId }) => ({
    personId,
    office,
    excluded: conflicts.get(personId) ?? null,
    ...(standsInForId ? { standsInForId } : {}),
  }));
}

/** SHA-256 of the roll, the same for the same members in any order. */
export function rollHash(roll: readonly RollMember[]): string {
  const lines = roll.map(({ personId, office, excluded, attendance, standsInForId }) =>
    [personId, office, excluded ?? '-', attendance, standsInForId].filter(Boolean).join(' '),
  );
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('hex');
}

/**
 * The roll with how each member was found at the roll-call. Who was not called, as one who joined the council after it,
 * was not there: they vote once the roll is called again, so that no vote is counted of somebody outside the quorum.
 */
export function withAttendance(
  roll: readonly RollMember[],
  attendance: ReadonlyMap<string, NonNullable<RollMember['attendance']>>,
): (RollMember & { attendance: NonNullable<RollMember['attendance']> | null })[] {
  const uncalled = attendance.size > 0 ? 'absent' : null;
  return roll.map((member) => ({
    ...member,
    attendance: attendance.get(member.personId) ?? uncalled,
  }));
}

/** Whether a member on the roll may cast a vote: the same as `mayCast` in SQL. */
export function castsVote(
  { excluded, attendance }: RollMember,
  { absentWritten }: { absentWritten: boolean },
): boolean {
  if (excluded || attendance === 'absent') return false;
  return attendance !== 'written' || absentWritten;
}

/** Members on a roll who may vote and are there by the roll-call; all who may vote where there was none. */
export function thereToVote(roll: readonly RollMember[]): number {
  const called = roll.some(({ attendance }) => attendance);
  return roll.filter(
    ({ excluded, attendance }) => !excluded && (!called || attendance === 'present'),
  ).length;
}

const OFFICE_ORDER: Record<CouncilOffice, number> = {
  chair: 0,
  vice_chair: 1,
  standing_member: 2,
  secretary: 3,
  member: 4,
};

/** Chair first, then as a council is listed. */
export function byOffice(a: { office: CouncilOffice }, b: { office: CouncilOffice }): number {
  return OFFICE_ORDER[a.office] - OFFICE_ORDER[b.office];
}
