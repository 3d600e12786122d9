import { z } from 'zod';
import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { sendFile } from '../../jobs/files.ts';
import { type BuiltFile, fileKind } from '../../jobs/kinds.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { refusing } from '../../kernel/errors.ts';
import type { Language } from '../../kernel/language.ts';
import { dayIn } from '../../kernel/time.ts';
import { type Actor, actorOf } from '../../people/actor.ts';
import { type ExemplarFile, exemplarFile } from '../queries.ts';
import { publicationPhrases } from './publication-phrases.ts';
import { openToEdit } from './save-text.ts';

const refusal = refusing(publicationPhrases);

/** The words of a post and its pictures, to be given to the press. */
export const pressPack = fileKind('exemplars.press_pack', z.object({ exemplarId: z.uuid() }));

/**
 * Has the press pack made and sent to communications: of what is published, when everybody who is named in it
 * agreed to the press. Whoever has it is written down, for consent may be withdrawn.
 *
 * @throws AppError not_communications, exemplar_closed, not_published, no_press_consent
 */
export async function requestPressPack(
  deps: Deps,
  { actor, exemplarId }: { actor: Actor; exemplarId: string },
): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    await openPack(tx, actor, exemplarId);
    await audit(tx, {
      kind: 'exemplar.press_pack_made',
      subjectId: exemplarId,
      actorId: actor.personId,
    });
    await sendFile(tx, pressPack, { personId: actor.personId, params: { exemplarId } });
  });
}

/** The pack for its reader; rights and consent are judged again when it is made. */
export async function buildPressPack(
  deps: Deps,
  {
    params,
    personId,
    language,
  }: { params: { exemplarId: string }; personId: string; language: Language },
): Promise<BuiltFile> {
  const actor = await actorOf(deps, personId);
  if (!actor) throw refusal('not_communications', (p) => p.notCommunications);
  const file = await openPack(deps.db, actor, params.exemplarId);
  const pictures = await deps.db.exemplarEvidence.findMany({
    where: { exemplarId: file.id, forPress: true, type: { in: ['jpg', 'png', 'heic'] } },
    orderBy: { addedAt: 'asc' },
    select: { name: true, type: true, content: { select: { bytes: true } } },
  });
  // With it comes the library for documents, which most starts never need.
  const { pressPackDocument, pressPackName } = await import('./press-pack-document.ts');
  return {
    name: pressPackName(file),
    content: await pressPackDocument({
      file,
      pictures,
      publishedOn: dayIn(deps.zone, file.publishedAt ?? deps.clock.now()),
      on: today(deps),
    }),
    comment: publicationPhrases[language].packComment({ number: file.number }),
  };
}

async function openPack(tx: Tx, actor: Actor, exemplarId: string): Promise<ExemplarFile> {
  const file = await openToEdit(tx, actor, await exemplarFile(tx, { id: exemplarId }));
  if (file.state !== 'published') throw refusal('not_published', (p) => p.packNotYet);
  const silent = file.subjects.filter(
    ({ personId, mayBeNamed, consent }) => personId !== null && mayBeNamed && consent !== 'public',
  );
  if (silent.length > 0) {
    const names = silent.map(({ name }) => name).join(', ');
    throw refusal('no_press_consent', (p) => p.packNoConsent({ names }));
  }
  return file;
}
