import type { Tx } from '../database/client.ts';
import type { Role } from '../database/generated/enums.ts';
import { inTransaction } from '../database/transaction.ts';
import { sendMessage } from '../jobs/outbox.ts';
import { audit } from '../kernel/audit.ts';
import { type Deps, today } from '../kernel/deps.ts';
import { AppError } from '../kernel/errors.ts';
import { addDays, type Day, dateColumn } from '../kernel/time.ts';
import type { Actor } from './actor.ts';
import { roleEnded, roleGranted } from './messages.ts';
import { phrases } from './phrases.ts';
import { holdsRole } from './queries.ts';
import { findGrant, type Grant } from './role-queries.ts';

/**
 * Grants a role for a unit and everything below it. Who holds it there already, for the same days,
 * keeps it, and nothing is written.
 *
 * @throws AppError when the actor is no administrator of the unit, or the days cannot be meant
 */
export async function grantRole(
  deps: Deps,
  input: {
    actor: Actor;
    personId: string;
    unitId: string;
    role: Role;
    fromDate: Day;
    /** The last day; null: until it is ended. */
    toDate: Day | null;
  },
): Promise<Grant> {
  const { actor, personId, unitId, role, fromDate, toDate } = input;
  if (toDate !== null && toDate < fromDate) throw refusal('to', (say) => say.endsBeforeItBegins);
  if (toDate !== null && toDate < today(deps)) throw refusal('to', (say) => say.endIsPast);
  return inTransaction(deps.db, async (tx) => {
    if (!(await holdsRole(tx, actor, 'administrator', unitId))) throw notAdministrator();
    // Two who grant the same at once come one after the other.
    await tx.$queryRaw`select id from person where id = ${personId}::uuid for update`;
    const held = await tx.roleGrant.findFirst({
      where: {
        personId,
        unitId,
        role,
        fromDate: { lte: dateColumn(fromDate) },
        OR: [
          { toDate: null },
          ...(toDate === null ? [] : [{ toDate: { gte: dateColumn(toDate) } }]),
        ],
      },
      select: { id: true },
    });
    if (held) return found(await findGrant(tx, held.id));
    const { id } = await tx.roleGrant.create({
      data: {
        personId,
        unitId,
        role,
        fromDate: dateColumn(fromDate),
        toDate: toDate === null ? null : dateColumn(toDate),
      },
      select: { id: true },
    });
    await audit(tx, {
      kind: 'people.role_granted',
      subjectId: personId,
      actorId: actor.personId,
      after: { grantId: id, role, unitId, fromDate, toDate },
    });
    await tell(tx, roleGranted, { personId, grantId: id });
    return found(await findGrant(tx, id));
  });
}

/**
 * Takes a role back, from now on; the grant stays on record. Ended twice it is ended once.
 *
 * @throws AppError when the actor is no administrator of the unit, or it is the last administrator's
 */
export async function endRole(
  deps: Deps,
  { actor, grantId }: { actor: Actor; grantId: string },
): Promise<Grant> {
  const on = today(deps);
  return inTransaction(deps.db, async (tx) => {
    // Of two administrators who end each other's role at once, the second finds themself the last.
    await tx.$queryRaw`select id from unit where parent_id is null order by id for update`;
    const grant = await findGrant(tx, grantId);
    if (!grant || !(await stillHolds(tx, actor, grant.unitId, on))) throw notAdministrator();
    if (grant.toDate !== null && grant.toDate < on) return grant;
    if (grant.role === 'administrator' && !(await othersRemain(tx, grant, on)))
      throw refusal(undefined, (say) => say.lastAdministrator);
    const begun = on >= grant.fromDate;
    const lastDay = addDays(begun ? on : grant.fromDate, -1);
    await tx.roleGrant.update({
      where: { id: grantId },
      data: { toDate: dateColumn(lastDay) },
      select: { id: true },
    });
    await audit(tx, {
      kind: 'people.role_ended',
      subjectId: grant.personId,
      actorId: actor.personId,
      before: { grantId, role: grant.role, unitId: grant.unitId, toDate: grant.toDate },
      after: { toDate: lastDay },
    });
    await tell(tx, roleEnded, { personId: grant.personId, grantId });
    return { ...grant, toDate: lastDay };
  });
}

/** By the database as it is now, for the actor was read before the lock. */
async function stillHolds(tx: Tx, actor: Actor, unitId: string, on: Day): Promise<boolean> {
  const grants = await tx.roleGrant.findMany({
    where: {
      personId: actor.personId,
      role: 'administrator',
      fromDate: { lte: dateColumn(on) },
      OR: [{ toDate: null }, { toDate: { gte: dateColumn(on) } }],
    },
    select: { role: true, unitId: true },
  });
  return holdsRole(tx, { ...actor, grants }, 'administrator', unitId);
}

/**
 * Whether somebody else who works here administers the whole agency, without an end in sight. A grant
 * below the top is nobody's last: those at the top can give it again.
 */
async function othersRemain(tx: Tx, grant: Grant, on: Day): Promise<boolean> {
  const rows = await tx.$queryRaw<{ top: boolean; others: number }[]>`
    select
      (select parent_id is null from unit where id = ${grant.unitId}::uuid) as top,
      (select count(*)::int from role_grant
        join unit on unit.id = role_grant.unit_id and unit.parent_id is null
        where role_grant.id <> ${grant.id}::uuid and role = 'administrator'
          and from_date <= ${on}::date and to_date is null
          and exists (
            select from posting where posting.person_id = role_grant.person_id
              and posting.from_date <= ${on}::date
              and (posting.to_date is null or posting.to_date >= ${on}::date))) as others`;
  const [row] = rows;
  return row !== undefined && (!row.top || row.others > 0);
}

async function tell(
  tx: Tx,
  kind: typeof roleGranted,
  { personId, grantId }: { personId: string; grantId: string },
): Promise<void> {
  await sendMessage(tx, kind, {
    to: { personId },
    params: {},
    subjectId: grantId,
    dedupeKey: `${kind.purpose}:${grantId}`,
  });
}

function found(grant: Grant | null): Grant {
  if (!grant) throw new Error('a grant that was written is not there');
  return grant;
}

export function notAdministrator(): AppError {
  return new AppError('not_administrator', {
    say: (language) => phrases[language].notAdministrator,
  });
}

function refusal(field: string | undefined, say: (p: (typeof phrases)['vi']) => string): AppError {
  return new AppError('role_refused', {
    ...(field === undefined ? {} : { field }),
    say: (language) => say(phrases[language]),
  });
}
