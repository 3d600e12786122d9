import { refreshSittings } from '../../councils/sittings/refresh-sittings.ts';
import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { dateColumn, dayIn } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { changedParts, contentOf, type Part, type Replaced } from '../initiative-content.ts';
import { askForShares } from '../intake/ask-for-shares.ts';
import { checkFiledShares } from '../intake/check-filed-shares.ts';
import { checkPeopleLines } from '../intake/check-people-lines.ts';
import { Description, DraftContent, Particulars } from '../intake/draft-content.ts';
import { deadlineFrom, firstApplicationCheck } from '../rules.ts';
import { findSubject, isOwn, readersOf, type Subject } from '../similar/find-subject.ts';
import { mendableBy, readsConfidential } from './open-mending.ts';
import type { MendedSubstance } from './save-mending.ts';
import { lastStep } from './step-queries.ts';
import { takeStep, tellOfStep } from './take-step.ts';
import { tellSecretaries } from './tell-secretaries.ts';
import { mendedNews } from './workflow-messages.ts';
import { workflowRefusal } from './workflow-phrases.ts';

/**
 * Hands an initiative in again that was returned: it keeps its number, what stood before goes into its
 * history, and its form is checked anew. After the days for correcting it, it is marked as late. A
 * repetition, even at the same moment, answers the same.
 *
 * @param input.savedAt the mark of the draft that the second step was drawn from
 * @param input.shares in whole percent, those in the staff list first
 * @throws AppError initiative_unknown, not_author, not_returned, shares_wrong, draft_changed,
 *   first_application_in_future, participant_unreadable, author_detail_unreadable
 */
export async function mendInitiative(
  deps: Deps,
  input: {
    actor: Actor;
    initiativeId: string;
    revision: number;
    savedAt: Date;
    shares: readonly number[];
    written: MendedSubstance;
  },
): Promise<{ changed: Part[] }> {
  const { actor, initiativeId, revision, shares, written } = input;
  return inTransaction(deps.db, async (tx) => {
    // Taking the draft away comes first: of two submissions the second waits here, then finds it gone.
    const draft = await takeMending(tx, input);
    const again = await mendedBefore(tx, input);
    if (again) return again;
    const subject = await mendableBy(deps, tx, input);
    if (draft?.updatedAt.getTime() !== input.savedAt.getTime())
      throw workflowRefusal('draft_changed', (p) => p.mendingChanged);
    const { authors } = draft.content;
    const { priorState, essence } = written;
    const description = Description.parse({ ...draft.content.description, priorState, essence });
    checkFiledShares(shares, authors);
    const before = await contentOf(tx, initiativeId);
    const particulars = Particulars.parse(written);
    await checkPeopleLines(tx, particulars, authors);
    // Whoever may not read the confidential part was not shown it: what they left empty stays.
    if (!particulars.confidential && !(await readsConfidential(deps, tx, actor, subject)))
      particulars.confidential = before.particulars.confidential;
    const after: Replaced = { description, authors, particulars, shares: [...shares] };
    if (!(await write(deps, tx, subject, after))) await mendableBy(deps, tx, input);
    const mended = await tx.initiative.findUniqueOrThrow({
      where: { id: initiativeId },
      select: { mendedLate: true },
    });
    const changed = changedParts(before, after);
    const stepId = await takeStep(tx, {
      initiativeId,
      kind: 'mended',
      revision: revision + 1,
      byId: actor.personId,
      late: mended.mendedLate,
      replaced: before,
      changed,
    });
    await audit(tx, {
      kind: 'initiative.mended',
      subjectId: initiativeId,
      actorId: actor.personId,
      before: { state: 'returned', revision },
      after: { state: 'received', revision: revision + 1, changed, late: mended.mendedLate },
    });
    const now = await findSubject(tx, { id: initiativeId });
    const personIds = [...readersOf(now), ...subject.authorIds];
    await tellOfStep(tx, mendedNews, { initiativeId, stepId, personIds });
    await askForShares(tx, { initiativeId, confirmedById: actor.personId });
    await tellSecretaries(tx, now, dayIn(deps.zone, deps.clock.now()));
    // It stays on the agendas it was returned from: with another title, or other authors, who do not vote on it.
    await refreshSittings(tx, { initiativeIds: [initiativeId] });
    return { changed };
  });
}

