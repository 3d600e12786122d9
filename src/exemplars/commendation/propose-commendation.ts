import type { Tx } from '../../database/client.ts';
import type { ProposedForm, SimplifiedGround } from '../../database/generated/enums.ts';
import { inTransaction } from '../../database/transaction.ts';
import { sendMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { refusing } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { nearestHolders, unitsHeld } from '../../people/queries.ts';
import { holdExemplar } from '../hold-exemplar.ts';
import { commendationProposed } from '../messages.ts';
import { type ExemplarFile, exemplarFile, type Subject } from '../queries.ts';
import { commendationPhrases } from './commendation-phrases.ts';

const refusal = refusing(commendationPhrases);

/**
 * Those of an exemplar for whom the actor may propose a commendation: of units that they head or are the
 * secretary of, whose head endorsed the deed; never the actor.
 *
 * @throws AppError may_not_propose, not_endorsed
 */
export async function openProposal(
  tx: Tx,
  actor: Actor,
  exemplarId: string,
): Promise<{ file: ExemplarFile; subjects: Subject[] }> {
  const file = await exemplarFile(tx, { id: exemplarId });
  const theirs = file ? await proposable(tx, actor, file) : [];
  if (!file || theirs.length === 0) throw refusal('may_not_propose', (p) => p.mayNotPropose);
  const subjects = theirs.filter((one) => endorsedIn(file, one));
  if (subjects.length === 0) throw refusal('not_endorsed', (p) => p.notEndorsed);
  return { file, subjects };
}

/** Those for whom the actor may propose, whether or not they are endorsed yet. */
export async function proposable(tx: Tx, actor: Actor, file: ExemplarFile): Promise<Subject[]> {
  const unitIds = [...new Set(file.subjects.map(({ unitId }) => unitId))];
  const held = await unitsHeld(tx, actor, ['head', 'secretary'], unitIds);
  return file.subjects.filter(
    ({ unitId, personId }) => held.has(unitId) && personId !== actor.personId,
  );
}

function endorsedIn({ endorsements }: ExemplarFile, { unitId }: Subject): boolean {
  return endorsements.some((one) => one.unitId === unitId && one.endorsed === true);
}

/**
 * Proposes a commendation out of turn by the simplified procedure: one file with the letter and a summary of
 * the merit (Nghị định 98/2023/NĐ-CP, Điều 40; its place in Nghị định 152/2025/NĐ-CP is not verified). One of a form for whom it praises, until it is declined: a
 * repetition changes nothing. The nearest secretary is told.
 *
 * @param input.proposalId becomes the id of what is recorded
 * @throws AppError may_not_propose, not_endorsed
 */
export async function proposeCommendation(
  deps: Deps,
  input: {
    actor: Actor;
    proposalId: string;
    exemplarId: string;
    subjectId: string;
    form: ProposedForm;
    ground: SimplifiedGround;
    summary: string;
  },
): Promise<{ happened: boolean }> {
  const { actor, proposalId, exemplarId, subjectId, form, ground, summary } = input;
  return inTransaction(deps.db, async (tx) => {
    await holdExemplar(tx, exemplarId);
    const { subjects } = await openProposal(tx, actor, exemplarId);
    const subject = subjects.find(({ id }) => id === subjectId);
    if (!subject) throw refusal('may_not_propose', (p) => p.mayNotPropose, 'subject');
    const written = await tx.$executeRaw`
      insert into commendation_proposal (id, exemplar_id, subject_id, form, ground, summary, proposed_by_id)
      values (${proposalId}::uuid, ${exemplarId}::uuid, ${subjectId}::uuid, ${form}::proposed_form,
        ${ground}::simplified_ground, ${summary}, ${actor.personId}::uuid)
      on conflict do nothing`;
    if (written === 0) return { happened: false };
    await audit(tx, {
      kind: 'exemplar.commendation_proposed',
      subjectId: exemplarId,
      actorId: actor.personId,
      after: { proposalId, subjectId, form, ground },
    });
    const secretaries = await nearestHolders(tx, {
      role: 'secretary',
      unitId: subject.unitId,
      on: today(deps),
      except: subject.personId ?? [],
    });
    await sendMessages(
      tx,
      commendationProposed,
      secretaries.map((personId) => ({
        to: { personId },
        params: {},
        subjectId: proposalId,
        dedupeKey: `${commendationProposed.purpose}:${proposalId}:${personId}`,
      })),
    );
    return { happened: true };
  });
}
