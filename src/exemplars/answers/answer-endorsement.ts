import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { refusing } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { holdExemplar } from '../hold-exemplar.ts';
import { consentAsked, endorsementAsked } from '../messages.ts';
import { close } from '../publication/take-down.ts';
import { type Endorsement, type ExemplarFile, exemplarFile } from '../queries.ts';
import { allAnswered, NO_CONSENT } from '../rules.ts';
import { answerPhrases } from './answer-phrases.ts';
import { mayEndorse } from './endorsers.ts';
import { tellNews } from './tell-news.ts';
import { tellWhenReady } from './tell-when-ready.ts';

const refusal = refusing(answerPhrases);

export interface OpenEndorsement {
  file: ExemplarFile;
  endorsement: Endorsement;
}

/**
 * What a head is asked to endorse.
 *
 * @throws AppError not_endorser, the same whether it does not exist or is for another to answer
 */
export async function openEndorsement(
  deps: Deps,
  { actor, endorsementId }: { actor: Actor; endorsementId: string },
): Promise<OpenEndorsement> {
  const row = await deps.db.exemplarEndorsement.findUnique({
    where: { id: endorsementId },
    select: { exemplarId: true },
  });
  const file = row && (await exemplarFile(deps.db, { id: row.exemplarId }));
  const endorsement = file?.endorsements.find(({ id }) => id === endorsementId);
  const asked = file && endorsement && { ...file, unitId: endorsement.unitId };
  if (!asked || !(await mayEndorse(deps.db, actor, asked, today(deps))))
    throw refusal('not_endorser', (p) => p.notEndorser);
  return { file, endorsement };
}

/**
 * The head of a unit endorses what was reported of its people, or does not, with the reason. The first answer
 * stands: a repetition changes nothing. What no head endorses is not published, and its reporter is told why.
 *
 * @param input.reason why not; null endorses
 * @throws AppError not_endorser, reason_missing at its field, exemplar_closed
 */
export async function answerEndorsement(
  deps: Deps,
  input: { actor: Actor; endorsementId: string; reason: string | null },
): Promise<void> {
  const { actor, endorsementId, reason } = input;
  const { file: seen, endorsement } = await openEndorsement(deps, input);
  if (reason !== null && reason.trim() === '')
    throw refusal('reason_missing', (p) => p.notEndorsedReasonMissing, 'reason');
  await inTransaction(deps.db, async (tx) => {
    const { state, endorsements: held } = await holdExemplar(tx, seen.id);
    // Of two answers at once the second finds the first here.
    if (held.find(({ id }) => id === endorsementId)?.endorsed !== null) return;
    if (state !== 'waiting') throw refusal('exemplar_closed', (p) => p.closedAlready);
    await tx.$executeRaw`
      update exemplar_endorsement set endorsed = ${reason === null}, by_id = ${actor.personId}::uuid,
        at = app_now(), reason = ${reason}
      where id = ${endorsementId}::uuid`;
    await audit(tx, {
      kind: reason === null ? 'exemplar.endorsed' : 'exemplar.not_endorsed',
      subjectId: seen.id,
      actorId: actor.personId,
      after: { unitId: endorsement.unitId },
      ...(reason === null ? {} : { reason }),
    });
    await refreshMessages(tx, endorsementAsked, endorsementId);
    const file = await exemplarFile(tx, { id: seen.id });
    if (!file) return;
    await refreshMessages(
      tx,
      consentAsked,
      file.subjects.flatMap(({ id, personId }) => (personId === null ? [] : id)),
    );
    const { subjects, endorsements } = file;
    if (subjects.some((one) => one.mayBeNamed) || !allAnswered(subjects, endorsements))
      return tellWhenReady(tx, file, today(deps));
    const why = reason ?? NO_CONSENT;
    await close(tx, { id: file.id, state: 'declined', byId: actor.personId, reason: why });
    await audit(tx, {
      kind: 'exemplar.declined',
      subjectId: file.id,
      actorId: actor.personId,
      before: { state: 'waiting' },
      after: { state: 'declined' },
      reason: why,
    });
    const at = deps.clock.now().toISOString();
    await tellNews(tx, file, { news: 'declined', at, except: actor.personId });
  });
}
