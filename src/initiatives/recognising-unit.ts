import { inOffice } from '../councils/authority.ts';
import type { Tx } from '../database/client.ts';
import { type Deps, today } from '../kernel/deps.ts';
import { unitAndAbove } from '../people/queries.ts';

/** The body that recognises an initiative or does not, as its papers name it. */
export interface RecognisingUnit {
  id: string;
  name: string;
  /** Cơ quan chủ quản; null when there is none above. */
  superiorName: string | null;
}

/**
 * The unit whose council has voted on an initiative; before that, the nearest one at or above the
 * initiative's unit with an initiative council in office, else the one at the top.
 */
export async function recognisingUnit(
  deps: Deps,
  tx: Tx,
  { id, unitId }: { id: string; unitId: string },
): Promise<RecognisingUnit> {
  const recognises = (await votedBy(tx, id)) ?? (await nearestWithCouncil(deps, tx, unitId));
  const { name, parent } = await tx.unit.findUniqueOrThrow({
    where: { id: recognises },
    select: { name: true, parent: { select: { name: true } } },
  });
  return { id: recognises, name, superiorName: parent?.name ?? null };
}

/** The unit of the council whose ballot the decision follows, or that has decided last. */
async function votedBy(tx: Tx, initiativeId: string): Promise<string | null> {
  const decision = await tx.initiativeDecision.findUnique({
    where: { initiativeId },
    select: { ballotId: true },
  });
  const ballot = await tx.ballot.findFirst({
    where: decision
      ? { id: decision.ballotId }
      : { result: { in: ['passed', 'not_passed'] }, agendaItem: { initiativeId } },
    orderBy: { closedAt: 'desc' },
    select: {
      agendaItem: {
        select: { sitting: { select: { council: { select: { unitId: true } } } } },
      },
    },
  });
  return ballot?.agendaItem.sitting.council.unitId ?? null;
}

async function nearestWithCouncil(deps: Deps, tx: Tx, unitId: string): Promise<string> {
  const line = await unitAndAbove(tx, unitId);
  const councils = await tx.council.findMany({
    where: { kind: 'initiative', unitId: { in: line }, ...inOffice(today(deps)) },
    select: { unitId: true },
  });
  const having = new Set(councils.map((council) => council.unitId));
  return line.find((id) => having.has(id)) ?? line.at(-1) ?? unitId;
}
