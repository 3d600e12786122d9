import { z } from 'zod';
import type { Tx } from '../../database/client.ts';
import type { InfluenceState, WorkLevel } from '../../database/generated/enums.ts';
import { type Day, dayOf } from '../../kernel/time.ts';
import type { InitiativeSummary } from './summary-queries.ts';

const Whole = z.string().regex(/^\d+$/);

/** What was known of the initiative's application on the day it was asked for. */
const Evidence = z.object({
  on: z.string(),
  /** Units that applied it. */
  units: z.array(z.object({ name: z.string(), since: z.string() })),
  /** Units that had reported, and what: whole hours and đồng. */
  reported: z.int().min(0),
  hours: Whole,
  dong: Whole,
});
export type Evidence = z.infer<typeof Evidence>;

/** The figures as they are now, to be kept with a request. */
export function evidenceOf({ appliedAt, sums }: InitiativeSummary, on: Day): Evidence {
  const applied = appliedAt.filter(({ endedOn, begun }) => endedOn === null && begun);
  return {
    on,
    units: applied.map(({ unitName, since }) => ({ name: unitName, since })),
    reported: sums.units,
    hours: String(sums.hours),
    dong: String(sums.dong),
  };
}

export interface InfluenceRequest {
  id: string;
  initiativeId: string;
  initiativeNumber: string;
  initiativeTitle: string;
  initiativeUnitId: string;
  /** The initiative's recognition was taken back. */
  annulled: boolean;
  level: WorkLevel;
  state: InfluenceState;
  influence: string;
  documents: string | null;
  addressee: string;
  evidence: Evidence;
  proposedByName: string;
  proposedAt: Date;
  dispatchNumber: string | null;
  dispatchedOn: Day | null;
  answerNumber: string | null;
  answeredOn: Day | null;
  signatory: string | null;
  reason: string | null;
}

export async function influenceRequest(tx: Tx, id: string): Promise<InfluenceRequest | null> {
  const [request] = await find(tx, { id });
  return request ?? null;
}

/** All that were ever made for an initiative, newest first. */
export function influenceRequests(tx: Tx, initiativeId: string): Promise<InfluenceRequest[]> {
  return find(tx, { initiativeId });
}

async function find(
  tx: Tx,
  where: { id: string } | { initiativeId: string },
): Promise<InfluenceRequest[]> {
  const rows = await tx.influenceRequest.findMany({
    where,
    orderBy: { proposedAt: 'desc' },
    select: {
      id: true,
      initiativeId: true,
      level: true,
      state: true,
      influence: true,
      documents: true,
      addressee: true,
      evidence: true,
      proposedAt: true,
      dispatchNumber: true,
      dispatchedOn: true,
      answerNumber: true,
      answeredOn: true,
      signatory: true,
      reason: true,
      proposedBy: { select: { fullName: true } },
      initiative: { select: { number: true, title: true, unitId: true, state: true } },
    },
  });
  return rows.map(({ initiative, proposedBy, evidence, dispatchedOn, answeredOn, ...own }) => ({
    ...own,
    initiativeNumber: initiative.number,
    initiativeTitle: initiative.title,
    initiativeUnitId: initiative.unitId,
    annulled: initiative.state !== 'recognised',
    evidence: Evidence.parse(evidence),
    proposedByName: proposedBy.fullName,
    dispatchedOn: dispatchedOn && dayOf(dispatchedOn),
    answeredOn: answeredOn && dayOf(answeredOn),
  }));
}

/** Requests of the given units and those below them that wait for the unit's letter. */
export async function proposedCount(tx: Tx, unitIds: readonly string[]): Promise<number> {
  const rows = await tx.$queryRaw<{ count: bigint }[]>`
    with recursive tree as (
      select id from unit where id = any(${[...unitIds]}::uuid[])
      union
      select unit.id from unit join tree on unit.parent_id = tree.id
    )
    select count(*) as count
    from influence_request request join initiative on initiative.id = request.initiative_id
    where request.state = 'proposed' and initiative.state = 'recognised'
      and initiative.unit_id in (select id from tree)`;
  return Number(rows[0]?.count ?? 0n);
}
