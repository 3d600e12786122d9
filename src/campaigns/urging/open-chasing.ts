import type { Tx } from '../../database/client.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { groupBy } from '../../kernel/group-by.ts';
import { type Day, dayOf } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import type { Chasing } from './chasing-fields.ts';
import { type ChasingReport, chasingReport } from './chasing-report.ts';
import { chasingRights } from './chasing-rights.ts';
import { chasesOf } from './escalate.ts';
import { type Late, latenessesOf } from './late-queries.ts';
import { urgingRefusal } from './urging-refusal.ts';
import { latenessKey } from './urging-rules.ts';

/** A unit that is late, with all that it is late with and what was done about it. */
export interface LateUnit {
  unitId: string;
  unitName: string;
  matters: readonly {
    late: Late;
    /** When it was urged, the first time. */
    urgedAt: Date | null;
    escalatedAt: Date | null;
  }[];
  /** When it was last urged by hand. */
  byHandAt: Date | null;
  /** Whether it was urged today, by itself or by hand. */
  urgedToday: boolean;
}

/** Who is late in a campaign, for those who organise it. */
export interface ChasingOverview {
  campaignId: string;
  code: string;
  name: string;
  chasing: Chasing;
  manages: boolean;
  units: readonly LateUnit[];
  report: ChasingReport;
}

/** A campaign that is out. @throws AppError chasing_gone, not_organiser */
export async function openChased(
  deps: Deps,
  tx: Tx,
  { actor, campaignId }: { actor: Actor; campaignId: string },
) {
  const row = await tx.campaign.findUnique({
    where: { id: campaignId },
    select: {
      ...{ id: true, code: true, name: true, state: true, unitId: true },
      ...{ authorId: true, contactId: true },
      ...{ pledgeBy: true, figuresEvery: true, escalateDays: true },
      contact: { select: { fullName: true } },
    },
  });
  if (!row?.code) throw urgingRefusal('chasing_gone', (say) => say.gone);
  const rights = await chasingRights(deps, tx, actor, row);
  const contact = row.contact.fullName;
  if (!rights.organises)
    throw urgingRefusal('not_organiser', (say) => say.notOrganiser({ contact }));
  return { campaign: { ...row, code: row.code }, rights };
}

/** @throws AppError chasing_gone, not_organiser */
export async function openChasing(
  deps: Deps,
  { actor, campaignId }: { actor: Actor; campaignId: string },
): Promise<ChasingOverview> {
  const { db } = deps;
  const { campaign, rights } = await openChased(deps, db, { actor, campaignId });
  const on = today(deps);
  const late = await latenessesOf(deps, db, [campaignId]);
  const [chases, byHand, report] = await Promise.all([
    chasesOf(db, late),
    handUrgings(db, campaignId),
    chasingReport(deps, db, campaignId),
  ]);
  const { code, name, pledgeBy, figuresEvery, escalateDays } = campaign;
  const units = [...groupBy(late, ({ unitId }) => unitId)].map(([unitId, own]) => {
    const hand = byHand.get(unitId) ?? null;
    const matters = own.map((one) => {
      const chase = chases.get(latenessKey(one));
      return {
        late: one,
        urgedAt: chase?.urgedAt ?? null,
        escalatedAt: chase?.escalatedAt ?? null,
      };
    });
    return {
      ...{ unitId, unitName: own[0]?.unitName ?? '', matters },
      byHandAt: hand?.at ?? null,
      urgedToday: hand?.day === on,
    };
  });
  return {
    ...{ campaignId, code, name, manages: rights.manages, units, report },
    chasing: { pledgeBy: pledgeBy && dayOf(pledgeBy), figuresEvery, escalateDays },
  };
}

/** The last urging by hand of each unit. */
async function handUrgings(
  tx: Tx,
  campaignId: string,
): Promise<Map<string, { day: Day; at: Date }>> {
  const rows = await tx.campaignHandUrging.findMany({
    where: { campaignId },
    orderBy: { day: 'asc' },
    select: { unitId: true, day: true, at: true },
  });
  return new Map(rows.map(({ unitId, day, at }) => [unitId, { day: dayOf(day), at }]));
}
