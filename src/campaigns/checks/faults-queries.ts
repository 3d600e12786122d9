import type { Tx } from '../../database/client.ts';
import type { ReviewKind } from '../../database/generated/enums.ts';
import { type Day, dateColumn, dayOf } from '../../kernel/time.ts';
import { treeBelow } from '../../people/unit-tree.ts';

/** What an inspection finds about campaigns; nothing in it says what was found in a unit. */
export interface ChasingFaults {
  /** Checks that were not done on their day, the earliest first. */
  checks: { code: string; unitName: string; day: Day; checkers: string[] }[];
  /** What was to be mended and is not accepted as mended, the earliest first. */
  findings: {
    code: string;
    unitName: string;
    by: Day;
    /** The unit says that it is mended. */
    told: boolean;
  }[];
  /** Mid-term and final reviews that should have been finished, the earliest first. */
  reviews: { code: string; unitName: string; day: Day; kind: ReviewKind }[];
}

/** @param search.under checks and reviews of campaigns of these units and those below, findings in these units and those below */
export async function chasingFaults(
  tx: Tx,
  { under, on }: { under: readonly string[]; on: Day },
): Promise<ChasingFaults> {
  const [checks, findings, below] = await Promise.all([
    tx.$queryRaw<ChasingFaults['checks']>`
      with recursive ${treeBelow(under)}
      select campaign.code, tree.name as "unitName", planned_on::text as day,
        array(select full_name from campaign_checker join person on person.id = person_id
          where check_id = campaign_check.id order by full_name) as checkers
      from campaign_check join campaign on campaign.id = campaign_check.campaign_id
        join tree on tree.id = campaign.unit_id
      where campaign.state in ('published', 'closed') and struck_at is null and planned_on < ${on}::date
        and (not exists (select from campaign_check_unit where check_id = campaign_check.id)
          or exists (select from campaign_check_unit
            where check_id = campaign_check.id and recorded_at is null))
      order by planned_on, campaign.code`,
    tx.$queryRaw<ChasingFaults['findings']>`
      with recursive ${treeBelow(under)}
      select campaign.code, tree.name as "unitName", mend_by::text as by,
        exists (select from campaign_mending
          where check_unit_id = part.id and outcome is null) as told
      from campaign_check_unit part join campaign_check on campaign_check.id = part.check_id
        join campaign on campaign.id = campaign_check.campaign_id
        join tree on tree.id = part.unit_id
      where campaign.state in ('published', 'closed') and part.mend is not null
        and not exists (select from campaign_mending
          where check_unit_id = part.id and outcome = 'accepted')
      order by mend_by, campaign.code, tree.name`,
    tx.$queryRaw<{ id: string }[]>`
      with recursive ${treeBelow(under)} select id from tree`,
  ]);
  const day = dateColumn(on);
  const unreviewed = await tx.campaign.findMany({
    where: {
      unitId: { in: below.map(({ id }) => id) },
      state: { in: ['published', 'closed'] },
      OR: [{ midtermOn: { lt: day } }, { state: 'closed', finalReviewOn: { lt: day } }],
    },
    orderBy: { code: 'asc' },
    select: {
      ...{ code: true, state: true, midtermOn: true, finalReviewOn: true },
      unit: { select: { name: true } },
      reviews: { where: { finishedAt: { not: null } }, select: { kind: true } },
    },
  });
  const reviews = unreviewed
    .flatMap(({ code, state, midtermOn, finalReviewOn, unit, reviews: held }) => {
      const planned = [
        { kind: 'midterm' as const, on: midtermOn },
        ...(state === 'closed' ? [{ kind: 'final' as const, on: finalReviewOn }] : []),
      ];
      return planned.flatMap(({ kind, on: plannedOn }) =>
        code && plannedOn && plannedOn < day && !held.some((one) => one.kind === kind)
          ? [{ code, unitName: unit.name, kind, day: dayOf(plannedOn) }]
          : [],
      );
    })
    .toSorted((one, other) => (one.day < other.day ? -1 : 1));
  return { checks, findings, reviews };
}
