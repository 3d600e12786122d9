import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages, sendMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { findings, mendingTold } from '../messages.ts';
import { redrawUrgings } from '../urging/redraw-urgings.ts';
import type { CampaignCheck, CheckedUnit } from './check-queries.ts';
import { checkRefusal } from './check-refusal.ts';
import { lockAsHead } from './check-rights.ts';
import { findingState } from './check-rules.ts';

type Part = { check: CampaignCheck; part: CheckedUnit };

/** A unit's part for the form in which its head tells of mending. @throws AppError as `tellMending` */
export function openMending(
  deps: Deps,
  { actor, checkUnitId }: { actor: Actor; checkUnitId: string },
): Promise<Part> {
  return inTransaction(deps.db, async (tx) => {
    const found = await lockAsHead(deps, tx, { actor, checkUnitId });
    requireUnmended(found.part);
    return found;
  });
}

/**
 * The head of a unit says what was done about what a check found; those who check are told. The same twice is once.
 *
 * @param input.number that of the answer, by the form
 * @throws AppError check_gone, not_head_checked, campaign_not_checked, nothing_to_mend, mending_waits, mending_accepted,
 *   check_changed; done_missing at its field
 */
export async function tellMending(
  deps: Deps,
  input: { actor: Actor; checkUnitId: string; number: number; done: string; words: string },
): Promise<Part> {
  const { actor, checkUnitId, number } = input;
  const done = input.done.normalize().trim();
  const words = input.words.normalize().trim() || null;
  return inTransaction(deps.db, async (tx) => {
    const found = await lockAsHead(deps, tx, { actor, checkUnitId });
    const { check, part } = found;
    const again = part.mendings.find((one) => one.number === number);
    if (again?.done === done && again.words === words) return found;
    if (done === '') throw checkRefusal('done_missing', (say) => say.doneMissing, 'done');
    requireUnmended(part);
    if (part.mendings.length + 1 !== number)
      throw checkRefusal('check_changed', (say) => say.changedMeanwhile);
    const { id } = await tx.campaignMending.create({
      data: { checkUnitId, number, done, words, toldById: actor.personId },
      select: { id: true },
    });
    await audit(tx, {
      kind: 'campaign.mending_told',
      subjectId: check.campaign.id,
      actorId: actor.personId,
      after: { checkUnitId, unitId: part.unitId, done, words },
    });
    await sendMessages(
      tx,
      mendingTold,
      check.checkers.map(({ id: personId }) => ({ to: { personId }, params: {}, subjectId: id })),
    );
    await refreshMessages(tx, findings, checkUnitId);
    await redrawUrgings(tx, { campaignId: check.campaign.id, unitId: part.unitId });
    return found;
  });
}

function requireUnmended(part: CheckedUnit): void {
  const state = findingState(part);
  if (state === 'planned' || state === 'in_order')
    throw checkRefusal('nothing_to_mend', (say) => say.nothingToMend);
  if (state === 'told') throw checkRefusal('mending_waits', (say) => say.mendingWaits);
  if (state === 'mended') throw checkRefusal('mending_accepted', (say) => say.mendedAlready);
}
