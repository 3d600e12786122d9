import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { type AppError, throwTogether } from '../../kernel/errors.ts';
import { dayOf } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { holdRecognised } from '../workflow/hold-recognised.ts';
import { mayReport } from './adoption-access.ts';
import { type AfterPhrases, afterRefusal } from './after-refusal.ts';
import { MOST_DONG, MOST_HOURS, readWhole } from './effects.ts';

/**
 * Reports what an initiative saved in a year at a unit that applies it, or corrects the report of that
 * year: the one before stays on record, the newest counts. A repetition changes nothing.
 *
 * @param input.reportId becomes the id of what is recorded
 * @param input.seenReportId the report of the year that the form was drawn from; null when it had none
 * @param input.hours whole hours as written, `input.dong` whole đồng
 * @throws AppError adoption_unknown, not_reporter, recognition_annulled, not_begun, report_changed, and
 *   year_outside, year_reported, number_unreadable together, at their fields
 */
export async function reportEffect(
  deps: Deps,
  input: {
    actor: Actor;
    reportId: string;
    adoptionId: string;
    year: number;
    seenReportId: string | null;
    hours: string;
    dong: string;
    note: string;
  },
): Promise<{ happened: boolean }> {
  const { actor, reportId, adoptionId, year, note } = input;
  const { hours, dong, unreadable } = readFigures(input);
  return inTransaction(deps.db, async (tx) => {
    const adoption = await holdAdoption(tx, adoptionId);
    if (!(await mayReport(tx, actor, adoption)))
      throw afterRefusal('not_reporter', (p) => p.notReporter);
    if (await tx.effectReport.findUnique({ where: { id: reportId }, select: { id: true } }))
      return { happened: false };
    const { initiativeId, unitId } = adoption;
    await holdRecognised(tx, initiativeId);
    if (dayOf(adoption.since) > today(deps))
      throw afterRefusal('not_begun', (p) => p.notBegun({ since: dayOf(adoption.since) }));
    const newest = await tx.effectReport.findFirst({
      where: { year, adoption: { initiativeId, unitId } },
      orderBy: { seq: 'desc' },
      select: { id: true, hours: true, dong: true },
    });
    const reported = newest !== null && input.seenReportId === null;
    throwTogether([...wrongYear(deps, year, adoption, reported), ...unreadable]);
    if ((newest?.id ?? null) !== input.seenReportId)
      throw afterRefusal('report_changed', (p) => p.reportChanged);
    await tx.effectReport.create({
      data: { id: reportId, adoptionId, year, hours, dong, note, reportedById: actor.personId },
      select: { id: true },
    });
    await audit(tx, {
      kind: newest ? 'initiative.effect_corrected' : 'initiative.effect_reported',
      subjectId: initiativeId,
      actorId: actor.personId,
      ...(newest ? { before: { hours: String(newest.hours), dong: String(newest.dong) } } : {}),
      after: { adoptionId, unitId, year, hours: String(hours), dong: String(dong) },
    });
    return { happened: true };
  });
}

/** The figures as written; what cannot be read is nothing, with a refusal for its field. */
function readFigures(written: { hours: string; dong: string }) {
  const unreadable: AppError[] = [];
  const readAt = (field: 'hours' | 'dong', most: bigint): bigint => {
    const read = readWhole(written[field], most);
    if (read.ok) return read.value;
    const { problem } = read;
    const say = (p: AfterPhrases) => p.numberUnreadable({ field, problem, most });
    unreadable.push(afterRefusal('number_unreadable', say, field));
    return 0n;
  };
  return { hours: readAt('hours', MOST_HOURS), dong: readAt('dong', MOST_DONG), unreadable };
}

interface HeldAdoption {
  initiativeId: string;
  unitId: string;
  responsibleId: string;
  since: Date;
  endedOn: Date | null;
}

/** Reports of one unit on one initiative come one after the other. */
async function holdAdoption(tx: Tx, adoptionId: string): Promise<HeldAdoption> {
  await tx.$queryRaw`
    select held.id from adoption held join adoption meant
      on held.initiative_id = meant.initiative_id and held.unit_id = meant.unit_id
    where meant.id = ${adoptionId}::uuid
    order by held.id for update of held`;
  const adoption = await tx.adoption.findUnique({
    where: { id: adoptionId },
    select: {
      initiativeId: true,
      unitId: true,
      responsibleId: true,
      since: true,
      endedOn: true,
    },
  });
  if (!adoption) throw afterRefusal('adoption_unknown', (p) => p.adoptionUnknown);
  return adoption;
}

function wrongYear(
  deps: Deps,
  year: number,
  { since, endedOn }: HeldAdoption,
  reported: boolean,
): AppError[] {
  const yearOf = (day: string) => Number(day.slice(0, 4));
  const first = yearOf(dayOf(since));
  const last = Math.min(yearOf(today(deps)), endedOn ? yearOf(dayOf(endedOn)) : Infinity);
  if (year < first || year > last)
    return [afterRefusal('year_outside', (p) => p.yearOutside({ first, last }), 'year')];
  return reported ? [afterRefusal('year_reported', (p) => p.yearReported({ year }), 'year')] : [];
}
