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
}

/**
 * An author; the head who is one, where the State invests; a conflict of interest that was declared; the person
 * whom a nomination is about.
 */
export type Exclusion = 'author' | 'head_author' | 'declared' | 'subject';

/** Why a member does not score an initiative. */
export type ScoringExclusion = Exclude<Exclusion, 'subject'>;

/**
 * The roll of one ballot or the panel of one scoring: every member, those in conflict excluded. Thông tư 18/2013/TT-BKHCN
 * Điều 8 says so of the head who is the author of a State-invested initiative; the app holds it for all
 * authors and for those who declared a conflict.
 */
export function drawRoll<Why extends Exclusion>(
  members: readonly { personId: string; office: CouncilOffice }[],
  conflicts: ReadonlyMap<string, Why>,
): RollMember<Why>[] {
  return members.map(({ personId, office }) => ({
    personId,
    office,
    excluded: conflicts.get(personId) ?? null,
  }));
}

/** SHA-256 of the roll, the same for the same members in any order. */
export function rollHash(roll: readonly RollMember[]): string {
  const lines = roll.map(
    ({ personId, office, excluded, attendance }) =>
      `${personId} ${office} ${excluded ?? '-'}${attendance ? ` ${attendance}` : ''}`,
  );
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('hex');
}

/** The roll with how each member was found at the roll-call. */
export function withAttendance(
  roll: readonly RollMember[],
  attendance: ReadonlyMap<string, NonNullable<RollMember['attendance']>>,
): (RollMember & { attendance: NonNullable<RollMember['attendance']> | null })[] {
  return roll.map((member) => ({ ...member, attendance: attendance.get(member.personId) ?? null }));
}

/** Whether a member on the roll may cast a vote: the same as `mayCast` in SQL. */
export function castsVote(
  { excluded, attendance }: RollMember,
  { absentWritten }: { absentWritten: boolean },
): boolean {
  if (excluded || attendance === 'absent') return false;
  return attendance !== 'written' || absentWritten;
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
