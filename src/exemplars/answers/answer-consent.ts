import type { Tx } from '../../database/client.ts';
import type { ExemplarConsent } from '../../database/generated/enums.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { refusing } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { nearestHolders } from '../../people/queries.ts';
import { holdExemplar } from '../hold-exemplar.ts';
import { consentAsked } from '../messages.ts';
import { close, redrawShown, sendBackToEdit } from '../publication/take-down.ts';
import { type ExemplarFile, exemplarFile } from '../queries.ts';
import { agrees, allAnswered, isOpen, NO_CONSENT } from '../rules.ts';
import { answerPhrases } from './answer-phrases.ts';
import { tellNews } from './tell-news.ts';
import { tellWhenReady } from './tell-when-ready.ts';

const refusal = refusing(answerPhrases);

/**
 * A person who is praised answers whether they may be named, and with whom: personal data are published with
 * consent only, which can be withdrawn (Nghị định 13/2023/NĐ-CP, Điều 11, 12). The answer may change as long
 * as the exemplar is open. Who takes consent back is out of the channels at once; what names others as well
 * goes back to be written without them. The same answer twice changes nothing.
 *
 * @throws AppError consent_unknown, the same whether it does not exist or is another's; exemplar_closed
 */
export async function answerConsent(
  deps: Deps,
  { actor, subjectId, consent }: { actor: Actor; subjectId: string; consent: ExemplarConsent },
): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const asked = await tx.exemplarSubject.findFirst({
      where: { id: subjectId, personId: actor.personId },
      select: { exemplarId: true },
    });
    if (!asked) throw refusal('consent_unknown', (p) => p.consentUnknown);
    const before = await holdExemplar(tx, asked.exemplarId);
    const subject = before.subjects.find(({ id }) => id === subjectId);
    if (subject?.consent === consent) return;
    if (!subject || !isOpen(before.state)) throw refusal('exemplar_closed', (p) => p.closedAlready);
    await tx.$executeRaw`
      update exemplar_subject set consent = ${consent}::exemplar_consent, answered_at = app_now()
      where id = ${subjectId}::uuid`;
    const takenBack = agrees(subject.consent) && consent === 'refused';
    await audit(tx, {
      kind: takenBack ? 'exemplar.consent_withdrawn' : 'exemplar.consent_answered',
      subjectId: before.id,
      actorId: actor.personId,
      before: { consent: subject.consent },
      after: { subjectId, consent },
    });
    await refreshMessages(tx, consentAsked, subjectId);
    const file = await exemplarFile(tx, { id: before.id });
    if (file) await follow(deps, tx, { file, actor, takenBack, consent });
  });
}

/** What follows from the answer: nobody is left to praise, a post is taken down, or everybody has answered. */
async function follow(
  deps: Deps,
  tx: Tx,
  given: { file: ExemplarFile; actor: Actor; takenBack: boolean; consent: ExemplarConsent },
): Promise<void> {
  const { file, actor, takenBack } = given;
  const { id, state, subjects, endorsements } = file;
  const on = today(deps);
  const somebody = subjects.some((one) => one.mayBeNamed);
  const at = deps.clock.now().toISOString();
  const [first] = subjects;
  const search = { role: 'communications', unitId: first?.unitId ?? actor.unitId, on } as const;
  if (state === 'published' && given.consent === 'refused') {
    const also = await nearestHolders(tx, search);
    const news = somebody ? 'back_to_edit' : 'withdrawn';
    if (somebody) await sendBackToEdit(tx, id);
    else await close(tx, { id, state: 'withdrawn', byId: actor.personId, reason: NO_CONSENT });
    await audit(tx, {
      kind: 'exemplar.withdrawn',
      subjectId: id,
      actorId: actor.personId,
      before: { state: 'published' },
      after: { state: somebody ? 'waiting' : 'withdrawn' },
      reason: NO_CONSENT,
    });
    await tellNews(tx, file, { news, at, except: actor.personId, also });
    return;
  }
  if (state === 'waiting' && !somebody && allAnswered(subjects, endorsements)) {
    await close(tx, { id, state: 'declined', byId: actor.personId, reason: NO_CONSENT });
    await audit(tx, {
      kind: 'exemplar.declined',
      subjectId: id,
      actorId: actor.personId,
      before: { state: 'waiting' },
      after: { state: 'declined' },
      reason: NO_CONSENT,
    });
    await tellNews(tx, file, { news: 'declined', at, except: actor.personId });
    return;
  }
  if (takenBack) await redrawShown(tx, id);
  await tellWhenReady(tx, file, on);
}
