import type { z } from 'zod';
import type { Deps } from '../../kernel/deps.ts';
import { mayCast } from '../ballots/may-cast.ts';
import { type Annulled, annulledFields, annulledOf } from '../ballots/queries.ts';
import { minutesOf, type SignedMinutes, signedMinutes } from '../papers/signed-minutes.ts';
import {
  byOffice,
  type CouncilOffice,
  chairInConflict,
  type Exclusion,
  leaderInConflict,
} from '../rules.ts';
import {
  type Item,
  type ItemSubject,
  itemFields,
  itemOf,
  subjectFields,
  subjectOf,
} from '../sittings/agenda-items.ts';
import { StoredOutcome, StoredRule } from '../stored.ts';
import { quorumNeeded } from '../tally.ts';

/** One name on a ballot sheet. */
export interface SheetName {
  ballotId: string;
  item: Item;
  subject: ItemSubject;
  outcome: z.infer<typeof StoredOutcome> | null;
  /** Members who do not vote on this one, and why: it is about them or they are in conflict otherwise. */
  excluded: ReadonlyMap<string, Exclusion>;
  /** The chair or secretary is one of these. */
  leaderExcluded: boolean;
  /** Who presides over it in the place of a chair who has no part in it. */
  inChairsPlaceId: string | null;
}

export interface SheetPicture {
  id: string;
  /** "CSTĐCS 2026" */
  number: string;
  method: 'open' | 'secret';
  closesAt: Date;
  closed: boolean;
  /** Outcomes of it are kept from all but those who run the sitting. */
  held: boolean;
  /** The signed minutes that make the outcomes final. */
  minutes: SignedMinutes | null;
  sittingId: string;
  annulled: Annulled | null;
  /** A proposal to annul it waits. */
  annulmentProposed: boolean;
  /** Who closed it before its deadline. */
  endedByName: string | null;
  council: { id: string; unitId: string };
  councilName: string;
  rule: z.infer<typeof StoredRule>;
  /** The most that a ballot of it needs; `present`: by the roll-call, null where there was none. */
  quorum: { needed: number; present: number | null };
  /** In the order of the agenda. */
  names: SheetName[];
  /** Those on the roll of any of its ballots, in order of office. */
  members: SheetMember[];
}

interface SheetMember {
  personId: string;
  name: string;
  office: CouncilOffice;
  voted: boolean;
}

/** All that the cards and forms of a ballot sheet show. Who voted, never how. */
export async function sheetPicture(
  { db, rulebook }: Pick<Deps, 'db' | 'rulebook'>,
  sheetId: string,
): Promise<SheetPicture | null> {
  const sheet = await db.ballotSheet.findUnique({
    where: { id: sheetId },
    select: {
      id: true,
      method: true,
      closesAt: true,
      sitting: {
        select: {
          id: true,
          papers: signedMinutes,
          council: { select: { id: true, unitId: true, name: true } },
        },
      },
      annulments: { where: { state: 'proposed' }, select: { id: true } },
      ballots: {
        orderBy: { agendaItem: { ordinal: 'asc' } },
        select: {
          id: true,
          state: true,
          rule: true,
          rollSize: true,
          entitled: true,
          outcome: true,
          held: true,
          annulment: { select: annulledFields },
          endedBy: { select: { fullName: true } },
          presidedById: true,
          agendaItem: { select: { ...itemFields, ...subjectFields } },
          roll: {
            where: { excluded: { not: null } },
            select: { personId: true, office: true, excluded: true },
          },
        },
      },
    },
  });
  const [first] = sheet?.ballots ?? [];
  if (!sheet || !first) return null;
  const members = await db.$queryRaw<(SheetMember & { present: boolean | null })[]>`
    select roll_entry.person_id::text as "personId", person.full_name as name,
      min(roll_entry.office::text) as office, bool_or(roll_entry.attendance = 'present') as present,
      -- A member votes on all of the sheet at once.
      bool_or(turnout.person_id is not null) as voted
    from ballot
    join roll_entry on roll_entry.ballot_id = ballot.id and ${mayCast}
    join person on person.id = roll_entry.person_id
    left join turnout on turnout.ballot_id = ballot.id and turnout.person_id = roll_entry.person_id
    where ballot.sheet_id = ${sheetId}::uuid
    group by roll_entry.person_id, person.full_name`;
  const rule = StoredRule.parse(first.rule);
  const { name: councilName, ...council } = sheet.sitting.council;
  return {
    id: sheet.id,
    number: itemOf(first.agendaItem, rulebook).number,
    method: sheet.method,
    closesAt: sheet.closesAt,
    closed: sheet.ballots.every(({ state }) => state === 'closed'),
    held: sheet.ballots.some(({ held }) => held),
    minutes: minutesOf(sheet.sitting.papers),
    sittingId: sheet.sitting.id,
    annulled: annulledOf(first.annulment),
    annulmentProposed: sheet.annulments.length > 0,
    endedByName: first.endedBy?.fullName ?? null,
    council,
    councilName,
    rule,
    quorum: {
      needed: Math.max(
        ...sheet.ballots.map(({ rollSize: total, entitled }) =>
          quorumNeeded(rule, { total, entitled }),
        ),
      ),
      present: members.every((one) => one.present === null)
        ? null
        : members.filter((one) => one.present).length,
    },
    names: sheet.ballots.map(({ id, outcome, agendaItem, roll, presidedById }) => ({
      ballotId: id,
      item: itemOf(agendaItem, rulebook),
      subject: subjectOf(agendaItem),
      outcome: outcome === null ? null : StoredOutcome.parse(outcome),
      excluded: new Map(
        roll.flatMap(({ personId, excluded: why }) => (why ? [[personId, why]] : [])),
      ),
      leaderExcluded: leaderInConflict(roll),
      inChairsPlaceId: chairInConflict(roll) ? presidedById : null,
    })),
    members: members
      .map(({ present: _, ...member }) => member)
      .toSorted((a, b) => byOffice(a, b) || a.name.localeCompare(b.name, 'vi')),
  };
}

/** The same for those who may not know outcomes while they are held. */
export function sheetWithoutHeld(sheet: SheetPicture): SheetPicture {
  if (!sheet.held) return sheet;
  // Where too few voted nothing was decided: that is no result to be held.
  const told = (outcome: SheetName['outcome']) =>
    outcome?.result === 'no_quorum' ? outcome : null;
  return {
    ...sheet,
    names: sheet.names.map((name) => ({ ...name, outcome: told(name.outcome) })),
  };
}

/** The names that a member votes on: all but those about which they are in conflict. */
export function namesFor({ names }: SheetPicture, personId: string): SheetName[] {
  return names.filter(({ excluded }) => !excluded.has(personId));
}

/** The receipts found in the box of a secret sheet, sorted, each voter's once. */
export async function sheetReceipts({ db }: Pick<Deps, 'db'>, sheetId: string): Promise<string[]> {
  const rows = await db.ballotReceipt.findMany({
    where: { ballot: { sheetId } },
    distinct: ['receiptHash'],
    orderBy: { receiptHash: 'asc' },
    select: { receiptHash: true },
  });
  return rows.map(({ receiptHash }) => receiptHash);
}
