import type { Tx } from '../database/client.ts';
import type { AccessState } from '../database/generated/enums.ts';
import { type Day, dateColumn } from '../kernel/time.ts';
import { compareNames } from '../kernel/vietnamese-order.ts';
import { fold } from '../rulebook/fold.ts';
import { postedUnitOf } from './queries.ts';
import { treeBelow } from './unit-tree.ts';

export interface AccessRequest {
  id: string;
  slackUserId: string;
  /** As Slack has it. */
  fullName: string;
  email: string | null;
  locale: string | null;
  state: AccessState;
  settledByName: string | null;
  refusalReason: string | null;
  /** Whom the account belongs to now. */
  matchedName: string | null;
}

const select = {
  id: true,
  slackUserId: true,
  fullName: true,
  email: true,
  locale: true,
  state: true,
  refusalReason: true,
  settledBy: { select: { fullName: true } },
} as const;

export async function findAccessRequest(tx: Tx, id: string): Promise<AccessRequest | null> {
  const row = await tx.accessRequest.findUnique({ where: { id }, select });
  if (!row) return null;
  const { settledBy, ...request } = row;
  const matched = await tx.person.findUnique({
    where: { slackUserId: row.slackUserId },
    select: { fullName: true },
  });
  return {
    ...request,
    settledByName: settledBy?.fullName ?? null,
    matchedName: matched?.fullName ?? null,
  };
}

/** Those who wait for an answer, who asked first comes first. */
export async function waitingAccess(
  tx: Tx,
  limit: number,
): Promise<{
  total: number;
  first: Pick<AccessRequest, 'id' | 'slackUserId' | 'fullName' | 'email'>[];
}> {
  const where = { state: 'waiting' } as const;
  const total = await tx.accessRequest.count({ where });
  const first = await tx.accessRequest.findMany({
    where,
    orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
    take: limit,
    select: { id: true, slackUserId: true, fullName: true, email: true },
  });
  return { total, first };
}

/** Those who administer the whole agency and work in it, by name. */
export async function agencyAdministrators(
  tx: Tx,
  on: Day,
): Promise<{ personId: string; fullName: string; slackUserId: string | null }[]> {
  const now = {
    fromDate: { lte: dateColumn(on) },
    OR: [{ toDate: null }, { toDate: { gte: dateColumn(on) } }],
  };
  const persons = await tx.person.findMany({
    where: {
      grants: { some: { ...now, role: 'administrator', unit: { parentId: null } } },
      postings: { some: now },
    },
    select: { id: true, fullName: true, slackUserId: true },
  });
  return persons
    .map(({ id, ...person }) => ({ personId: id, ...person }))
    .toSorted((a, b) => compareNames(a.fullName, b.fullName));
}

/** Those who work in the units or below and have no Slack account yet, whose name, number or e-mail has the words. */
export async function unmatchedStaff(
  tx: Tx,
  search: { unitIds: readonly string[]; words: string; on: Day; limit: number },
): Promise<{ id: string; fullName: string; staffNumber: string; unitName: string }[]> {
  const { unitIds, on, limit } = search;
  const rows = await tx.$queryRaw<
    { id: string; fullName: string; staffNumber: string; email: string; unitName: string }[]
  >`
    with recursive ${treeBelow(unitIds)}
    select distinct on (person.id) person.id, full_name as "fullName", staff_number as "staffNumber",
      email, tree.name as "unitName"
    from person
    join posting on posting.person_id = person.id
      and from_date <= ${on}::date and (to_date is null or to_date >= ${on}::date)
    join tree on tree.id = posting.unit_id
    where slack_user_id is null
    order by person.id, from_date desc`;
  const wanted = fold(search.words);
  return rows
    .filter((row) => fold(`${row.fullName} ${row.staffNumber} ${row.email}`).includes(wanted))
    .toSorted((a, b) => compareNames(a.fullName, b.fullName))
    .slice(0, limit)
    .map(({ email: _, ...row }) => row);
}

/** A person and the unit where they work, or worked last. */
export async function personAtWork(
  tx: Tx,
  personId: string,
  on: Day,
): Promise<{ fullName: string; unitName: string } | null> {
  const person = await tx.person.findUnique({
    where: { id: personId },
    select: { fullName: true },
  });
  const unitId = person && (await postedUnitOf(tx, personId, on));
  if (!unitId) return null;
  const { name } = await tx.unit.findUniqueOrThrow({
    where: { id: unitId },
    select: { name: true },
  });
  return { fullName: person.fullName, unitName: name };
}
