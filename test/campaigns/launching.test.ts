import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishCampaign } from '../../src/campaigns/announcing/publish-campaign.ts';
import { checkEssentials } from '../../src/campaigns/plan/check-essentials.ts';
import { discardDraft } from '../../src/campaigns/plan/discard-draft.ts';
import { draftToAmend } from '../../src/campaigns/plan/draft-to-amend.ts';
import { saveDraft } from '../../src/campaigns/plan/save-draft.ts';
import { findCampaign } from '../../src/campaigns/queries.ts';
import { planMark } from '../../src/campaigns/rules.ts';
import { today } from '../../src/kernel/deps.ts';
import { addDays } from '../../src/kernel/time.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import {
  type Agency,
  auditKinds,
  drafted,
  openAgency,
  outbox,
  postedIn,
  redrawWaiting,
  samplePlan,
  slackIdOf,
} from './support.ts';

let agency: Agency;

beforeAll(async () => {
  agency = await openAgency();
});
afterAll(() => agency.close());

const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code });

describe('the first step', () => {
  async function problemsOf(changes: object, login: 'ha.nguyen' | 'viet.kieu' = 'ha.nguyen') {
    const { contactId: _, ...plan } = samplePlan(agency);
    const entered = { ...plan, contactSlackId: slackIdOf('lan.tran'), ...changes };
    const checked = await checkEssentials(agency.deps, {
      actor: await agency.actor(login),
      entered,
    });
    return 'problems' in checked ? checked.problems.map(({ field }) => field) : [];
  }

  it('accepts a plan of the own unit or one below', async () => {
    expect(await problemsOf({})).toEqual([]);
    expect(await problemsOf({ unitId: unitId('SH-CG') })).toEqual([]);
  });

  it('tells all that is wrong at once', async () => {
    const from = today(agency.deps);
    const wrong = {
      startsOn: from,
      endsOn: addDays(from, -1),
      contactSlackId: 'UNOBODY',
      channelIds: [],
    };
    expect(await problemsOf(wrong)).toEqual(['endsOn', 'channels', 'contact']);
  });

  it('lets a head launch for their unit, not for another or one above', async () => {
    expect(await problemsOf({ unitId: unitId('SH-TT') }, 'viet.kieu')).toEqual([]);
    expect(await problemsOf({ unitId: unitId('SH-THU') }, 'viet.kieu')).toEqual(['unit']);
    expect(await problemsOf({ unitId: unitId('SH') }, 'viet.kieu')).toEqual(['unit']);
  });
});

describe('a draft', () => {
  it('is kept once for a submission, previewed and not published', async () => {
    const input = {
      actor: await agency.actor('ha.nguyen'),
      plan: samplePlan(agency),
      amends: null,
      submissionKey: randomUUID(),
    };
    const ids = await Promise.all([
      saveDraft(agency.deps, input),
      saveDraft(agency.deps, input),
      saveDraft(agency.deps, input),
    ]);
    const id = ids[0]!;
    expect(new Set(ids).size).toBe(1);
    const card = await findCampaign(agency.deps.db, id);
    expect(card).toMatchObject({ state: 'draft', code: null, plan: input.plan });
    expect(await outbox(agency, id)).toEqual([
      expect.objectContaining({
        purpose: 'campaigns.preview',
        personId: input.actor.personId,
        channelId: null,
      }),
    ]);
    expect(await auditKinds(agency, id)).toEqual(['campaign.drafted']);
  });

  it('is refused to people without the right', async () => {
    const input = {
      actor: await agency.actor('lan.tran'),
      plan: samplePlan(agency, { unitId: unitId('SH-THU') }),
      amends: null,
      submissionKey: randomUUID(),
    };
    await expect(saveDraft(agency.deps, input)).rejects.toEqual(refusal('plan_refused'));
    expect(
      await agency.deps.db.campaign.count({ where: { submissionKey: input.submissionKey } }),
    ).toBe(0);
  });

  it('can be amended, and the preview is redrawn', async () => {
    const draft = await drafted(agency);
    const actor = await agency.actor('ha.nguyen');
    const plan = samplePlan(agency, { name: 'Tên mới', channelIds: ['C0KHAC'] });
    const input = { actor, plan, amends: draft, submissionKey: randomUUID() };
    await saveDraft(agency.deps, input);
    await saveDraft(agency.deps, input);
    expect((await findCampaign(agency.deps.db, draft.campaignId))?.plan).toEqual(plan);
    expect(await auditKinds(agency, draft.campaignId)).toEqual([
      'campaign.drafted',
      'campaign.amended',
    ]);
    expect(await redrawWaiting(agency, draft.campaignId, 'campaigns.preview')).toBe(true);
  });

  it('is not amended from a preview that is out of date, nor by others', async () => {
    const draft = await drafted(agency);
    const actor = await agency.actor('ha.nguyen');
    const amend = (name: string) =>
      saveDraft(agency.deps, {
        actor,
        plan: samplePlan(agency, { name }),
        amends: draft,
        submissionKey: randomUUID(),
      });
    await amend('Lần một');
    await expect(amend('Lần hai')).rejects.toEqual(refusal('draft_changed'));
    await expect(draftToAmend(agency.deps, { actor, seen: draft })).rejects.toEqual(
      refusal('draft_changed'),
    );
    await expect(
      draftToAmend(agency.deps, { actor: await agency.actor('hung.le'), seen: draft }),
    ).rejects.toEqual(refusal('draft_gone'));
    expect((await findCampaign(agency.deps.db, draft.campaignId))?.plan.name).toBe('Lần một');
  });

  it('can be discarded once, and then not published', async () => {
    const draft = await drafted(agency);
    const actor = await agency.actor('ha.nguyen');
    await discardDraft(agency.deps, { actor, campaignId: draft.campaignId });
    const again = discardDraft(agency.deps, { actor, campaignId: draft.campaignId });
    await expect(again).rejects.toEqual(refusal('draft_gone'));
    await expect(publishCampaign(agency.deps, { actor, draft })).rejects.toEqual(
      refusal('draft_gone'),
    );
    expect(await findCampaign(agency.deps.db, draft.campaignId)).toBeNull();
    expect(await auditKinds(agency, draft.campaignId)).toEqual([
      'campaign.drafted',
      'campaign.discarded',
    ]);
  });
});