async function takeMending(
  tx: Tx,
  { initiativeId, revision, actor }: { initiativeId: string; revision: number; actor: Actor },
): Promise<{ content: DraftContent; updatedAt: Date } | null> {
  const rows = await tx.$queryRaw<{ content: unknown; updated_at: Date }[]>`
    delete from initiative_mending
    where initiative_id = ${initiativeId}::uuid and person_id = ${actor.personId}::uuid
      and revision = ${revision}
    returning content, updated_at`;
  const [row] = rows;
  return row ? { content: DraftContent.parse(row.content), updatedAt: row.updated_at } : null;
}

/** The same person's handing in of the next revision, as when a submission comes twice. */
async function mendedBefore(
  tx: Tx,
  { initiativeId, revision, actor }: { initiativeId: string; revision: number; actor: Actor },
): Promise<{ changed: Part[] } | null> {
  const last = await lastStep(tx, initiativeId);
  if (last.kind !== 'mended' || last.revision !== revision + 1 || last.byId !== actor.personId)
    return null;
  return isOwn(actor, await findSubject(tx, { id: initiativeId })) ? { changed: [] } : null;
}

/** @returns false when it is not that revision, returned, any more */
async function write(deps: Deps, tx: Tx, subject: Subject, after: Replaced): Promise<boolean> {
  const { id, revision, returnedAt } = subject;
  const { description, particulars, authors, shares } = after;
  const correctBy = deadlineFrom(
    deps.rulebook,
    'correction',
    dayIn(deps.zone, returnedAt ?? deps.clock.now()),
  ).by;
  const moved = await tx.$executeRaw`
    update initiative
    set state = 'received', revision = revision + 1, mended_at = app_now(),
      mended_late = (app_now() at time zone ${deps.zone}::text)::date > ${correctBy}::date
    where id = ${id}::uuid and state = 'returned' and revision = ${revision}`;
  if (moved === 0) return false;
  const { filedAt } = await tx.initiative.findUniqueOrThrow({
    where: { id },
    select: { filedAt: true },
  });
  const { firstAppliedOn } = description;
  const filedOn = dayIn(deps.zone, filedAt);
  const applied = firstApplicationCheck({ rulebook: deps.rulebook, firstAppliedOn, filedOn });
  if (applied.kind === 'future')
    throw workflowRefusal('first_application_in_future', (p) => p.firstAppliedAfterFiling);
  await tx.initiative.update({
    where: { id },
    data: {
      ...description,
      firstAppliedOn: dateColumn(firstAppliedOn),
      filedLate: applied.kind === 'late',
      benefits: particulars.benefits,
      benefitsByUsers: particulars.benefitsByUsers ?? null,
      conditions: particulars.conditions ?? null,
      investor: particulars.investor ?? null,
      participants: particulars.participants ?? null,
      authorDetails: particulars.authorDetails ?? null,
      addressee: particulars.addressee ?? null,
      confidential: particulars.confidential ?? null,
    },
    select: { id: true },
  });
  await tx.initiativeAuthor.deleteMany({ where: { initiativeId: id } });
  const listed = [
    ...authors.personIds.map((personId) => ({ personId })),
    ...authors.outside.map(({ name, workplace }) => ({ outsideName: name, workplace })),
  ];
  await tx.initiativeAuthor.createMany({
    data: listed.map((author, index) => ({
      ...author,
      initiativeId: id,
      ordinal: index + 1,
      share: shares[index] ?? 0,
    })),
  });
  return true;
}
