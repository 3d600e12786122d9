import { inTransaction } from '../database/transaction.ts';
import { audit } from '../kernel/audit.ts';
import { type Deps, today } from '../kernel/deps.ts';
import { dateColumn } from '../kernel/time.ts';

export type FirstAdministrator =
  | { outcome: 'granted'; fullName: string; unitName: string }
  | { outcome: 'nobody' | 'no_unit' | 'not_posted' }
  /** There is one already, who grants all further roles in Slack. */
  | { outcome: 'already'; fullName: string };

/**
 * Makes somebody the administrator of the whole agency while it has none: from the command line, by
 * whoever can reach the database anyway.
 *
 * @param who an e-mail address or a staff number
 */
export async function setFirstAdministrator(deps: Deps, who: string): Promise<FirstAdministrator> {
  const on = dateColumn(today(deps));
  const now = { fromDate: { lte: on }, OR: [{ toDate: null }, { toDate: { gte: on } }] };
  return inTransaction(deps.db, async (tx) => {
    await tx.$queryRaw`select id from unit where parent_id is null order by id for update`;
    const held = await tx.roleGrant.findFirst({
      // One who has left the agency administers nothing.
      where: {
        ...now,
        role: 'administrator',
        unit: { parentId: null },
        person: { postings: { some: now } },
      },
      select: { person: { select: { fullName: true } } },
    });
    if (held) return { outcome: 'already', fullName: held.person.fullName };
    const person = await tx.person.findFirst({
      where: { OR: [{ email: who.trim().toLowerCase() }, { staffNumber: who.trim() }] },
      select: { id: true, fullName: true, postings: { where: now, select: { id: true } } },
    });
    if (!person) return { outcome: 'nobody' };
    if (person.postings.length === 0) return { outcome: 'not_posted' };
    const unit = await tx.unit.findFirst({
      where: { parentId: null, OR: [{ validTo: null }, { validTo: { gte: on } }] },
      orderBy: { validFrom: 'asc' },
      select: { id: true, name: true },
    });
    if (!unit) return { outcome: 'no_unit' };
    const grant = { personId: person.id, unitId: unit.id, role: 'administrator' as const };
    const { id } = await tx.roleGrant.create({
      data: { ...grant, fromDate: on },
      select: { id: true },
    });
    await audit(tx, {
      kind: 'people.role_granted',
      subjectId: person.id,
      actorId: null,
      after: { grantId: id, role: grant.role, unitId: unit.id },
      reason: 'first administrator, set from the command line',
    });
    return { outcome: 'granted', fullName: person.fullName, unitName: unit.name };
  });
}
