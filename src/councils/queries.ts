import type { z } from 'zod';
import type { Tx } from '../database/client.ts';
import type { DecisionKind } from '../database/generated/enums.ts';
import { conflictsOf } from '../initiatives/conflicts-of.ts';
import { type Deps, today } from '../kernel/deps.ts';
import type { Actor } from '../people/actor.ts';
import { unitAndAbove } from '../people/queries.ts';
import { inOffice } from './authority.ts';
import { byOffice, type Choice, type CouncilOffice, type Exclusion } from './rules.ts';
import { StoredOutcome, StoredRule } from './stored.ts';

export interface BallotPicture {
  id: string;
  method: 'open' | 'secret';
  closesAt: Date;
  closedAt: Date | null;
  rule: z.infer<typeof StoredRule>;
  rollHash: string;
  outcome: StoredOutcome | null;
  councilName: string;
  initiative: {
    id: string;
    number: string;
    title: string;
    essence: string;
    decision: { kind: DecisionKind; number: string } | null;
    authors: { name: string; share: number }[];
  };
  /** In order of office. */
  roll: {
    personId: string;
    name: string;
    office: CouncilOffice;
    excluded: Exclusion | null;
    voted: boolean;
  }[];
}

/** All that a ballot's cards show. Who voted, never how. */
export async function ballotPicture(tx: Tx, ballotId: string): Promise<BallotPicture | null> {
  const ballot = await tx.ballot.findUnique({
    where: { id: ballotId },
    select: {
      id: true,
      method: true,
      closesAt: true,
      closedAt: true,
      rule: true,
      rollHash: true,
      outcome: true,
      roll: {
        select: {
          personId: true,
          office: true,
          excluded: true,
          person: { select: { fullName: true } },
          turnout: { select: { personId: true } },
        },
      },
      agendaItem: {
        select: {
          sitting: { select: { council: { select: { name: true } } } },
          initiative: {
            select: {
              id: true,
              number: true,
              title: true,
              essence: true,
              decision: { select: { kind: true, number: true } },
              authors: {
                orderBy: { ordinal: 'asc' },
                select: { share: true, outsideName: true, person: { select: { fullName: true } } },
              },
            },
          },
        },
      },
    },
  });
  if (!ballot) return null;
  const { agendaItem, roll, rule, outcome, ...plain } = ballot;
  const { authors, ...initiative } = agendaItem.initiative;
  return {
    ...plain,
    rule: StoredRule.parse(rule),
    outcome: outcome === null ? null : StoredOutcome.parse(outcome),
    councilName: agendaItem.sitting.council.name,
    initiative: {
      ...initiative,
      authors: authors.map(({ share, outsideName, person }) => ({
        share,
        name: person?.fullName ?? outsideName ?? '',
      })),
    },
    roll: roll
      .map((entry) => ({
        personId: entry.personId,
        name: entry.person.fullName,
        office: entry.office,
        excluded: entry.excluded,
        voted: entry.turnout !== null,
      }))
      .toSorted((a, b) => byOffice(a, b) || a.name.localeCompare(b.name, 'vi')),
  };
}

/** A member's own vote in an open ballot. */
export async function ownOpenVote(
  tx: Tx,
  voter: { ballotId: string; personId: string },
): Promise<Choice | null> {
  const vote = await tx.openVote.findUnique({
    where: { ballotId_personId: voter },
    select: { choice: true },
  });
  return vote?.choice ?? null;
}

/** The receipts found in a secret ballot's box, sorted. */
export async function receiptsOf(tx: Tx, ballotId: string): Promise<string[]> {
  const rows = await tx.ballotReceipt.findMany({
    where: { ballotId },
    orderBy: { receiptHash: 'asc' },
    select: { receiptHash: true },
  });
  return rows.map((row) => row.receiptHash);
}

export interface AgendaLine {
  id: string;
  ordinal: number;
  initiativeId: string;
  number: string;
  title: string;
  /** The newest ballot on it. */
  ballot: { id: string; state: 'open' | 'closed'; result: string | null; closesAt: Date } | null;
  /** Waits for a ballot: none open, none that decided. */
  awaiting: boolean;
  /** No longer before the council: returned to its authors, withdrawn, gone on in another one. */
  left: boolean;
}

const LEFT: ReadonlySet<string> = new Set([
  'received',
  'returned',
  'form_refused',
  'withdrawn',
  'merged',
]);

export interface SittingPicture {
  id: string;
  councilId: string;
  councilUnitId: string;
  councilName: string;
  startsAt: Date;
  place: string;
  agenda: AgendaLine[];
}

const sittingFields = {
  id: true,
  startsAt: true,
  place: true,
  council: { select: { id: true, unitId: true, name: true } },
  agenda: {
    orderBy: { ordinal: 'asc' },
    select: {
      id: true,
      ordinal: true,
      initiative: { select: { id: true, number: true, title: true, state: true } },
      ballots: {
        orderBy: { openedAt: 'desc' },
        take: 1,
        select: { id: true, state: true, result: true, closesAt: true },
      },
    },
  },
} as const;

export async function sittingPicture(tx: Tx, sittingId: string): Promise<SittingPicture | null> {
  const sitting = await tx.sitting.findUnique({ where: { id: sittingId }, select: sittingFields });
  return sitting ? pictureOf(sitting) : null;
}

