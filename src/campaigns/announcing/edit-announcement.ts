import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { AppError, throwTogether } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { announcement, direct, preview, reminder } from '../messages.ts';
import { writePlan } from '../plan/change-draft.ts';
import { problemsOfEssentials } from '../plan/check-essentials.ts';
import { planProblems } from '../plan/check-plan.ts';
import { requireSeen, type SeenDraft } from '../plan/own-draft.ts';
import type { PlanProblem } from '../plan/plan-rules.ts';
import { refusal, told } from '../plan/problems.ts';
import { type CampaignPlan, planMark, planRecord } from '../rules.ts';
import { redrawUrgings } from '../urging/redraw-urgings.ts';
import { announcingPhrases } from './announcing-phrases.ts';
import { lockOut } from './require-manager.ts';

/** What a campaign of the earlier form lacks is no fault of a change. */
function isOfChange({ field, problem }: PlanProblem): boolean {
  return problem !== 'missing' || CHANGED.has(field);
}

const CHANGED: ReadonlySet<PlanProblem['field']> = new Set([
  'midtermOn',
  'finalReviewOn',
  'measures',
  'rewards',
]);

/** What can be changed of a launched campaign. */
export type AnnouncementChange = Partial<
  Pick<
    CampaignPlan,
    | 'endsOn'
    | 'finalReviewOn'
    | 'contactId'
    | 'objective'
    | 'content'
    | 'measures'
    | 'criteria'
    | 'rewards'
    | 'picture'
    | 'pledgeBy'
    | 'figuresEvery'
    | 'escalateDays'
  >
>;

/**
 * Changes a launched campaign, with a note of what changed: how it was before is kept, and its announcements and
 * direct messages are redrawn with the note under them. The same twice is once.
 *
 * @returns whether anything changed
 * @throws AppError draft_gone, may_not_launch, not_out, draft_changed, note_missing, plan_refused
 */
export async function editAnnouncement(
  deps: Deps,
  input: { actor: Actor; seen: SeenDraft; change: AnnouncementChange; note: string },
): Promise<boolean> {
  const { actor, seen, change } = input;
  const { campaignId } = seen;
  const note = input.note.trim();
  if (note === '')
    throw new AppError('note_missing', {
      say: (language) => announcingPhrases[language].noteMissing,
      field: 'note',
    });
  return inTransaction(deps.db, async (tx) => {
    const campaign = await lockOut(deps, tx, { actor, campaignId });
    const before = campaign.plan;
    const plan = { ...before, ...change };
    if (planMark(plan) === planMark(before)) return false;
    requireSeen(campaign, seen.mark);
    const essentials = await problemsOfEssentials(deps, tx, { actor, plan });
    // A check that lay in a part that was cut off is told at the end, for it is what moved.
    const rest = planProblems(deps, { ...plan, launchAt: null })
      .filter(isOfChange)
      .map(told);
    const problems = [...essentials, ...rest].map((problem) =>
      problem.field === 'checks' || problem.field === 'midtermOn'
        ? { ...problem, field: 'endsOn' as const }
        : problem,
    );
    throwTogether(problems.map(refusal));
    const number = (await tx.campaignRevision.count({ where: { campaignId } })) + 1;
    await tx.campaignRevision.create({
      data: { campaignId, number, note, before: planRecord(before), madeById: actor.personId },
      select: { id: true },
    });
    await writePlan(tx, { campaignId, before, plan });
    // A new end has a reminder of its own.
    if (plan.endsOn !== before.endsOn)
      await tx.campaign.update({
        where: { id: campaignId },
        data: { remindedAt: null },
        select: { id: true },
      });
    await audit(tx, {
      kind: 'campaign.revised',
      subjectId: campaignId,
      actorId: actor.personId,
      before: planRecord(before),
      after: planRecord(plan),
      reason: note,
    });
    for (const kind of [announcement, direct, reminder, preview])
      await refreshMessages(tx, kind, campaignId);
    await redrawUrgings(tx, { campaignId });
    return true;
  });
}
