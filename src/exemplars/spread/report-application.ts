import { inTransaction } from '../../database/transaction.ts';
import { readWhole } from '../../initiatives/after/effects.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { type AppError, refusing, throwTogether } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { spreadPhrases } from './spread-phrases.ts';
import { type Application, applicationsWhere, mayReport } from './spread-queries.ts';

const refusal = refusing(spreadPhrases);

/** Most that one report may name; the database holds the same limit. */
const MOST = 100_000_000n;

/**
 * An application on which the actor may report.
 *
 * @throws AppError application_unknown, the same whether it does not exist or is another unit's
 */
export async function openApplication(
  deps: Deps,
  actor: Actor,
  applicationId: string,
): Promise<Application> {
  const [application] = await applicationsWhere(deps, deps.db, { id: applicationId });
  if (!application || !(await mayReport(deps.db, actor, application)))
    throw refusal('application_unknown', (p) => p.unknown);
  return application;
}

/**
 * Reports what came of copying a model, in words and figures. A later report takes the place of the one
 * before, which stays on record. A repetition changes nothing.
 *
 * @param input.reportId becomes the id of what is recorded
 * @param input.people, input.hours whole numbers as written
 * @throws AppError application_unknown; figures_unreadable at their fields
 */
export async function reportApplication(
  deps: Deps,
  input: {
    actor: Actor;
    applicationId: string;
    reportId: string;
    note: string;
    people: string;
    hours: string;
  },
): Promise<{ happened: boolean }> {
  const { actor, applicationId, reportId, note } = input;
  const application = await openApplication(deps, actor, applicationId);
  const wrong: AppError[] = [];
  const figure = (field: 'people' | 'hours'): bigint => {
    const read = readWhole(input[field], MOST);
    if (read.ok) return read.value;
    wrong.push(refusal('figures_unreadable', (p) => p.unreadable, field));
    return 0n;
  };
  const figures = { people: figure('people'), hours: figure('hours') };
  throwTogether(wrong);
  return inTransaction(deps.db, async (tx) => {
    const { count } = await tx.applicationReport.createMany({
      data: [{ id: reportId, applicationId, note, ...figures, reportedById: actor.personId }],
      skipDuplicates: true,
    });
    if (count === 0) return { happened: false };
    await audit(tx, {
      kind: 'exemplar.application_reported',
      subjectId: application.exemplarId,
      actorId: actor.personId,
      after: { applicationId, people: String(figures.people), hours: String(figures.hours) },
    });
    return { happened: true };
  });
}
