import type { Tx } from '../../database/client.ts';
import { takeTurns } from '../../database/take-turns.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../kernel/deps.ts';
import { refusing } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { DraftContent } from './draft-content.ts';
import { reportPhrases } from './report-phrases.ts';

const refusal = refusing(reportPhrases);

/** More than anybody writes at once; their list stays one short message. */
const MOST_DRAFTS = 5;

export interface Draft {
  id: string;
  updatedAt: Date;
  content: DraftContent;
}

/** What the person has written and not sent, the newest first. */
export async function draftsOf(tx: Tx, personId: string): Promise<Draft[]> {
  const rows = await tx.exemplarDraft.findMany({
    where: { personId },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    select: { id: true, updatedAt: true, content: true },
  });
  return rows.map((row) => ({ ...row, content: DraftContent.parse(row.content) }));
}

/** One draft of the person's own; null when it is gone, or another's. */
export async function findDraft(
  tx: Tx,
  { draftId, personId }: { draftId: string; personId: string },
): Promise<Draft | null> {
  const row = await tx.exemplarDraft.findFirst({
    where: { id: draftId, personId },
    select: { id: true, updatedAt: true, content: true },
  });
  return row && { ...row, content: DraftContent.parse(row.content) };
}

/** Until the transaction ends, nobody else changes what the person writes or sends. */
export function takeTurn(tx: Tx, personId: string): Promise<void> {
  return takeTurns(tx, `exemplar drafts ${personId}`);
}

/**
 * Keeps a draft. The caller has taken the person's turn.
 *
 * @throws AppError too_many_drafts, draft_gone when the id is somebody else's
 */
export async function keepDraft(
  tx: Tx,
  draft: { draftId: string; personId: string; content: DraftContent },
): Promise<Draft> {
  const { draftId, personId, content } = draft;
  const others = await tx.exemplarDraft.count({ where: { personId, id: { not: draftId } } });
  if (others >= MOST_DRAFTS)
    throw refusal('too_many_drafts', (p) => p.tooManyDrafts({ most: MOST_DRAFTS }));
  const kept = await tx.$executeRaw`
    insert into exemplar_draft (id, person_id, content)
    values (${draftId}::uuid, ${personId}::uuid, ${JSON.stringify(content)}::jsonb)
    on conflict (id) do update set content = excluded.content, updated_at = app_now()
    where exemplar_draft.person_id = excluded.person_id`;
  const now = kept > 0 ? await findDraft(tx, { draftId, personId }) : null;
  if (!now) throw refusal('draft_gone', (p) => p.draftGone);
  return now;
}

/** Throws a draft of the person's own away. One that is gone, or another's, changes nothing. */
export async function discardDraft(
  deps: Deps,
  { actor, draftId }: { actor: Actor; draftId: string },
): Promise<void> {
  const { personId } = actor;
  await inTransaction(deps.db, async (tx) => {
    await takeTurn(tx, personId);
    await tx.exemplarDraft.deleteMany({ where: { id: draftId, personId } });
  });
}

/** The report that a draft became, or was joined to; null while it is a draft. */
export async function reportedAs(
  tx: Tx,
  draftId: string,
  personId: string,
): Promise<{ id: string; number: string; joined: boolean } | null> {
  const own = await tx.exemplar.findFirst({
    where: { id: draftId, reporterId: personId },
    select: { id: true, number: true },
  });
  if (own) return { ...own, joined: false };
  const mention = await tx.exemplarMention.findFirst({
    where: { draftId, reporterId: personId },
    select: { exemplar: { select: { id: true, number: true } } },
  });
  return mention && { ...mention.exemplar, joined: true };
}
