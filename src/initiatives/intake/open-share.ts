import type { Deps } from '../../kernel/deps.ts';
import { refusing } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { sharePhrases } from './share-phrases.ts';
import { type ShareCard, shareCard } from './share-queries.ts';

const refusal = refusing(sharePhrases);

/**
 * A share that somebody is asked for, to say why they do not agree.
 *
 * @param asked.share as the card showed it
 * @throws AppError share_unknown, share_changed, share_confirmed
 */
export async function openShare(
  deps: Deps,
  actor: Actor,
  asked: { requestId: string; share: number },
): Promise<ShareCard> {
  const card = await shareCard(deps.db, asked.requestId);
  if (card?.personId !== actor.personId) throw refusal('share_unknown', (p) => p.shareUnknown);
  if (card.share !== asked.share || card.standing.kind === 'not_asked')
    throw refusal('share_changed', (p) => p.shareChanged);
  if (card.standing.kind === 'confirmed') throw refusal('share_confirmed', (p) => p.shareConfirmed);
  return card;
}
