import type { Tx } from '../../database/client.ts';
import type { ProposedForm } from '../../database/generated/enums.ts';
import { inTransaction } from '../../database/transaction.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { postedUnitOf, unitAndAbove } from '../../people/queries.ts';
import { addressedUnits } from '../plan/scope-queries.ts';
import { progressOf } from '../progress/progress-queries.ts';
import { type OpenedReview, openToChange } from './open-review.ts';
import { reviewRefusal } from './review-phrases.ts';
import { REVIEW_LIMITS } from './review-rules.ts';

export type Rewarded = { personId: string } | { unitId: string };

/**
 * Puts a person or a collective of the campaign on the list of those for whom its final review proposes a commendation.
 * One stands for each; the same twice is once. Nobody proposes themselves.
 *
 * @param input.subject what was chosen of each kind: one of the two
 * @returns how many stand now, and how many prizes the plan has
 * @throws AppError those of `openToWrite`; one_subject, not_addressed, not_oneself, proposed_before at `unit` or `person`,
 *   too_many
 */
export async function proposeReward(
  deps: Deps,
  input: {
    actor: Actor;
    campaignId: string;
    subject: { personId: string | null; unitId: string | null };
    form: ProposedForm;
    merit: string;
  },
): Promise<{ count: number; prizes: number | null }> {
  const { actor, campaignId, form, merit } = input;
  return inTransaction(deps.db, async (tx) => {
    const opened = await openToChange(deps, tx, { actor, campaignId, kind: 'final' });
    const subject = await checkSubject(deps, tx, { ...input, opened });
    const { proposals, plan } = opened;
    const standing = proposals.find((one) =>
      'personId' in subject ? one.personId === subject.personId : one.unitId === subject.unitId,
    );
    const answer = (count: number) => ({ count, prizes: plan.prizes });
    if (standing?.form === form && standing.merit === merit) return answer(proposals.length);
    if (standing)
      throw reviewRefusal(
        'proposed_before',
        (say) => say.proposedBefore({ name: standing.name }),
        'personId' in subject ? 'person' : 'unit',
      );
    if (proposals.length >= REVIEW_LIMITS.proposals)
      throw reviewRefusal('too_many', (say) => say.tooMany({ most: REVIEW_LIMITS.proposals }));
    const { id } = await tx.campaignProposal.create({
      data: { campaignId, ...subject, form, merit, proposedById: actor.personId },
      select: { id: true },
    });
    await audit(tx, {
      kind: 'campaign.reward_proposed',
      subjectId: campaignId,
      actorId: actor.personId,
      after: { proposalId: id, ...subject, form },
    });
    return answer(proposals.length + 1);
  });
}

/**
 * Takes one off the list before the review is finished. Taken off twice it is taken off once.
 *
 * @throws AppError those of `openToWrite`
 */
export async function removeReward(
  deps: Deps,
  input: { actor: Actor; campaignId: string; proposalId: string },
): Promise<void> {
  const { actor, campaignId, proposalId } = input;
  await inTransaction(deps.db, async (tx) => {
    await openToChange(deps, tx, { actor, campaignId, kind: 'final' });
    const removed = await tx.$executeRaw`
      update campaign_proposal set removed_by_id = ${actor.personId}::uuid, removed_at = app_now()
      where id = ${proposalId}::uuid and campaign_id = ${campaignId}::uuid and removed_at is null`;
    if (removed === 0) return;
    await audit(tx, {
      kind: 'campaign.reward_removed',
      subjectId: campaignId,
      actorId: actor.personId,
      before: { proposalId },
    });
  });
}

/** Emulation within the campaign: collectives that were compared, and persons of the units addressed. */
async function checkSubject(
  deps: Deps,
  tx: Tx,
  {
    actor,
    opened,
    subject: { personId, unitId },
  }: {
    actor: Actor;
    opened: OpenedReview;
    subject: { personId: string | null; unitId: string | null };
  },
): Promise<Rewarded> {
  if ((personId === null) === (unitId === null))
    throw reviewRefusal('one_subject', (say) => say.oneSubject, 'unit');
  if (unitId !== null) {
    const { units } = await progressOf(tx, opened.campaignId, today(deps));
    const known = [...units.map(({ id }) => id), ...addressedUnits(opened.plan)];
    if (!known.includes(unitId))
      throw reviewRefusal('not_addressed', (say) => say.unitNotAddressed, 'unit');
    return { unitId };
  }
  if (personId === null) throw reviewRefusal('one_subject', (say) => say.oneSubject, 'unit');
  if (personId === actor.personId)
    throw reviewRefusal('not_oneself', (say) => say.notOneself, 'person');
  const at = await postedUnitOf(tx, personId, today(deps));
  const above = at === null ? [] : await unitAndAbove(tx, at);
  if (!addressedUnits(opened.plan).some((id) => above.includes(id)))
    throw reviewRefusal('not_addressed', (say) => say.personNotAddressed, 'person');
  return { personId };
}
