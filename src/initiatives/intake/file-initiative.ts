import type { Tx } from '../../database/client.ts';
import { nextInRegister } from '../../database/next-in-register.ts';
import { inTransaction } from '../../database/transaction.ts';
import { sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { dateColumn, dayIn } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { receipt } from '../messages.ts';
import { refusal } from '../refusal.ts';
import { firstApplicationCheck, initiativeNumber } from '../rules.ts';
import { tellSecretaries } from '../workflow/tell-secretaries.ts';
import { askForShares } from './ask-for-shares.ts';
import { checkFiledShares } from './check-filed-shares.ts';
import { checkPeopleLines } from './check-people-lines.ts';
import { Description, DraftContent, type DraftParticulars, Particulars } from './draft-content.ts';
import { type Draft, takeTurn } from './draft-of.ts';
import { type FiledInitiative, filedAs } from './filed-as.ts';
import { type SentEvidence, takeEvidence } from './take-evidence.ts';

/**
 * Hands a draft in: it gets its number in the register of the year and becomes an initiative under the
 * draft's id; its authors get their receipts, those who did not hand it in are asked for their shares, and
 * the secretary gets a card. A repetition, even at the same moment, answers with the same number.
 *
 * @param input.savedAt the mark of the draft that the last step was drawn from
 * @param input.shares in whole percent, those in the staff list first, in the draft's order; those in the
 *   draft when they are left out
 * @param input.particulars what the draft does not have yet, or has otherwise
 * @throws AppError shares_wrong, draft_gone, draft_changed, draft_incomplete, first_application_in_future,
 *   participant_unreadable, author_detail_unreadable
 */
export async function fileInitiative(
  deps: Deps,
  input: {
    actor: Actor;
    draftId: string;
    savedAt: Date;
    shares?: readonly number[];
    particulars?: DraftParticulars;
    evidence?: SentEvidence;
  },
): Promise<FiledInitiative> {
  const { actor, draftId } = input;
  return inTransaction(deps.db, async (tx) => {
    await takeTurn(tx, actor.personId);
    // Taking the draft away comes first: of two submissions the second waits here, then finds it gone.
    const draft = await takeDraft(tx, draftId, actor.personId);
    const filed = await filedAs(tx, draftId, actor.personId);
    if (filed) return filed;
    if (!draft) throw refusal('draft_gone', (p) => p.draftGone);
    if (draft.updatedAt.getTime() !== input.savedAt.getTime())
      throw refusal('draft_changed', (p) => p.draftChanged);
    const { authors } = draft.content;
    const { description, particulars } = wholeOf(draft.content, input.particulars);
    const shares = input.shares ?? draft.content.shares ?? [];
    checkFiledShares(shares, authors);
    await checkPeopleLines(tx, particulars, authors);
    const now = deps.clock.now();
    const filedOn = dayIn(deps.zone, now);
    const { firstAppliedOn } = description;
    const applied = firstApplicationCheck({ rulebook: deps.rulebook, firstAppliedOn, filedOn });
    if (applied.kind === 'future')
      throw refusal('first_application_in_future', (p) => p.firstAppliedInFuture);
    const year = Number(filedOn.slice(0, 4));
    const number = initiativeNumber(year, await nextInRegister(tx, 'SK', year));
    const { personIds, outside } = authors;
    const unitId = await unitOf(tx, actor, personIds, filedOn);
    await tx.initiative.create({
      data: {
        id: draftId,
        number,
        ...description,
        firstAppliedOn: dateColumn(firstAppliedOn),
        benefits: particulars.benefits,
        benefitsByUsers: particulars.benefitsByUsers ?? null,
        conditions: particulars.conditions ?? null,
        investor: particulars.investor ?? null,
        participants: particulars.participants ?? null,
        authorDetails: particulars.authorDetails ?? null,
        addressee: particulars.addressee ?? null,
        confidential: particulars.confidential ?? null,
        filedLate: applied.kind === 'late',
        unitId,
        filedById: actor.personId,
        filedAt: now,
      },
      select: { id: true },
    });
    const listed = [
      ...personIds.map((personId) => ({ personId })),
      ...outside.map(({ name, workplace }) => ({ outsideName: name, workplace })),
    ];
    await tx.initiativeAuthor.createMany({
      data: listed.map((author, index) => ({
        ...author,
        initiativeId: draftId,
        ordinal: index + 1,
        share: shares[index] ?? 0,
      })),
    });
    await audit(tx, {
      kind: 'initiative.filed',
      subjectId: draftId,
      actorId: actor.personId,
      after: { number, title: description.title, filedLate: applied.kind === 'late', unitId },
    });
    await tell(tx, {
      initiativeId: draftId,
      unitId,
      filedOn,
      filedById: actor.personId,
      authorIds: personIds,
    });
    await askForShares(tx, { initiativeId: draftId, confirmedById: actor.personId });
    if (input.evidence)
      await takeEvidence(tx, { actor, initiativeId: draftId, evidence: input.evidence });
    return { id: draftId, number };
  });
}

/** @throws AppError draft_incomplete when a step was not sent yet */
function wholeOf(content: DraftContent, more: DraftParticulars = {}) {
  const description = Description.safeParse(content.description);
  const particulars = Particulars.safeParse({ ...content.particulars, ...more });
  if (!description.success || !particulars.success)
    throw refusal('draft_incomplete', (p) => p.draftIncomplete);
  return { description: description.data, particulars: particulars.data };
}

async function takeDraft(
  tx: Tx,
  draftId: string,
  personId: string,
): Promise<Pick<Draft, 'updatedAt' | 'content'> | null> {
  const rows = await tx.$queryRaw<{ content: unknown; updated_at: Date }[]>`
    delete from initiative_draft
    where id = ${draftId}::uuid and person_id = ${personId}::uuid
    returning content, updated_at`;
  const [row] = rows;
  return row ? { content: DraftContent.parse(row.content), updatedAt: row.updated_at } : null;
}

/** The unit that is asked to recognise it: of the one who files, if an author, else of the first author. */
async function unitOf(
  tx: Tx,
  actor: Actor,
  personIds: readonly string[],
  on: string,
): Promise<string> {
  if (personIds.includes(actor.personId)) return actor.unitId;
  const day = dateColumn(on);
  const posting = await tx.posting.findFirst({
    where: {
      personId: { in: personIds.slice(0, 1) },
      fromDate: { lte: day },
      OR: [{ toDate: null }, { toDate: { gte: day } }],
    },
    orderBy: { fromDate: 'desc' },
    select: { unitId: true },
  });
  return posting?.unitId ?? actor.unitId;
}

async function tell(
  tx: Tx,
  filed: {
    initiativeId: string;
    unitId: string;
    filedOn: string;
    filedById: string;
    authorIds: readonly string[];
  },
): Promise<void> {
  const { initiativeId, filedOn, filedById, ...concerned } = filed;
  for (const personId of new Set([filedById, ...filed.authorIds])) {
    await sendMessage(tx, receipt, {
      to: { personId },
      params: {},
      subjectId: initiativeId,
      dedupeKey: `${receipt.purpose}:${initiativeId}:${personId}`,
    });
  }
  await tellSecretaries(tx, { id: initiativeId, ...concerned, revision: 1 }, filedOn);
}
