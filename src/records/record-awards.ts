import type { Tx } from '../database/client.ts';
import { refreshMessages, sendMessages } from '../jobs/outbox.ts';
import { auditAll } from '../kernel/audit.ts';
import { type Deps, today } from '../kernel/deps.ts';
import { type Day, dateColumn, dayOf } from '../kernel/time.ts';
import { nearestHoldersOf } from '../people/queries.ts';
import { awardAnnulled, awardRecorded } from './messages.ts';

/** Who is given what by a decision. */
export interface Awarded {
  personId: string | null;
  unitId: string | null;
  /** Key of the rulebook: a title or a form of commendation. */
  title: string;
  year: number;
}

export interface AwardDecision {
  paperId: string;
  /** The copy that was attached by mistake and in whose place it comes. */
  replacesId: string | null;
  number: string;
  decidedOn: Day;
  signatory: string;
}

interface AwardRow {
  id: string;
  personId: string | null;
  unitId: string | null;
  title: string;
  year: number;
  decisionNumber: string;
  decidedOn: Date;
  annulledAt: Date | null;
  signedPaperId: string | null;
}

const awardFields = {
  id: true,
  personId: true,
  unitId: true,
  title: true,
  year: true,
  decisionNumber: true,
  decidedOn: true,
  annulledAt: true,
  signedPaperId: true,
} as const;

/**
 * Writes what a signed decision gives into the records, in the caller's transaction, and tells those who are given it:
 * the person, or the heads of the collective. What the decision replaces is corrected in place. An award that stands by
 * another decision is left as it is.
 *
 * @returns how many records say so now by this decision, and those that another decision stands in
 */
export async function recordAwards(
  deps: Deps,
  tx: Tx,
  { actorId, decision, awarded }: { actorId: string; decision: AwardDecision; awarded: Awarded[] },
): Promise<{ recorded: number; left: { name: string; number: string }[] }> {
  if (awarded.length === 0) return { recorded: 0, left: [] };
  const { paperId, number, signatory } = decision;
  const written = {
    decisionNumber: number,
    decidedOn: dateColumn(decision.decidedOn),
    signatory,
    signedPaperId: paperId,
  };
  await lockRecords(tx, {
    personIds: awarded.flatMap(({ personId: id }) => id ?? []),
    unitIds: awarded.flatMap(({ unitId: id }) => id ?? []),
  });
  const before = new Map((await awardsOf(tx, awarded)).map((one) => [keyOf(one), one]));
  const added = awarded.filter((one) => !before.has(keyOf(one)));
  const created = await tx.award.createManyAndReturn({
    data: added.map((one) => ({ ...one, ...written })),
    select: awardFields,
  });
  const { replacesId } = decision;
  const mended = [...before.values()].filter(
    (one) => one.annulledAt !== null || (replacesId !== null && one.signedPaperId === replacesId),
  );
  const mendedIds = mended.map(({ id }) => id);
  await tx.award.updateMany({
    where: { id: { in: mendedIds } },
    data: { ...written, annulledAt: null },
  });
  await auditAll(
    tx,
    [
      ...created.map((one) => ({ one, before: null })),
      ...mended.map((one) => ({ one, before: one })),
    ].map(({ one, before: was }) => ({
      kind: was ? ('records.award_corrected' as const) : ('records.award_recorded' as const),
      subjectId: one.personId ?? one.unitId ?? one.id,
      actorId,
      ...(was ? { before: audited(was) } : {}),
      after: { title: one.title, year: one.year, number, decidedOn: decision.decidedOn, paperId },
    })),
  );
  // What is corrected is corrected where it was told.
  const anew = mended.filter(({ annulledAt }) => annulledAt !== null);
  await tell(deps, tx, [...created, ...anew], paperId);
  await refreshMessages(tx, awardRecorded, mendedIds);
  const now = new Set([...created.map(({ id }) => id), ...mendedIds]);
  const others = [...before.values()].filter(
    (one) =>
      !now.has(one.id) &&
      (one.decisionNumber !== number || dayOf(one.decidedOn) !== decision.decidedOn),
  );
  return { recorded: now.size, left: await namesOf(tx, others) };
}

/**
 * Awards that stand by a signed copy stand no more: it was attached by mistake. Those who were told are told, with the
 * reason.
 */
