import type { z } from 'zod';
import type { Tx } from '../../database/client.ts';
import type { Attendance } from '../../database/generated/enums.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { votingRule } from '../../rulebook/rules.ts';
import { minutesOf, type SignedMinutes, signedMinutes } from '../papers/signed-minutes.ts';
import {
  byOffice,
  type Choice,
  type CouncilOffice,
  castsVote,
  chairInConflict,
  drawRoll,
  type Exclusion,
  presiderOf,
  thereToVote,
  withAttendance,
} from '../rules.ts';
import {
  type Item,
  type ItemSubject,
  itemConflicts,
  itemFields,
  itemOf,
  subjectFields,
  subjectOf,
  takenItems,
} from '../sittings/agenda-items.ts';
import { itemName } from '../sittings/item-name.ts';
import { seatsOf } from '../sittings/seats.ts';
import { StoredOutcome, StoredRule } from '../stored.ts';
import { keepsChoices, quorumNeeded } from '../tally.ts';
import { type SittingTime, sittingTime } from './deadline.ts';
import { mayCast } from './may-cast.ts';

/** How an outcome was annulled. */
export interface Annulled {
  reason: string;
  proposedByName: string;
  settledByName: string;
  settledAt: Date;
}

export const annulledFields = {
  reason: true,
  settledAt: true,
  proposedBy: { select: { fullName: true } },
  settledBy: { select: { fullName: true } },
} as const;

export function annulledOf(
  row: {
    reason: string;
    settledAt: Date | null;
    proposedBy: { fullName: string };
    settledBy: { fullName: string } | null;
  } | null,
): Annulled | null {
  if (!row?.settledAt || !row.settledBy) return null;
  const { reason, settledAt, proposedBy, settledBy } = row;
  return {
    ...{ reason, settledAt },
    proposedByName: proposedBy.fullName,
    settledByName: settledBy.fullName,
  };
}

export interface BallotPicture {
  id: string;
  method: 'open' | 'secret';
  closesAt: Date;
  closedAt: Date | null;
  rule: z.infer<typeof StoredRule>;
  rollHash: string;
  /** How many make one; `present`: by the roll-call, null where there was none. */
  quorum: { needed: number; present: number | null };
  outcome: StoredOutcome | null;
  /** The outcome is kept from all but those who run the sitting. */
  held: boolean;
  /** Of a vote without a quorum where results are held: the next one is not to follow its choices. */
  choicesKept: boolean;
  /** The signed minutes that make the outcome final. */
  minutes: SignedMinutes | null;
  sittingId: string;
  annulled: Annulled | null;
  /** A proposal to annul it waits. */
  annulmentProposed: boolean;
  /** Who closed it before its deadline. */
  endedByName: string | null;
  council: { id: string; unitId: string };
  councilName: string;
  item: Item;
  subject: ItemSubject;
  /** In order of office: all, or the one member who was asked for. */
  roll: {
    personId: string;
    name: string;
    office: CouncilOffice;
    excluded: Exclusion | null;
    /** May cast a vote: not excluded, and not absent from the sitting. */
    casts: boolean;
    voted: boolean;
    /** Of a substitute: the member whose seat it is. */
    standsInFor: string | null;
  }[];
  /** Who presides over it, where the chair has no part in it. */
  inChairsPlace: string | null;
}

/** The same for those who may not know the outcome while it is held. */
export function withoutHeld(ballot: BallotPicture): BallotPicture {
  return ballot.held ? { ...ballot, outcome: null } : ballot;
}

/**
 * All that a ballot's cards show. Who voted, never how.
 *
 * @param of whose place on the roll is shown; everybody's without one. A card of one member must not cost
 *   more on a long roll: each vote has one redrawn
 */
export async function ballotPicture(
  { db, rulebook }: Pick<Deps, 'db' | 'rulebook'>,
  ballotId: string,
  of?: { personId: string | null },
): Promise<BallotPicture | null> {
  const ballot = await db.ballot.findUnique({
    where: { id: ballotId },
    select: {
      id: true,
      method: true,
      closesAt: true,
      closedAt: true,
      rule: true,
      rollHash: true,
      rollSize: true,
      entitled: true,
      outcome: true,
      held: true,
      annulment: { select: annulledFields },
      annulments: { where: { state: 'proposed' }, select: { id: true } },
      endedBy: { select: { fullName: true } },
      roll: {
        ...(of ? { where: { personId: { in: of.personId === null ? [] : [of.personId] } } } : {}),
        select: {
          personId: true,
          office: true,
          excluded: true,
          attendance: true,
          person: { select: { fullName: true } },
          standsInFor: { select: { fullName: true } },
          turnout: { select: { personId: true } },
        },
      },
      presidedBy: { select: { fullName: true } },
      agendaItem: {
        select: {
          ...itemFields,
          ...subjectFields,
          sitting: {
            select: {
              id: true,
              holdsResults: true,
              papers: signedMinutes,
              council: { select: { id: true, unitId: true, name: true } },
            },
          },
        },
      },
    },
  });
  if (!ballot) return null;
  const { agendaItem, roll, rule, outcome, annulment, annulments, endedBy, presidedBy, ...row } =
    ballot;
  const { rollSize: total, entitled, ...plain } = row;
  const { sitting } = agendaItem;
  const { name: councilName, ...council } = sitting.council;
  const counted = outcome === null ? null : StoredOutcome.parse(outcome);
  const votingRule = StoredRule.parse(rule);
  return {
    ...plain,
    rule: votingRule,
    quorum: { needed: quorumNeeded(votingRule, { total, entitled }), present: presentOn(roll) },
    outcome: counted,
    choicesKept: counted !== null && keepsChoices(sitting, counted.result),
    minutes: minutesOf(sitting.papers),
    sittingId: sitting.id,
    annulled: annulledOf(annulment),
    annulmentProposed: annulments.length > 0,
    endedByName: endedBy?.fullName ?? null,
    council,
    councilName,
    item: itemOf(agendaItem, rulebook),
    subject: subjectOf(agendaItem),
    inChairsPlace: chairInConflict(roll) ? (presidedBy?.fullName ?? null) : null,
    roll: roll
      .map((entry) => ({
        personId: entry.personId,
        name: entry.person.fullName,
        office: entry.office,
        excluded: entry.excluded,
        casts: castsVote(entry, votingRule),
        voted: entry.turnout !== null,
        standsInFor: entry.standsInFor?.fullName ?? null,
      }))
      .toSorted((a, b) => byOffice(a, b) || a.name.localeCompare(b.name, 'vi')),
  };
}

