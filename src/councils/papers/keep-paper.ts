import type { z } from 'zod';
import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { type TakenFile, takeSentFile } from '../../documents/take-sent-file.ts';
import { recordDecisionIn } from '../../initiatives/workflow/record-decision.ts';
import type { WorkDeps } from '../../jobs/kinds.ts';
import { sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import { dateColumn } from '../../kernel/time.ts';
import { type Actor, findActor } from '../../people/actor.ts';
import { type Awarded, recordAwards } from '../../records/record-awards.ts';
import { releaseHeld } from '../release/release-held.ts';
import { holdToRun } from '../sittings/running.ts';
import { type keepPaperTask, paperChecked } from './paper-messages.ts';
import { paperFacts, type SittingPapers, sittingPapers } from './paper-queries.ts';
import { PAPER_TYPES, problemsWith, refKey, speaksOf } from './paper-rules.ts';
import { refreshSitting } from './refresh-sitting.ts';

type Given = z.infer<(typeof keepPaperTask)['payload']>;
type Told = z.infer<(typeof paperChecked)['params']>;
type Outcome = Told['outcome'];

/**
 * Fetches a signed copy, checks it by its content, keeps it and tells its sender what became of it. With the minutes
 * of the sitting its results become final; with a decision the results of its title, or of the initiatives, are
 * released, what it gives is written into the records, and the recognition of initiatives that passed is recorded by it.
 * Of two copies of one paper at once one is kept. The same job again keeps nothing twice.
 *
 * @throws to be called again, when Slack was away
 */
export async function keepPaper(deps: WorkDeps, given: Given): Promise<void> {
  const actor = await findActor(deps, given.slackUserId);
  if (!actor) return;
  const file = await takeSentFile(deps, {
    fileId: given.fileId,
    taken: PAPER_TYPES,
    otherwise: given.ref.kind === 'decision' ? 'quyet-dinh' : 'bien-ban',
  });
  await inTransaction(deps.db, async (tx) => {
    const outcome: Outcome =
      'problem' in file
        ? { kind: 'refused', problem: file.problem }
        : await store(deps, tx, actor, given, file);
    await tell(tx, actor, given, outcome);
  });
}

async function store(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  given: Given,
  file: TakenFile,
): Promise<Outcome> {
  const { sittingId, ref, replaces, fileId } = given;
  try {
    await holdToRun(deps, tx, { actor, sittingId });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { kind: 'refused', problem: 'may_not' };
  }
  // Numbers are the council's: its sittings follow each other here. Annulments of the ballots wait, or are found.
  await tx.$queryRaw`
    select council.id::text from council join sitting on sitting.council_id = council.id
    where sitting.id = ${sittingId}::uuid for no key update of council`;
  await tx.$queryRaw`
    select ballot.id::text from ballot join agenda_item on agenda_item.id = ballot.agenda_item_id
    where agenda_item.sitting_id = ${sittingId}::uuid and ballot.state = 'closed'
    order by ballot.id for no key update of ballot`;
  const before = await tx.signedPaper.findFirst({
    where: { sittingId, fileId, kind: ref.kind, itemKey: ref.itemKey, year: ref.year },
    select: { id: true },
  });
  if (before) return { kind: 'kept', ...NOTHING };
  const sitting = await sittingPapers(deps, tx, sittingId);
  if (!sitting) return { kind: 'refused', problem: 'may_not' };
  const about = { sitting, form: given, actor };
  const [problem] = problemsWith(given, await paperFacts(deps, tx, about));
  if (problem) return { kind: 'refused', problem: problem.code };

  if (replaces) await takeBack(tx, { paperId: replaces.id, reason: replaces.reason, actor });
  const paperId = await keep(tx, { sitting, given, file, actor, replacesId: replaces?.id ?? null });
  const followed = await follow(deps, tx, { sitting, given, actor, paperId });
  await refreshSitting(tx, sittingId);
  return { kind: 'kept', ...followed };
}

/** Takes a signed copy that stands back, in the caller's transaction; its row stays. */
export async function takeBack(
  tx: Tx,
  { paperId, reason, actor }: { paperId: string; reason: string; actor: Actor },
): Promise<void> {
  await tx.$executeRaw`
    update signed_paper set taken_back_by_id = ${actor.personId}::uuid, taken_back_at = app_now(),
      taken_back_reason = ${reason}
    where id = ${paperId}::uuid and taken_back_at is null`;
  const { sittingId, kind, number } = await tx.signedPaper.findUniqueOrThrow({
    where: { id: paperId },
    select: { sittingId: true, kind: true, number: true },
  });
  await audit(tx, {
    kind: 'council.paper_taken_back',
    subjectId: sittingId,
    actorId: actor.personId,
    before: { paperId, kind, number },
    reason,
  });
}

async function keep(
  tx: Tx,
  kept: {
    sitting: SittingPapers;
    given: Given;
    file: TakenFile;
    actor: Actor;
    replacesId: string | null;
  },
): Promise<string> {
  const { sitting, given, file, actor, replacesId } = kept;
  const { ref, number, signedOn, signatory, fileId } = given;
  const { content, ...about } = file;
  const { id } = await tx.signedPaper.create({
    data: {
      sittingId: sitting.id,
      councilId: sitting.council.id,
      ...ref,
      ...{ number, signatory, fileId, replacesId },
      signedOn: dateColumn(signedOn),
      ...about,
      attachedById: actor.personId,
      content: { create: { bytes: new Uint8Array(content) } },
    },
    select: { id: true },
  });
  const { type, size, sha256 } = about;
  await audit(tx, {
    kind: 'council.paper_attached',
    subjectId: sitting.id,
    actorId: actor.personId,
    after: { paperId: id, ...ref, number, signedOn, signatory, type, size, sha256, replacesId },
  });
  return id;
}

interface Followed {
  released: number;
  recorded: number;
  left: string[];
  awarded: number;
  standing: { name: string; number: string }[];
}

const NOTHING: Followed = { released: 0, recorded: 0, left: [], awarded: 0, standing: [] };

/** What follows from a decision: results are released, awards and recognitions recorded. */
async function follow(
  deps: Deps,
  tx: Tx,
  {
    sitting,
    given,
    actor,
    paperId,
  }: { sitting: SittingPapers; given: Given; actor: Actor; paperId: string },
): Promise<Followed> {
  const { ref, number, signedOn, signatory, replaces } = given;
  if (ref.kind !== 'decision' || ref.itemKey === null) return NOTHING;
  const released = await releaseHeld(tx, {
    sittingId: sitting.id,
    group: { itemKey: ref.itemKey, year: ref.year },
    actorId: actor.personId,
    paperId,
  });
  const passed = sitting.ballots.flatMap((ballot) => {
    const { id: ballotId, initiativeId, result, annulled } = ballot;
    if (!speaksOf(ref, ballot) || result !== 'passed' || annulled || !initiativeId) return [];
    return [{ ballotId, initiativeId }];
  });
  let recorded = 0;
  const left: string[] = [];
  for (const one of passed) {
    const decision = { kind: 'recognised', number, decidedOn: signedOn, signatory } as const;
    try {
      const { happened } = await recordDecisionIn(deps, tx, { actor, ...one, ...decision });
      if (happened) recorded += 1;
    } catch (error) {
      // Nothing is written before these are thrown: another secretary records it, by this number and day.
      if (!(error instanceof AppError) || !LEFT_TO_OTHERS.has(error.code)) throw error;
      const { number: left_ } = await tx.initiative.findUniqueOrThrow({
        where: { id: one.initiativeId },
        select: { number: true },
      });
      left.push(left_);
    }
  }
  const awards = await recordAwards(deps, tx, {
    actorId: actor.personId,
    decision: {
      ...{ paperId, number, signatory },
      decidedOn: signedOn,
      replacesId: replaces?.id ?? null,
    },
    awarded: awardedBy(sitting, ref),
  });
  return { released, recorded, left, awarded: awards.recorded, standing: awards.left };
}

/** Whom a decision names: those nominated for its title or commendation who passed. */
function awardedBy({ ballots }: SittingPapers, ref: Given['ref']): Awarded[] {
  return ballots.flatMap((ballot) => {
    const { kind, itemKey: title, year, personId, unitId, result, annulled } = ballot;
    if (kind !== 'nomination' || year === null || result !== 'passed' || annulled) return [];
    return speaksOf(ref, ballot) ? [{ personId, unitId, title, year }] : [];
  });
}

const LEFT_TO_OTHERS: ReadonlySet<string> = new Set(['not_secretary', 'is_author']);

async function tell(tx: Tx, { personId }: Actor, given: Given, outcome: Outcome): Promise<void> {
  const { sittingId, ref, number, signedOn, fileId } = given;
  await sendMessage(tx, paperChecked, {
    to: { personId },
    params: { ref, number, signedOn, outcome },
    subjectId: sittingId,
    dedupeKey: `${paperChecked.purpose}:${sittingId}:${refKey(ref)}:${fileId}`,
  });
}
