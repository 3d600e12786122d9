import { randomUUID } from 'node:crypto';
import { publishCampaign } from '../../src/campaigns/announcing/publish-campaign.ts';
import { lockOwnCampaign } from '../../src/campaigns/plan/own-draft.ts';
import { saveAnnouncing } from '../../src/campaigns/plan/save-announcing.ts';
import { saveDraft } from '../../src/campaigns/plan/save-draft.ts';
import { saveOrganising } from '../../src/campaigns/plan/save-organising.ts';
import { planMark } from '../../src/campaigns/rules.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { type Deps, today } from '../../src/kernel/deps.ts';
import { addDays } from '../../src/kernel/time.ts';
import { findActor } from '../../src/people/actor.ts';
import { emailOf, personId } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import type { Workspace } from '../../src/sandbox/start-workspace.ts';

/** A campaign of the sample agency's director, begun today and to be announced in these channels. @returns its id */
export async function launchCampaign(
  deps: Deps,
  workspace: Workspace,
  campaign: {
    name: string;
    channels: readonly string[];
    /** To everybody of the agency in private besides. */
    toPersons?: boolean;
  },
): Promise<string> {
  const { name, channels, toPersons = false } = campaign;
  const startsOn = today(deps);
  const endsOn = addDays(startsOn, 29);
  const actor = await findActor(deps, workspace.person(emailOf('hung.le')).id);
  if (!actor) throw new Error('the director is not in the list');
  const written = {
    name,
    kind: 'thematic' as const,
    audience: 'both' as const,
    startsOn,
    endsOn,
    unitId: unitId('SH'),
    contactId: personId('ha.nguyen'),
    scopeUnitIds: [],
    basis: 'Kế hoạch số 45/KH-BHXH',
    objective: 'Tăng 5% số người tham gia',
    content: 'Tuyên truyền tại từng xã',
    measures: 'Tổ công tác về xã',
    criteria: 'Số người tham gia mới: 100 điểm',
  };
  const form = { campaignId: randomUUID(), formKey: randomUUID(), seen: null };
  const organising = {
    checkDays: [startsOn],
    midtermOn: null,
    finalReviewOn: addDays(endsOn, 15),
    rewards: 'Giấy khen của Giám đốc',
    prizes: 3,
    budget: 0,
    budgetSource: null,
    pledgeBy: null,
    figuresEvery: 'none' as const,
    escalateDays: 3,
    channelIds: channels.map((channel) => workspace.conversation(channel).id),
  };
  await saveDraft(deps, { actor, form, written });
  const { campaignId } = form;
  let mark = await saveOrganising(deps, { actor, form, organising });
  if (toPersons) {
    const announcing = { toPersons, mentionsChannel: false, launchAt: null, picture: null };
    await saveAnnouncing(deps, { actor, seen: { campaignId, mark }, announcing });
    const draft = await inTransaction(deps.db, (tx) => lockOwnCampaign(tx, { actor, campaignId }));
    mark = planMark(draft.plan);
  }
  await publishCampaign(deps, { actor, draft: { campaignId, mark } });
  return campaignId;
}
