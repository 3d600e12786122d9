import type { Tx } from '../../database/client.ts';
import type { AnnulmentState } from '../../database/generated/enums.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { unitsUnder } from '../../people/units-under.ts';
import { inOffice } from '../authority.ts';
import { findVote, type Vote, type VoteTarget } from '../ballots/vote-queries.ts';

export interface VoteAnnulment {
  id: string;
  target: VoteTarget;
  state: AnnulmentState;
  reason: string;
  proposedById: string;
  proposedByName: string;
  proposedAt: Date;
  settledById: string | null;
  settledByName: string | null;
  settledAt: Date | null;
  declineReason: string | null;
}

const fields = {
  id: true,
  ballotId: true,
  sheetId: true,
  state: true,
  reason: true,
  proposedById: true,
  proposedAt: true,
  settledById: true,
  settledAt: true,
  declineReason: true,
  proposedBy: { select: { fullName: true } },
  settledBy: { select: { fullName: true } },
} as const;

export async function findVoteAnnulment(tx: Tx, id: string): Promise<VoteAnnulment | null> {
  const row = await tx.ballotAnnulment.findUnique({ where: { id }, select: fields });
  if (!row) return null;
  const { ballotId, sheetId, proposedBy, settledBy, ...plain } = row;
  return {
    ...plain,
    target: targetOf({ ballotId, sheetId }),
    proposedByName: proposedBy.fullName,
    settledByName: settledBy?.fullName ?? null,
  };
}

function targetOf(row: { ballotId: string | null; sheetId: string | null }): VoteTarget {
  if (row.ballotId !== null) return { ballotId: row.ballotId };
  if (row.sheetId !== null) return { sheetId: row.sheetId };
  throw new Error('an annulment of neither a ballot nor a sheet');
}

/** The proposal on a vote that waits for its second person, if there is one. */
export async function waitingAnnulment(tx: Tx, target: VoteTarget): Promise<string | null> {
  const row = await tx.ballotAnnulment.findFirst({
    where: { ...target, state: 'proposed' },
    select: { id: true },
  });
  return row?.id ?? null;
}

/** Proposals that this person may settle, oldest first. */
export async function annulmentsToSettle(
  deps: Deps,
  actor: Actor,
): Promise<{ annulment: VoteAnnulment; vote: Vote }[]> {
  const on = today(deps);
  const units = await unitsUnder(deps.db, actor, ['head', 'secretary'], on);
  const seat = { personId: actor.personId, ...inOffice(on) };
  const council = {
    OR: [
      { unitId: { in: units.map(({ id }) => id) } },
      { members: { some: { ...seat, office: { in: ['chair' as const, 'secretary' as const] } } } },
    ],
  };
  const rows = await deps.db.ballotAnnulment.findMany({
    where: {
      state: 'proposed',
      proposedById: { not: actor.personId },
      OR: [
        { ballot: { agendaItem: { sitting: { council } } } },
        { sheet: { sitting: { council } } },
      ],
    },
    orderBy: { proposedAt: 'asc' },
    select: { id: true },
  });
  const found = await Promise.all(
    rows.map(async ({ id }) => {
      const annulment = await findVoteAnnulment(deps.db, id);
      const vote = annulment && (await findVote(deps, deps.db, annulment.target));
      return annulment && vote && !vote.barred.has(actor.personId) ? [{ annulment, vote }] : [];
    }),
  );
  return found.flat();
}
