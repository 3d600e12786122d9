import { sqlToday } from '../../database/sql-today.ts';
import { inTransaction } from '../../database/transaction.ts';
import { sendMessages } from '../../jobs/outbox.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { sqlOfficeHours } from '../../kernel/sql-office-hours.ts';
import { addWorkingDays } from '../../kernel/time.ts';
import { campaignRulesOn } from '../../rulebook/campaign-rules.ts';
import { checkComing } from '../messages.ts';

interface Told {
  checkId: string;
  personId: string;
  day: string;
  stage: 'before' | 'day' | 'late';
}

/**
 * Tells those who check of checks that are ahead: some working days before, and on the day, each once for a day, from
 * 08:00 to 17:00 of a working day where the organisation is. A check that falls on a weekend is not told on its day; one
 * that is arranged late is told at once. What was missed is caught up until the day is over. Once that is over and findings
 * are not written, they are told that, once.
 */
export async function remindCheckers(deps: Deps): Promise<void> {
  const on = today(deps);
  const notice = campaignRulesOn(deps.rulebook, on).checkNoticeDays.value;
  const horizon = addWorkingDays(on, notice);
  await inTransaction(deps.db, async (tx) => {
    const told = await tx.$queryRaw<Told[]>`
      update campaign_checker
      set told_before = case when planned_on > ${sqlToday(deps.zone)} then planned_on else told_before end,
        told_day = case when planned_on = ${sqlToday(deps.zone)} then planned_on else told_day end,
        told_late = case when planned_on < ${sqlToday(deps.zone)} then planned_on else told_late end
      from campaign_check join campaign on campaign.id = campaign_check.campaign_id
      where campaign_check.id = campaign_checker.check_id and struck_at is null
        and campaign.state in ('published', 'closed')
        and (planned_on = ${sqlToday(deps.zone)} and told_day is distinct from planned_on
          or planned_on > ${sqlToday(deps.zone)} and planned_on <= ${horizon}::date
            and told_before is distinct from planned_on
          or planned_on < ${sqlToday(deps.zone)} and told_late is distinct from planned_on
            and exists (select from campaign_check_unit part
              where part.check_id = campaign_check.id and part.recorded_at is null))
        and ${sqlOfficeHours(deps.zone)}
      returning check_id::text as "checkId", person_id::text as "personId", planned_on::text as day,
        case
          when planned_on > ${sqlToday(deps.zone)} then 'before'
          when planned_on = ${sqlToday(deps.zone)} then 'day' else 'late' end as stage`;
    await sendMessages(
      tx,
      checkComing,
      told.map(({ checkId, personId, day, stage }) => ({
        to: { personId },
        params: { stage },
        subjectId: checkId,
        dedupeKey: `${checkComing.purpose}:${checkId}:${personId}:${day}:${stage}`,
      })),
    );
  });
}
