import type { Tx } from '../../database/client.ts';
import { nextInRegister } from '../../database/next-in-register.ts';
import { sqlToday } from '../../database/sql-today.ts';
import { takeTurns } from '../../database/take-turns.ts';
import { inTransaction } from '../../database/transaction.ts';
import { sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { refusing } from '../../kernel/errors.ts';
import { type Day, dateColumn } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { endorsersOf } from '../answers/endorsers.ts';
import { tellWhenReady } from '../answers/tell-when-ready.ts';
import { type SentFiles, takeFiles } from '../evidence/take-files.ts';
import { consentAsked, endorsementAsked } from '../messages.ts';
import { type ExemplarFile, exemplarFile } from '../queries.ts';
import { exemplarNumber, MOST_REPORTS_A_DAY } from '../rules.ts';
import { type Known, Named, Told } from './draft-content.ts';
import { findDraft, reportedAs, takeTurn } from './drafts.ts';
import { reportPhrases } from './report-phrases.ts';

const refusal = refusing(reportPhrases);

export interface Reported {
  id: string;
  number: string;
  /** The same deed was reported before: this one was added to that. */
  joined: boolean;
}

/**
 * Sends a report that was written in steps: those who are praised are asked whether they may be named, the
 * heads of their units to endorse. One who is named again for the same day is not praised twice: the report
 * joins the first. Sent twice, it is there once.
 *
 * @throws AppError draft_gone, self_praise, too_many_reports, person_left, files_refused
 */
export async function reportExemplar(
  deps: Deps,
  input: { actor: Actor; draftId: string; known: Known; files: SentFiles },
): Promise<Reported> {
  const { actor, draftId, known, files } = input;
  const { personId } = actor;
  return inTransaction(deps.db, async (tx) => {
    await takeTurn(tx, personId);
    const before = await reportedAs(tx, draftId, personId);
    if (before) return before;
    const draft = await findDraft(tx, { draftId, personId });
    const named = Named.safeParse(draft?.content.named);
    const told = Told.safeParse(draft?.content.told);
    if (!named.success || !told.success) throw refusal('draft_gone', (p) => p.draftGone);
    if (named.data.personIds.includes(personId)) throw refusal('self_praise', (p) => p.selfPraise);
    await refuseFlood(deps, tx, personId);
    const report = { ...named.data, ...told.data, ...known };
    const subjects = await subjectsOf(tx, report, today(deps));
    const same = await findSame(tx, subjects, report.happenedOn);
    const reported = same
      ? await join(tx, { draftId, personId, told: told.data, same })
      : await create(deps, tx, { id: draftId, actor, report, subjects });
    await tx.exemplarDraft.delete({ where: { id: draftId } });
    await takeFiles(tx, { actor, exemplarId: reported.id, files });
    const file = await exemplarFile(tx, { id: reported.id });
    if (file) await tellWhenReady(tx, file, today(deps));
    return reported;
  });
}

/** @throws AppError too_many_reports */
async function refuseFlood({ zone }: Deps, tx: Tx, personId: string): Promise<void> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select reported_at as at from exemplar where reporter_id = ${personId}::uuid
      union all
      select at from exemplar_mention where reporter_id = ${personId}::uuid
    ) as sent
    where (at at time zone ${zone}::text)::date = ${sqlToday(zone)}`;
  if ((row?.count ?? 0) >= MOST_REPORTS_A_DAY)
    throw refusal('too_many_reports', (p) => p.tooManyReports({ most: MOST_REPORTS_A_DAY }));
}

interface NewSubject {
  personId: string | null;
  unitId: string;
  position: string | null;
  directWorker: boolean | null;
}

/** @throws AppError person_left */
async function subjectsOf(tx: Tx, { personIds, unitId }: Named, on: Day): Promise<NewSubject[]> {
  const day = dateColumn(on);
  const postings = await tx.posting.findMany({
    where: {
      personId: { in: personIds },
      fromDate: { lte: day },
      OR: [{ toDate: null }, { toDate: { gte: day } }],
    },
    orderBy: { fromDate: 'desc' },
    select: { personId: true, unitId: true, position: true, office: true },
  });
  const persons = personIds.map((personId): NewSubject => {
    const posting = postings.find((one) => one.personId === personId);
    if (!posting) throw refusal('person_left', (p) => p.personUnknown);
    const { unitId: where, position, office } = posting;
    return { personId, unitId: where, position, directWorker: office === 'staff' };
  });
  const collective = { personId: null, position: null, directWorker: null };
  return unitId === null ? persons : [...persons, { ...collective, unitId }];
}

/** The report of the same day on one of them; until the transaction ends nobody else reports on any of them. */
async function findSame(
  tx: Tx,
  subjects: readonly NewSubject[],
  happenedOn: Day,
): Promise<{ id: string; number: string; reporterId: string } | null> {
  const keys = subjects.map(({ personId, unitId }) => personId ?? unitId);
  await takeTurns(tx, ...keys.map((key) => `praise of ${key} on ${happenedOn}`));
  const personIds = subjects.flatMap(({ personId }) => personId ?? []);
  const unitIds = subjects.flatMap(({ personId, unitId }) => (personId === null ? unitId : []));
  return tx.exemplar.findFirst({
    where: {
      happenedOn: dateColumn(happenedOn),
      state: { in: ['waiting', 'published'] },
      subjects: {
        some: {
          OR: [{ personId: { in: personIds } }, { personId: null, unitId: { in: unitIds } }],
        },
      },
    },
    orderBy: { reportedAt: 'asc' },
    select: { id: true, number: true, reporterId: true },
  });
}

async function join(
  tx: Tx,
  report: {
    draftId: string;
    personId: string;
    told: Told;
    same: { id: string; number: string; reporterId: string };
  },
): Promise<Reported> {
  const { draftId, personId, told, same } = report;
  const { id, number } = same;
  // Whoever reported it tells it once more: nothing is added.
  if (same.reporterId === personId) return { id, number, joined: true };
  const { count } = await tx.exemplarMention.createMany({
    data: [{ exemplarId: id, reporterId: personId, draftId, deed: told.deed, result: told.result }],
    skipDuplicates: true,
  });
  if (count > 0)
    await audit(tx, {
      kind: 'exemplar.joined',
      subjectId: id,
      actorId: personId,
      after: { number },
    });
  return { id, number, joined: true };
}

async function create(
  deps: Deps,
  tx: Tx,
  given: {
    id: string;
    actor: Actor;
    report: Named & Told & Known;
    subjects: readonly NewSubject[];
  },
): Promise<Reported> {
  const { id, actor, report, subjects } = given;
  const { personIds: _, unitId: __, happenedOn, endedOn, method, citizens, ...same } = report;
  const year = Number(today(deps).slice(0, 4));
  const number = exemplarNumber(year, await nextInRegister(tx, 'exemplar', year));
  await tx.exemplar.create({
    data: {
      ...same,
      id,
      number,
      reporterId: actor.personId,
      happenedOn: dateColumn(happenedOn),
      endedOn: endedOn && dateColumn(endedOn),
      method: method ?? null,
      citizens: citizens ?? null,
      subjects: { create: subjects.map((one, index) => ({ ...one, ordinal: index + 1 })) },
      endorsements: {
        create: [...new Set(subjects.map(({ unitId }) => unitId))].map((unitId) => ({ unitId })),
      },
    },
    select: { id: true },
  });
  await audit(tx, {
    kind: 'exemplar.reported',
    subjectId: id,
    actorId: actor.personId,
    after: {
      number,
      exemplarKind: report.kind,
      subjects: subjects.map(({ personId, unitId }) => ({ personId, unitId })),
    },
  });
  const file = await exemplarFile(tx, { id });
  if (!file) throw new Error('a report was not written');
  await ask(deps, tx, file);
  return { id, number, joined: false };
}

/** Asks for consent and endorsement. A head who reports on their own people has endorsed it by that. */
async function ask(deps: Deps, tx: Tx, file: ExemplarFile): Promise<void> {
  const { reporterId, subjects } = file;
  for (const { id, personId } of subjects) {
    if (personId === null) continue;
    await sendMessage(tx, consentAsked, {
      to: { personId },
      params: {},
      subjectId: id,
      dedupeKey: `${consentAsked.purpose}:${id}`,
    });
  }
  for (const { id, unitId } of file.endorsements) {
    const asked = await endorsersOf(tx, { unitId, reporterId, subjects }, today(deps));
    if (asked.includes(reporterId)) {
      await tx.$executeRaw`
        update exemplar_endorsement set endorsed = true, by_id = ${reporterId}::uuid, at = app_now()
        where id = ${id}::uuid`;
      await audit(tx, {
        kind: 'exemplar.endorsed',
        subjectId: file.id,
        actorId: reporterId,
        after: { unitId },
      });
      continue;
    }
    for (const personId of asked)
      await sendMessage(tx, endorsementAsked, {
        to: { personId },
        params: {},
        subjectId: id,
        dedupeKey: `${endorsementAsked.purpose}:${id}:${personId}`,
      });
  }
}