/** Those on a whole roll who may vote and were there by the roll-call; null where there was none. */
function presentOn(
  roll: readonly { excluded: Exclusion | null; attendance: Attendance | null }[],
): number | null {
  if (roll.every(({ attendance }) => attendance === null)) return null;
  return roll.filter(({ excluded, attendance }) => !excluded && attendance === 'present').length;
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

export interface WaitingVote {
  ballotId: string;
  number: string;
  /** Null where the number says it all. */
  title: string | null;
  /** The sheet on which it stands, and how many names there this person has to vote on. */
  sheet: { id: string; names: number } | null;
  closesAt: Date;
}

/** Ballots that wait for this person's vote, nearest deadline first; a sheet of many is one of them. */
export async function votesAwaited(
  { db, rulebook }: Pick<Deps, 'db' | 'rulebook'>,
  personId: string,
): Promise<WaitingVote[]> {
  const due = await db.$queryRaw<{ id: string; sheet_id: string | null; names: number }[]>`
    select distinct on (coalesce(ballot.sheet_id, ballot.id)) ballot.id::text, ballot.sheet_id::text,
      count(*) over (partition by coalesce(ballot.sheet_id, ballot.id))::int as names
    from roll_entry
    join ballot on ballot.id = roll_entry.ballot_id
    left join turnout on turnout.ballot_id = ballot.id and turnout.person_id = roll_entry.person_id
    where roll_entry.person_id = ${personId}::uuid and ${mayCast}
      and ballot.state = 'open' and ballot.closes_at > app_now() and turnout.person_id is null`;
  const rows = await db.ballot.findMany({
    where: { id: { in: due.map(({ id }) => id) } },
    orderBy: { closesAt: 'asc' },
    select: { id: true, closesAt: true, agendaItem: { select: itemFields } },
  });
  return rows.map(({ id, closesAt, agendaItem }) => {
    const item = itemOf(agendaItem, rulebook);
    const title = item.kind === 'other' ? null : item.title;
    const { sheet_id = null, names = 1 } = due.find((one) => one.id === id) ?? {};
    return {
      ...{ ballotId: id, number: itemName(item), closesAt },
      title: sheet_id ? sheetTitle(names) : title,
      sheet: sheet_id ? { id: sheet_id, names } : null,
    };
  });
}

/** How many names a ballot sheet has, in place of the title of one. */
function sheetTitle(names: number): string {
  return `${names} người, tập thể`;
}

export interface ProspectiveRoll {
  item: Item;
  subject: ItemSubject;
  sittingId: string;
  /** The sitting was called off. */
  calledOffAt: Date | null;
  holdsResults: boolean;
  council: { id: string; unitId: string };
  /** Waits for a ballot: none open, none that decided. */
  awaiting: boolean;
  members: { name: string; excluded: Exclusion | null }[];
  conflicts: ReadonlyMap<string, Exclusion>;
  /** Members who may vote and are there; by the roll-call, if there was one. */
  there: number;
  time: SittingTime;
  /** Who would preside over it in the chair's place, as the chair has no part in it; null: the chair, or nobody. */
  inChairsPlace: { name: string | null } | null;
}

/** Who would be on the roll if the ballot opened now, and who not. */
export async function prospectiveRoll(
  deps: Deps,
  agendaItemId: string,
): Promise<ProspectiveRoll | null> {
  const { db, rulebook } = deps;
  const row = await db.agendaItem.findUnique({
    where: { id: agendaItemId },
    select: {
      ...itemFields,
      ...subjectFields,
      initiative: { select: { ...itemFields.initiative.select, state: true } },
      sitting: {
        select: {
          ...{ id: true, startsAt: true, calledOffAt: true, holdsResults: true },
          council: { select: { id: true, unitId: true } },
        },
      },
    },
  });
  if (!row) return null;
  const { id: sittingId, startsAt, calledOffAt, holdsResults, council } = row.sitting;
  const conflicts = await itemConflicts(deps, db, row);
  const awaiting = row.initiative
    ? row.initiative.state === 'accepted'
    : (await takenItems(db, [row.id])).size === 0;
  const rule = votingRule(rulebook, row.itemKey, today(deps));
  const at = { councilId: council.id, sittingId };
  const seating = await seatsOf(deps, db, at, rule);
  const { seats, names, attendance } = seating;
  const roll = withAttendance(drawRoll(seats, conflicts), attendance);
  const nameOf = (personId: string) => names.get(personId) ?? '';
  const presider = presiderOf(roll);
  return {
    item: itemOf(row, rulebook),
    subject: subjectOf(row),
    sittingId,
    calledOffAt,
    holdsResults,
    council,
    awaiting,
    conflicts,
    there: thereToVote(roll),
    time: sittingTime(deps, startsAt, seating),
    members: roll.map(({ personId, excluded }) => ({ name: nameOf(personId), excluded })),
    inChairsPlace: chairInConflict(roll) ? { name: presider && nameOf(presider.personId) } : null,
  };
}
