import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../../database/client.ts';
import { refusal } from '../refusal.ts';
import type { DraftContent } from './draft-content.ts';
import { type Draft, findDraft, MOST_DRAFTS } from './draft-of.ts';

/**
 * Keeps a draft as the first step has it now; its mark changes only when the content does. The caller
 * has taken the person's turn.
 *
 * @param was what is kept under this id already, if anything
 * @throws AppError too_many_drafts, draft_gone when the id is somebody else's
 */
export async function keepDraft(
  tx: Tx,
  draft: { draftId: string; personId: string; was: Draft | null; content: DraftContent },
): Promise<Draft> {
  const { draftId, personId, was, content } = draft;
  if (was && isDeepStrictEqual(was.content, content)) return was;
  if (!was && (await tx.initiativeDraft.count({ where: { personId } })) >= MOST_DRAFTS)
    throw refusal('too_many_drafts', (p) => p.tooManyDrafts({ most: MOST_DRAFTS }), 'title');
  const kept = await tx.$executeRaw`
    insert into initiative_draft (id, person_id, content)
    values (${draftId}::uuid, ${personId}::uuid, ${JSON.stringify(content)}::jsonb)
    on conflict (id) do update set content = excluded.content, updated_at = app_now()
    where initiative_draft.person_id = excluded.person_id`;
  const now = kept > 0 ? await findDraft(tx, { draftId, personId }) : null;
  if (!now) throw refusal('draft_gone', (p) => p.draftGone, 'title');
  return now;
}
