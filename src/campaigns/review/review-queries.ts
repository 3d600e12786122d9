import type { Tx } from '../../database/client.ts';
import type { ProposedForm, ReviewKind } from '../../database/generated/enums.ts';
import { type Day, dayOf } from '../../kernel/time.ts';
import { namedWithUnit } from '../../people/queries.ts';
import { readLines } from '../progress/posted-lines.ts';
import { markOf } from '../progress/progress-queries.ts';
import type { RankLine } from '../progress/ranking.ts';

export interface ReviewTexts {
  heldOn: Day;
  results: string;
  /** Hạn chế và nguyên nhân. */
  limits: string;
  lessons: string;
}

export interface Review extends ReviewTexts {
  id: string;
  campaignId: string;
  kind: ReviewKind;
  revision: number;
  writtenByName: string;
  writtenAt: Date;
  finished: { byName: string; at: Date; lines: readonly RankLine[] } | null;
}

const columns = {
  ...{ id: true, campaignId: true, kind: true, revision: true },
  ...{ heldOn: true, results: true, limits: true, lessons: true, lines: true },
  ...{ writtenAt: true, finishedAt: true },
  writtenBy: { select: { fullName: true } },
  finishedBy: { select: { fullName: true } },
} as const;

/** A review of a campaign by its kind, or any by its id. */
export async function findReview(
  tx: Tx,
  search: { id: string } | { campaignId: string; kind: ReviewKind },
): Promise<Review | null> {
  const row = await tx.campaignReview.findUnique({
    where: 'id' in search ? search : { campaignId_kind: search },
    select: columns,
  });
  if (!row) return null;
  const { heldOn, writtenBy, finishedBy, finishedAt, lines, ...review } = row;
  return {
    ...review,
    heldOn: dayOf(heldOn),
    writtenByName: writtenBy.fullName,
    finished:
      finishedAt && finishedBy
        ? { byName: finishedBy.fullName, at: finishedAt, lines: readLines(lines) }
        : null,
  };
}

/** A mid-term review that was written and is not finished. */
export async function unfinishedMidterm(
  tx: Tx,
  campaignId: string,
): Promise<{ id: string; writtenById: string } | null> {
  return tx.campaignReview.findFirst({
    where: { campaignId, kind: 'midterm', finishedAt: null },
    select: { id: true, writtenById: true },
  });
}

/** A commendation that a final review proposes. */
export interface Proposal {
  id: string;
  personId: string | null;
  unitId: string | null;
  name: string;
  /** Where a person works. */
  unitName: string | null;
  form: ProposedForm;
  merit: string;
  proposedByName: string;
}

/** A list of proposals in short, so that nobody sends on what they have not seen. */
export function listedMark(proposals: readonly Pick<Proposal, 'id'>[]): string {
  return markOf(proposals.map(({ id }) => id));
}

/** Those that stand, collectives first, in the order in which they were proposed. */
export async function proposalsOf(tx: Tx, campaignId: string): Promise<Proposal[]> {
  const rows = await tx.campaignProposal.findMany({
    where: { campaignId, removedAt: null },
    orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
    select: {
      ...{ id: true, personId: true, unitId: true, form: true, merit: true },
      unit: { select: { name: true } },
      person: namedWithUnit,
      proposedBy: { select: { fullName: true } },
    },
  });
  const collectivesFirst = rows.toSorted(
    (one, other) => Number(one.unitId === null) - Number(other.unitId === null),
  );
  return collectivesFirst.map(({ unit, person, proposedBy, ...row }) => ({
    ...row,
    name: unit?.name ?? person?.fullName ?? '',
    unitName: person?.postings[0]?.unit.name ?? null,
    proposedByName: proposedBy.fullName,
  }));
}
