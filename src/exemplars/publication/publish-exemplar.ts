import { inTransaction } from '../../database/transaction.ts';
import { sendMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { refusing } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { tellNews } from '../answers/tell-news.ts';
import { holdExemplar } from '../hold-exemplar.ts';
import { praisePost } from '../messages.ts';
import { refusal } from '../refusal.ts';
import { textMark } from '../rules.ts';
import { publicationPhrases } from './publication-phrases.ts';
import { namingProblems, openToEdit } from './save-text.ts';
import { searchTextOf } from './search-text.ts';
import { redrawShown } from './take-down.ts';

const publicationRefusal = refusing(publicationPhrases);

/**
 * Publishes an exemplar in channels: waiting → published, one post for each channel; those who reported it
 * and those who are praised are told. A post that is out goes into further channels. A second press changes
 * nothing.
 *
 * @param input.mark of the words that were previewed
 * @throws AppError not_communications, exemplar_closed, text_changed, nobody_agreed, name_without_consent,
 *   citizen_without_consent
 */
export async function publishExemplar(
  deps: Deps,
  input: { actor: Actor; exemplarId: string; mark: string; channelIds: readonly string[] },
): Promise<{ number: string; again: boolean }> {
  const { actor, exemplarId, mark, channelIds } = input;
  return inTransaction(deps.db, async (tx) => {
    const held = await holdExemplar(tx, exemplarId);
    const file = await openToEdit(tx, actor, held);
    const { number, headline, text, citizenConsent, state } = file;
    if (headline === null || text === null || textMark({ headline, text, citizenConsent }) !== mark)
      throw refusal('text_changed', (p) => p.changedMeanwhile);
    // Since the preview somebody may have taken their consent back.
    if (!file.subjects.some((one) => one.mayBeNamed))
      throw publicationRefusal('nobody_agreed', (p) => p.nobodyAgreed);
    const [problem] = namingProblems(file, {
      headline,
      text,
      namesCitizens: citizenConsent !== null,
    });
    if (problem) throw problem;
    const fresh = channelIds.filter((id) => !file.channelIds.includes(id));
    if (state === 'published' && fresh.length === 0) return { number, again: true };
    await tx.$executeRaw`
      update exemplar set state = 'published', search_text = ${searchTextOf({ ...file, headline })},
        published_at = coalesce(published_at, app_now()),
        published_by_id = coalesce(published_by_id, ${actor.personId}::uuid)
      where id = ${exemplarId}::uuid`;
    await tx.exemplarChannel.createMany({
      data: fresh.map((channelId) => ({ exemplarId, channelId })),
      skipDuplicates: true,
    });
    await audit(tx, {
      kind: 'exemplar.published',
      subjectId: exemplarId,
      actorId: actor.personId,
      before: { state },
      after: { state: 'published', number, channelIds: [...channelIds] },
    });
    const dead = await tx.outgoingMessage.findMany({
      where: { purpose: praisePost.purpose, subjectId: exemplarId, state: 'dead' },
      orderBy: { seq: 'asc' },
      select: { id: true, channelId: true },
    });
    await sendMessages(
      tx,
      praisePost,
      fresh.map((channelId) => {
        // What the channel did not take is sent once more, once for each failure.
        const after = dead.findLast((one) => one.channelId === channelId)?.id ?? 'first';
        return {
          to: { channelId },
          params: {},
          subjectId: exemplarId,
          dedupeKey: `${praisePost.purpose}:${exemplarId}:${channelId}:${after}`,
        };
      }),
    );
    await redrawShown(tx, exemplarId);
    if (state === 'waiting')
      await tellNews(tx, file, { news: 'published', at: mark, except: actor.personId });
    return { number, again: false };
  });
}