/** The newest sittings of councils that the person sits on or may convene, newest first. */
export async function sittingsOf(
  tx: Tx,
  councilIds: readonly string[],
  limit: number,
): Promise<SittingPicture[]> {
  const sittings = await tx.sitting.findMany({
    where: { councilId: { in: [...councilIds] } },
    orderBy: { createdAt: 'desc' },
    take: limit,
    select: sittingFields,
  });
  return sittings.map(pictureOf);
}

interface SittingRow {
  id: string;
  startsAt: Date;
  place: string;
  council: { id: string; unitId: string; name: string };
  agenda: {
    id: string;
    ordinal: number;
    initiative: { id: string; number: string; title: string; state: string };
    ballots: { id: string; state: 'open' | 'closed'; result: string | null; closesAt: Date }[];
  }[];
}

function pictureOf({ id, startsAt, place, council, agenda }: SittingRow): SittingPicture {
  return {
    id,
    councilId: council.id,
    councilUnitId: council.unitId,
    councilName: council.name,
    startsAt,
    place,
    agenda: agenda.map((item) => ({
      id: item.id,
      ordinal: item.ordinal,
      initiativeId: item.initiative.id,
      number: item.initiative.number,
      title: item.initiative.title,
      ballot: item.ballots[0] ?? null,
      awaiting: item.initiative.state === 'accepted',
      left: LEFT.has(item.initiative.state),
    })),
  };
}

export interface CouncilSeat {
  councilId: string;
  unitId: string;
  name: string;
  channelId: string | null;
  sits: boolean;
  convenes: boolean;
}

/** The initiative councils that the actor sits on or may convene. */
export async function councilsOf(deps: Deps, actor: Actor): Promise<CouncilSeat[]> {
  const on = today(deps);
  const secretaryOf = actor.grants
    .filter((grant) => grant.role === 'secretary')
    .map((grant) => grant.unitId);
  const councils = await deps.db.council.findMany({
    where: { kind: 'initiative', ...inOffice(on) },
    orderBy: { name: 'asc' },
    select: {
      id: true,
      unitId: true,
      name: true,
      channelId: true,
      members: {
        where: { personId: actor.personId, ...inOffice(on) },
        select: { office: true },
      },
    },
  });
  const seats = await Promise.all(
    councils.map(async ({ id, members, ...council }) => {
      const sits = members.length > 0;
      const leads = members.some(({ office }) => office === 'chair' || office === 'secretary');
      const line = secretaryOf.length > 0 ? await unitAndAbove(deps.db, council.unitId) : [];
      const convenes = leads || line.some((unit) => secretaryOf.includes(unit));
      return { councilId: id, ...council, sits, convenes };
    }),
  );
  return seats.filter((seat) => seat.sits || seat.convenes);
}

export interface WaitingVote {
  ballotId: string;
  number: string;
  title: string;
  closesAt: Date;
}

/** Ballots that wait for this person's vote, nearest deadline first. */
export async function votesAwaited(tx: Tx, personId: string): Promise<WaitingVote[]> {
  return tx.$queryRaw<WaitingVote[]>`
    select ballot.id as "ballotId", initiative.number, initiative.title, ballot.closes_at as "closesAt"
    from roll_entry
    join ballot on ballot.id = roll_entry.ballot_id
    join agenda_item on agenda_item.id = ballot.agenda_item_id
    join initiative on initiative.id = agenda_item.initiative_id
    left join turnout on turnout.ballot_id = ballot.id and turnout.person_id = roll_entry.person_id
    where roll_entry.person_id = ${personId}::uuid and roll_entry.excluded is null
      and ballot.state = 'open' and ballot.closes_at > app_now() and turnout.person_id is null
    order by ballot.closes_at`;
}

export interface ProspectiveRoll {
  initiativeId: string;
  number: string;
  title: string;
  council: { id: string; unitId: string };
  /** Waits for a ballot: none open, none that decided. */
  awaiting: boolean;
  members: { name: string; excluded: Exclusion | null }[];
}

/** Who would be on the roll if the ballot opened now, and who not. */
export async function prospectiveRoll(
  deps: Deps,
  agendaItemId: string,
): Promise<ProspectiveRoll | null> {
  const item = await deps.db.agendaItem.findUnique({
    where: { id: agendaItemId },
    select: {
      initiative: {
        select: {
          number: true,
          title: true,
          state: true,
          id: true,
        },
      },
      sitting: {
        select: {
          council: {
            select: {
              id: true,
              unitId: true,
              members: {
                where: inOffice(today(deps)),
                select: { personId: true, person: { select: { fullName: true } } },
              },
            },
          },
        },
      },
    },
  });
  if (!item) return null;
  const { id: initiativeId, number, title, state } = item.initiative;
  const { id, unitId, members } = item.sitting.council;
  const conflicts = await conflictsOf(deps.db, initiativeId);
  return {
    initiativeId,
    number,
    title,
    council: { id, unitId },
    awaiting: state === 'accepted',
    members: members.map(({ personId, person }) => ({
      name: person.fullName,
      excluded: conflicts.get(personId) ?? null,
    })),
  };
}
