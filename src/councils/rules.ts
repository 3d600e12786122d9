import { createHash } from 'node:crypto';

export type CouncilOffice = 'chair' | 'vice_chair' | 'standing_member' | 'secretary' | 'member';
export type Choice = 'agree' | 'disagree' | 'other';
export const CHOICES = ['agree', 'disagree', 'other'] as const satisfies readonly Choice[];

/** Fewer voters than this, and the result of a secret ballot tells how each of them voted. */
export const SMALLEST_SECRET_BALLOT = 3;

/** Longest time that a ballot may stay open, in days. */
export const LONGEST_BALLOT_DAYS = 60;

export interface RollMember {
  personId: string;
  office: CouncilOffice;
  /** Why the member may not vote on this item; null: may vote. */
  excluded: Exclusion | null;
}

/** An author; the head who is one, where the State invests; a conflict of interest that was declared. */
export type Exclusion = 'author' | 'head_author' | 'declared';

/**
 * The roll of one ballot or the panel of one scoring: every member, those in conflict excluded. Thông tư 18/2013/TT-BKHCN
 * Điều 8 says so of the head who is the author of a State-invested initiative; the app holds it for all
 * authors and for those who declared a conflict.
 */
export function drawRoll(
  members: readonly { personId: string; office: CouncilOffice }[],
  conflicts: ReadonlyMap<string, Exclusion>,
): RollMember[] {
  return members.map(({ personId, office }) => ({
    personId,
    office,
    excluded: conflicts.get(personId) ?? null,
  }));
}

/** SHA-256 of the roll, the same for the same members in any order. */
export function rollHash(roll: readonly RollMember[]): string {
  const lines = roll.map(
    (member) => `${member.personId} ${member.office} ${member.excluded ?? '-'}`,
  );
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('hex');
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