export async function annulAwardsOf(
  deps: Deps,
  tx: Tx,
  { actorId, paperId, reason }: { actorId: string; paperId: string; reason: string },
): Promise<void> {
  const awards: AwardRow[] = await tx.award.findMany({
    where: { signedPaperId: paperId, annulledAt: null },
    orderBy: { id: 'asc' },
    select: awardFields,
  });
  if (awards.length === 0) return;
  const ids = awards.map(({ id }) => id);
  await tx.$executeRaw`update award set annulled_at = app_now() where id = any(${ids}::uuid[])`;
  await auditAll(
    tx,
    awards.map((one) => ({
      kind: 'records.award_annulled' as const,
      subjectId: one.personId ?? one.unitId ?? one.id,
      actorId,
      before: audited(one),
      reason,
    })),
  );
  await refreshMessages(tx, awardRecorded, ids);
  const told = await toldOf(deps, tx, awards);
  await sendMessages(
    tx,
    awardAnnulled,
    told.map(({ award, personId }) => ({
      to: { personId },
      params: { number: award.decisionNumber, decidedOn: dayOf(award.decidedOn), reason },
      subjectId: award.id,
      dedupeKey: `${awardAnnulled.purpose}:${award.id}:${paperId}:${personId}`,
    })),
  );
}

async function tell(
  deps: Deps,
  tx: Tx,
  awards: readonly AwardRow[],
  paperId: string,
): Promise<void> {
  const told = await toldOf(deps, tx, awards);
  await sendMessages(
    tx,
    awardRecorded,
    told.map(({ award, personId }) => ({
      to: { personId },
      params: {},
      subjectId: award.id,
      dedupeKey: `${awardRecorded.purpose}:${award.id}:${paperId}:${personId}`,
    })),
  );
}

/** The person of an award, or the heads of the collective, in the order of the awards. */
async function toldOf(
  deps: Deps,
  tx: Tx,
  awards: readonly AwardRow[],
): Promise<{ award: AwardRow; personId: string }[]> {
  const unitIds = awards.flatMap(({ unitId }) => unitId ?? []);
  const heads = await nearestHoldersOf(tx, { role: 'head', unitIds, on: today(deps) });
  return awards.flatMap((award) =>
    (award.personId ? [award.personId] : (heads.get(award.unitId ?? '') ?? [])).map((personId) => ({
      award,
      personId,
    })),
  );
}

/** Those who write on one record come one after the other, people before units. */
export async function lockRecords(
  tx: Tx,
  { personIds, unitIds }: { personIds: readonly string[]; unitIds: readonly string[] },
): Promise<void> {
  await tx.$queryRaw`
    select id::text from person where id = any(${[...personIds]}::uuid[]) order by id for no key update`;
  await tx.$queryRaw`
    select id::text from unit where id = any(${[...unitIds]}::uuid[]) order by id for no key update`;
}

function awardsOf(tx: Tx, awarded: readonly Awarded[]): Promise<AwardRow[]> {
  return tx.award.findMany({
    where: {
      OR: awarded.map(({ personId, unitId, title, year }) =>
        personId ? { personId, title, year } : { unitId, title, year },
      ),
    },
    select: awardFields,
  });
}

async function namesOf(
  tx: Tx,
  awards: readonly AwardRow[],
): Promise<{ name: string; number: string }[]> {
  const people = await tx.person.findMany({
    where: { id: { in: awards.flatMap(({ personId }) => personId ?? []) } },
    select: { id: true, fullName: true },
  });
  const units = await tx.unit.findMany({
    where: { id: { in: awards.flatMap(({ unitId }) => unitId ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map([
    ...people.map(({ id, fullName }) => [id, fullName] as const),
    ...units.map(({ id, name }) => [id, name] as const),
  ]);
  return awards.map(({ personId, unitId, decisionNumber }) => ({
    name: names.get(personId ?? unitId ?? '') ?? '',
    number: decisionNumber,
  }));
}

function keyOf({ personId, unitId, title, year }: Awarded): string {
  return `${personId ?? unitId}:${title}:${year}`;
}

function audited({ title, year, decisionNumber, decidedOn, signedPaperId }: AwardRow) {
  return {
    ...{ title, year, number: decisionNumber, decidedOn: dayOf(decidedOn) },
    paperId: signedPaperId,
  };
}
