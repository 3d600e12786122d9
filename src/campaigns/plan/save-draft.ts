import type { Tx } from '../../database/client.ts';
import { takeTurns } from '../../database/take-turns.ts';
import { inTransaction } from '../../database/transaction.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { AppError, throwTogether } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { phrases } from '../phrases.ts';
import { type CampaignPlan, LIMITS, NOT_CHASED, planMark } from '../rules.ts';
import { changeDraft, type DraftForm, planData, writePlan } from './change-draft.ts';
import { type Essentials, problemsOfEssentials } from './check-essentials.ts';
import { textProblems } from './plan-rules.ts';
import { refusal, told } from './problems.ts';

/** The first two steps: who, for whom, when, and the texts. */
export type WrittenPlan = Essentials &
  Pick<CampaignPlan, 'basis' | 'objective' | 'content' | 'measures' | 'criteria'>;

/**
 * Keeps a campaign as a draft after the second step of its form, or changes it; nothing is published. A form
 * that is sent twice makes one draft.
 *
 * @returns the mark of the draft
 * @throws AppError plan_refused with all that is wrong, too_many_drafts, or as `changeDraft` does
 */
export async function saveDraft(
  deps: Deps,
  { actor, form, written }: { actor: Actor; form: DraftForm; written: WrittenPlan },
): Promise<string> {
  return inTransaction(deps.db, async (tx) => {
    const problems = await problemsOfEssentials(deps, tx, { actor, plan: written });
    throwTogether([...problems, ...textProblems(written).map(told)].map(refusal));
    const made = form.seen === null && (await create(tx, actor, form, written));
    return made || changeDraft(tx, { actor, form, change: written });
  });
}

/** @returns its mark, or null when there is such a draft already */
async function create(
  tx: Tx,
  actor: Actor,
  { campaignId, formKey }: DraftForm,
  written: WrittenPlan,
): Promise<string | null> {
  const { personId } = actor;
  // Forms that are sent at once are counted one after the other.
  await takeTurns(tx, `campaign drafts ${personId}`);
  const own = { authorId: personId, state: 'draft' as const, NOT: { id: campaignId } };
  if ((await tx.campaign.count({ where: own })) >= LIMITS.drafts)
    throw new AppError('too_many_drafts', {
      say: (language) => phrases[language].tooManyDrafts({ most: LIMITS.drafts }),
      field: 'basis',
    });
  const plan: CampaignPlan = { ...NOTHING_ELSE, ...written };
  const made = await tx.campaign.createMany({
    data: [{ ...planData(plan), id: campaignId, authorId: personId, formKey }],
    skipDuplicates: true,
  });
  if (made.count === 0) return null;
  await writePlan(tx, { campaignId, before: null, plan });
  await audit(tx, {
    kind: 'campaign.drafted',
    subjectId: campaignId,
    actorId: personId,
    after: { name: plan.name, unitId: plan.unitId },
  });
  return planMark(plan);
}

/** What the later steps ask for. */
const NOTHING_ELSE: Omit<CampaignPlan, keyof WrittenPlan> = {
  checkDays: [],
  midtermOn: null,
  finalReviewOn: null,
  rewards: null,
  prizes: null,
  budget: null,
  budgetSource: null,
  channelIds: [],
  toPersons: false,
  mentionsChannel: false,
  launchAt: null,
  picture: null,
  ...NOT_CHASED,
};
