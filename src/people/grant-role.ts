import type { Role } from '../database/generated/enums.ts';
import { inTransaction } from '../database/transaction.ts';
import { audit } from '../kernel/audit.ts';
import { type Deps, today } from '../kernel/deps.ts';
import { type Day, dateColumn } from '../kernel/time.ts';
import type { Actor } from './actor.ts';
import { roleGranted } from './messages.ts';
import { holdsRole } from './queries.ts';
import { findGrant, type Grant } from './role-queries.ts';
import { notAdministrator, roleRefusal } from './role-refusals.ts';
import { tellOfRole } from './tell-of-role.ts';

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
  if (toDate !== null && toDate < fromDate)
    throw roleRefusal('to', (say) => say.endsBeforeItBegins);
  if (toDate !== null && toDate < today(deps)) throw roleRefusal('to', (say) => say.endIsPast);
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
    await tellOfRole(tx, roleGranted, { personId, grantId: id });
    return found(await findGrant(tx, id));
  });
}

function found(grant: Grant | null): Grant {
  if (!grant) throw new Error('a grant that was written is not there');
  return grant;
}
