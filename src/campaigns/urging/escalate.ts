import type { Tx } from '../../database/client.ts';
import { sendMessages } from '../../jobs/outbox.ts';
import { auditAll } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { groupBy } from '../../kernel/group-by.ts';
import { type Day, dayIn, dayOf } from '../../kernel/time.ts';
import { escalation } from '../messages.ts';
import type { Late } from './late-queries.ts';
import { escalatedPersons } from './recipients.ts';
import { chaseKey, isToBeEscalated, latenessKey } from './urging-rules.ts';
import { ByPerson, namedIn } from './write-urgings.ts';

/** What was done about a lateness: over all periods that it has lasted. */
export interface Chase {
  /** When the unit was urged about it first. */
  urgedAt: Date;
  escalatedAt: Date | null;
  rows: readonly ChaseRow[];
}

interface ChaseRow {
  id: string;
  urgedAt: Date;
  toldIds: string[];
  escalatedAt: Date | null;
}

/** What was done about each of the latenesses since they began, by `latenessKey`; those without urging are left out. */
export async function chasesOf(tx: Tx, late: readonly Late[]): Promise<Map<string, Chase>> {
  const campaignIds = [...new Set(late.map(({ campaignId }) => campaignId))];
  const rows = await tx.campaignUrging.findMany({
    where: { campaignId: { in: campaignIds } },
    orderBy: [{ urgedAt: 'asc' }, { period: 'asc' }],
  });
  const byChase = groupBy(rows, chaseKey);
  return new Map(
    late.flatMap((one) => {
      const own = (byChase.get(chaseKey(one)) ?? []).filter(
        ({ since, period }) => dayOf(since) >= one.since && dayOf(period) <= one.period,
      );
      const [first] = own;
      if (!first) return [];
      const escalated = own.flatMap(({ escalatedAt }) => escalatedAt ?? []);
      const chase = { urgedAt: first.urgedAt, escalatedAt: escalated.at(-1) ?? null, rows: own };
      return [[latenessKey(one), chase] as const];
    }),
  );
}

/**
 * Tells the level above which units are late still so many working days after they were urged, each person in one
 * message. What was escalated once is escalated again for a later period only.
 */
export async function escalate(
  deps: Deps,
  tx: Tx,
  { late, day }: { late: readonly Late[]; day: Day },
): Promise<void> {
  const chases = await chasesOf(tx, late);
  const byPerson = new ByPerson();
  const escalated: Late[] = [];
  for (const one of late) {
    const rows = chases.get(latenessKey(one))?.rows ?? [];
    const open = rows.filter(({ escalatedAt }) => escalatedAt === null);
    const [first] = open;
    if (!first) continue;
    const { escalateDays } = one.campaign;
    const urgedOn = dayIn(deps.zone, first.urgedAt);
    if (!isToBeEscalated({ urgedOn, escalateDays }, day)) continue;
    const told = open.flatMap(({ toldIds }) => toldIds);
    const to = await escalatedPersons(tx, one, { told, on: day });
    await tx.$executeRaw`
      update campaign_urging set escalated_at = app_now(), escalated_to_ids = ${to}::uuid[]
      where id = any(${open.map(({ id }) => id)}::uuid[])`;
    byPerson.add(to, one);
    escalated.push(one);
  }
  await sendMessages(
    tx,
    escalation,
    byPerson.entries().map(([personId, named]) => ({
      to: { personId },
      params: { named: named.map(namedIn) },
      subjectId: personId,
      dedupeKey: `${escalation.purpose}:${personId}:${day}`,
    })),
  );
  await auditAll(
    tx,
    escalated.map(({ campaignId, unitId, matter, period, since }) => ({
      kind: 'campaign.escalated' as const,
      subjectId: campaignId,
      actorId: null,
      after: { unitId, matter, period, since },
    })),
  );
}
