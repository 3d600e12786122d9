import { inTransaction } from '../../database/transaction.ts';
import { sendMessages } from '../../jobs/outbox.ts';
import { auditAll } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { sqlOfficeHours } from '../../kernel/sql-office-hours.ts';
import { reportsDue } from '../messages.ts';
import { APPLICATION_REPORT_MONTHS } from '../rules.ts';
import { askedToReport } from './spread-queries.ts';

/**
 * Asks the units that copy a model what came of it: some months later, within the working hours of a working
 * day, in one message to each; again after as long while there is no report. What fell due while nothing ran
 * is asked on the next day. Nobody is asked about what was taken down.
 */
export async function remindApplications(deps: Deps): Promise<void> {
  const { zone } = deps;
  const on = today(deps);
  await inTransaction(deps.db, async (tx) => {
    const claimed = await tx.$queryRaw<
      { id: string; exemplarId: string; unitId: string; appliedById: string }[]
    >`
      update exemplar_application as claimed set reminded_at = app_now()
      from exemplar
      where exemplar.id = claimed.exemplar_id and exemplar.state = 'published'
        and ${sqlOfficeHours(zone)}
        and not exists (select from application_report where application_id = claimed.id)
        and coalesce(claimed.reminded_at, claimed.applied_at)
          <= app_now() - make_interval(months => ${APPLICATION_REPORT_MONTHS}::int)
      returning claimed.id::text, claimed.exemplar_id::text as "exemplarId",
        claimed.unit_id::text as "unitId", claimed.applied_by_id::text as "appliedById"`;
    const readers = new Set<string>();
    for (const application of claimed) {
      for (const personId of await askedToReport(tx, { ...application, on })) readers.add(personId);
    }
    await auditAll(
      tx,
      claimed.map(({ id, exemplarId, unitId }) => ({
        kind: 'exemplar.application_reminded',
        subjectId: exemplarId,
        actorId: null,
        after: { applicationId: id, unitId },
      })),
    );
    await sendMessages(
      tx,
      reportsDue,
      [...readers].map((personId) => ({
        to: { personId },
        params: {},
        subjectId: personId,
        dedupeKey: `${reportsDue.purpose}:${personId}:${on}`,
      })),
    );
  });
}