describe('launching', () => {
  it('happens once however often the button is pressed', async () => {
    const draft = await drafted(agency);
    const actor = await agency.actor('ha.nguyen');
    const press = () => publishCampaign(agency.deps, { actor, draft });
    const answers = [...(await Promise.all([press(), press(), press()])), await press()];
    expect(new Set(answers.map(({ code }) => code)).size).toBe(1);
    expect(answers.filter(({ again }) => !again)).toHaveLength(1);
    const channels = await postedIn(agency, draft.campaignId, 'campaigns.announcement');
    expect(channels.sort()).toEqual(['C0CHUNG', 'C0THIDUA']);
    expect(await auditKinds(agency, draft.campaignId)).toEqual([
      'campaign.drafted',
      'campaign.published',
    ]);
    const card = await findCampaign(agency.deps.db, draft.campaignId);
    expect(card).toMatchObject({ state: 'published', code: answers[0]!.code });
    expect(await redrawWaiting(agency, draft.campaignId, 'campaigns.preview')).toBe(true);
  });

  it('numbers the campaigns of a year without gaps, refusals included', async () => {
    const actor = await agency.actor('ha.nguyen');
    const drafts = await Promise.all([drafted(agency), drafted(agency), drafted(agency)]);
    const outdated = { ...drafts[0]!, mark: 'khác' };
    await expect(publishCampaign(agency.deps, { actor, draft: outdated })).rejects.toEqual(
      refusal('draft_changed'),
    );
    const codes = await Promise.all(
      drafts.map((draft) => publishCampaign(agency.deps, { actor, draft })),
    );
    const numbers = codes.map(({ code }) => Number(code.slice(8))).sort((a, b) => a - b);
    expect(codes[0]!.code).toMatch(new RegExp(`^PT-${today(agency.deps).slice(0, 4)}-\\d{3}$`));
    expect(numbers[2]! - numbers[0]!).toBe(2);
    const last = await agency.deps.db.register.findFirstOrThrow({ where: { series: 'campaign' } });
    expect(last.last).toBe(numbers[2]);
  });

  it('is refused for words that the author has not seen', async () => {
    const draft = await drafted(agency);
    const actor = await agency.actor('ha.nguyen');
    const plan = samplePlan(agency, { objective: 'Mục tiêu khác' });
    await saveDraft(agency.deps, { actor, plan, amends: draft, submissionKey: randomUUID() });
    await expect(publishCampaign(agency.deps, { actor, draft })).rejects.toEqual(
      refusal('draft_changed'),
    );
    expect(await postedIn(agency, draft.campaignId, 'campaigns.announcement')).toEqual([]);
    const seen = { campaignId: draft.campaignId, mark: planMark(plan) };
    expect((await publishCampaign(agency.deps, { actor, draft: seen })).again).toBe(false);
  });

  it('is refused to everybody but the author, and to an author who lost the role', async () => {
    const draft = await drafted(agency);
    const other = await agency.actor('mai.thai');
    await expect(publishCampaign(agency.deps, { actor: other, draft })).rejects.toEqual(
      refusal('draft_gone'),
    );
    const stripped = { ...(await agency.actor('ha.nguyen')), grants: [] };
    await expect(publishCampaign(agency.deps, { actor: stripped, draft })).rejects.toEqual(
      refusal('plan_refused'),
    );
    expect((await findCampaign(agency.deps.db, draft.campaignId))?.state).toBe('draft');
  });

  it('is refused when the last day has passed since', async () => {
    const draft = await drafted(agency, { endsOn: addDays(today(agency.deps), 1) });
    await agency.goTo(addDays(today(agency.deps), 2), '09:00');
    await expect(
      publishCampaign(agency.deps, { actor: await agency.actor('ha.nguyen'), draft }),
    ).rejects.toEqual(refusal('plan_refused'));
    expect(await postedIn(agency, draft.campaignId, 'campaigns.announcement')).toEqual([]);
  });
});
