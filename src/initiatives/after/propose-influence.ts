import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { holdsRole, nearestHolders } from '../../people/queries.ts';
import { authorPersonIds } from '../queries.ts';
import { refusal } from '../refusal.ts';
import { holdRecognised, type RecognisedInitiative } from '../workflow/hold-recognised.ts';
import { afterRefusal } from './after-refusal.ts';
import type { INFLUENCE_LEVELS } from './influence-controls.ts';
import { influenceCard } from './influence-messages.ts';
import { evidenceOf } from './influence-queries.ts';
import { initiativeSummary } from './summary-queries.ts';
import { tellInfluence } from './tell-influence.ts';

export interface InfluenceProposal {
  actor: Actor;
  /** Becomes the request's id. */
  requestId: string;
  initiativeId: string;
  level: (typeof INFLUENCE_LEVELS)[number];
  /** Where it is applied, by whom, with which effect. */
  influence: string;
  documents: string | null;
  addressee: string;
}

/**
 * Asks for the recognition of an initiative's influence at a level above the grassroots (Nghị định
 * 152/2025/NĐ-CP Điều 12, Điều 33), with the figures of its application as they are now. One request a
 * level is open or successful at a time; a repetition of the same submission changes nothing. No law
 * gives a time limit.
 *
 * @throws AppError initiative_unknown, recognition_annulled, may_not_propose, level_open,
 *   level_recognised
 */
export async function proposeInfluence(
  deps: Deps,
  input: InfluenceProposal,
): Promise<{ happened: boolean }> {
  const { actor, requestId, initiativeId, level, influence, documents, addressee } = input;
  return inTransaction(deps.db, async (tx) => {
    const initiative = await holdRecognised(tx, initiativeId);
    if (!(await mayPropose(tx, actor, initiative)))
      throw afterRefusal('may_not_propose', (p) => p.mayNotPropose);
    const summary = await initiativeSummary(deps, tx, { id: initiativeId });
    if (!summary) throw refusal('initiative_unknown', (p) => p.unknownInitiative);
    if (summary.recognitions.some((one) => one.level === level))
      throw afterRefusal('level_recognised', (p) => p.levelRecognised, 'level');
    const evidence = JSON.stringify(evidenceOf(summary, today(deps)));
    const made = await tx.$executeRaw`
      insert into influence_request (id, initiative_id, level, influence, documents, addressee,
        evidence, proposed_by_id)
      values (${requestId}::uuid, ${initiativeId}::uuid, ${level}::work_level, ${influence},
        ${documents}, ${addressee}, ${evidence}::jsonb, ${actor.personId}::uuid)
      on conflict do nothing`;
    if (made === 0) {
      const same = await tx.influenceRequest.count({ where: { id: requestId } });
      if (same > 0) return { happened: false };
      throw afterRefusal('level_open', (p) => p.levelOpen, 'level');
    }
    await audit(tx, {
      kind: 'initiative.influence_proposed',
      subjectId: initiativeId,
      actorId: actor.personId,
      after: { requestId, level, addressee },
    });
    const unitId = initiative.unitId;
    for (const personId of await nearestHolders(tx, { role: 'secretary', unitId, on: today(deps) }))
      await sendMessage(tx, influenceCard, {
        to: { personId },
        params: {},
        subjectId: requestId,
        dedupeKey: `${influenceCard.purpose}:${requestId}:${personId}`,
      });
    await tellInfluence(tx, { requestId, initiativeId, state: 'proposed', except: actor.personId });
    return { happened: true };
  });
}

/** An author in the staff list, or the secretary of the unit or of one above it. */
async function mayPropose(
  tx: Tx,
  actor: Actor,
  { id, unitId }: Pick<RecognisedInitiative, 'id' | 'unitId'>,
): Promise<boolean> {
  if ((await authorPersonIds(tx, id)).includes(actor.personId)) return true;
  return holdsRole(tx, actor, 'secretary', unitId);
}
