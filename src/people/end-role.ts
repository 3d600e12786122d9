import type { Tx } from '../database/client.ts';
import { inTransaction } from '../database/transaction.ts';
import { audit } from '../kernel/audit.ts';
import { type Deps, today } from '../kernel/deps.ts';
import { addDays, type Day, dateColumn } from '../kernel/time.ts';
import type { Actor } from './actor.ts';
import { roleEnded } from './messages.ts';
import { holdsRole } from './queries.ts';
import { findGrant, type Grant } from './role-queries.ts';
import { notAdministrator, roleRefusal } from './role-refusals.ts';
import { tellOfRole } from './tell-of-role.ts';

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
      throw roleRefusal(undefined, (say) => say.lastAdministrator);
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
    await tellOfRole(tx, roleEnded, { personId: grant.personId, grantId });
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
