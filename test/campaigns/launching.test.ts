import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishCampaign } from '../../src/campaigns/announcing/publish-campaign.ts';
import { checkEssentials } from '../../src/campaigns/plan/check-essentials.ts';
import { discardDraft } from '../../src/campaigns/plan/discard-draft.ts';
import { draftToAmend } from '../../src/campaigns/plan/draft-to-amend.ts';
import { saveDraft, type WrittenPlan } from '../../src/campaigns/plan/save-draft.ts';
import { type Organising, saveOrganising } from '../../src/campaigns/plan/save-organising.ts';
import { findCampaign } from '../../src/campaigns/queries.ts';
import type { CampaignPlan } from '../../src/campaigns/rules.ts';
import { today } from '../../src/kernel/deps.ts';
import { AppError } from '../../src/kernel/errors.ts';
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
  writesPlan,
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
      unitId: unitId('SH-CG'),
      scopeUnitIds: [unitId('SH-THU')],
    };
    expect(await problemsOf(wrong)).toEqual(['endsOn', 'scope', 'contact']);
  });

  it('lets a head write for their unit, not for another or one above', async () => {
    expect(await problemsOf({ unitId: unitId('SH-TT') }, 'viet.kieu')).toEqual([]);
    expect(await problemsOf({ unitId: unitId('SH-THU') }, 'viet.kieu')).toEqual(['unit']);
    expect(await problemsOf({ unitId: unitId('SH') }, 'viet.kieu')).toEqual(['unit']);
  });
});

describe('a draft', () => {
  it('is kept once for a form, and not previewed before it is whole', async () => {
    const actor = await agency.actor('ha.nguyen');
    const form = { campaignId: randomUUID(), formKey: randomUUID(), seen: null };
    const { campaignId } = form;
    const written = samplePlan(agency);
    const save = () => saveDraft(agency.deps, { actor, form, written: textsOf(written) });
    expect(new Set(await Promise.all([save(), save(), save()])).size).toBe(1);
    expect(await outbox(agency, campaignId)).toEqual([]);
    expect(await auditKinds(agency, campaignId)).toEqual(['campaign.drafted']);
    const organising = organisingOf(written);
    await Promise.all([
      saveOrganising(agency.deps, { actor, form, organising }),
      saveOrganising(agency.deps, { actor, form, organising }),
    ]);
    const card = await findCampaign(agency.deps.db, campaignId);
    expect(card).toMatchObject({ state: 'draft', code: null, plan: written });
    expect(await outbox(agency, campaignId)).toEqual([
      expect.objectContaining({ purpose: 'campaigns.preview', personId: actor.personId }),
    ]);
    expect(await auditKinds(agency, campaignId)).toEqual(['campaign.drafted', 'campaign.amended']);
  });

  it('tells all that is wrong with the third step at once, each at its field', async () => {
    const actor = await agency.actor('ha.nguyen');
    const { campaignId } = await drafted(agency, {
      endsOn: '2032-01-01',
      midtermOn: '2029-01-01',
    });
    const form = { campaignId, formKey: 'khác', seen: null };
    const organising = {
      checkDays: [addDays(today(agency.deps), -1)],
      midtermOn: null,
      finalReviewOn: '2031-12-31',
      rewards: null,
      prizes: null,
      budget: 5,
      budgetSource: null,
      channelIds: [],
      pledgeBy: '2032-01-02',
      figuresEvery: 'week' as const,
      escalateDays: 0,
    };
    const saving = saveOrganising(agency.deps, { actor, form, organising });
    const refused = await saving.catch((error: AppError) => error);
    if (!(refused instanceof AppError)) throw new Error('not refused');
    expect([refused, ...refused.also].map(({ field }) => field)).toEqual([
      'checks',
      'midtermOn',
      'finalReviewOn',
      'rewards',
      'prizes',
      'budgetSource',
      'channels',
      'pledgeBy',
      'escalateDays',
    ]);
    expect(refused.also[0]?.say('vi')).toContain('từ 3 năm trở lên');
  });

  it('is refused to people without the right', async () => {
    const actor = await agency.actor('lan.tran');
    const form = { campaignId: randomUUID(), formKey: randomUUID(), seen: null };
    const written = textsOf(samplePlan(agency, { unitId: unitId('SH-THU') }));
    await expect(saveDraft(agency.deps, { actor, form, written })).rejects.toEqual(
      refusal('plan_refused'),
    );
    expect(await agency.deps.db.campaign.count({ where: { id: form.campaignId } })).toBe(0);
  });

  it('can be amended by another form that has seen it, and the preview is redrawn', async () => {
    const draft = await drafted(agency);
    const plan = samplePlan(agency, {
      name: 'Tên mới',
      channelIds: ['C0KHAC'],
      scopeUnitIds: [unitId('SH-THU')],
    });
    const formKey = randomUUID();
    await writesPlan(agency, plan, { amends: draft, formKey });
    await writesPlan(agency, plan, { amends: draft, formKey });
    expect((await findCampaign(agency.deps.db, draft.campaignId))?.plan).toEqual(plan);
    expect(await redrawWaiting(agency, draft.campaignId, 'campaigns.preview')).toBe(true);
  });

  it('is not amended from a preview that is out of date, nor by others', async () => {
    const draft = await drafted(agency);
    const actor = await agency.actor('ha.nguyen');
    const amend = (name: string) =>
      writesPlan(agency, samplePlan(agency, { name }), { amends: draft });
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
    expect((await auditKinds(agency, draft.campaignId)).at(-1)).toBe('campaign.discarded');
  });

  it('is one of ten at most', async () => {
    const actor = await agency.actor('viet.kieu');
    const written = textsOf(samplePlan(agency, { unitId: unitId('SH-TT') }));
    const save = () => {
      const form = { campaignId: randomUUID(), formKey: randomUUID(), seen: null };
      return saveDraft(agency.deps, { actor, form, written });
    };
    for (let made = 0; made < 9; made += 1) await save();
    const last = await Promise.allSettled([save(), save(), save()]);
    expect(last.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(save()).rejects.toEqual(refusal('too_many_drafts'));
  });
});

describe('launching', () => {
  it('happens once however often the button is pressed', async () => {
    const draft = await drafted(agency, {}, 'hung.le');
    const actor = await agency.actor('hung.le');
    const press = () => publishCampaign(agency.deps, { actor, draft });
    const answers = [...(await Promise.all([press(), press(), press()])), await press()];
    expect(new Set(answers.map(({ code }) => code)).size).toBe(1);
    expect(answers.filter(({ again }) => !again)).toHaveLength(1);
    const channels = await postedIn(agency, draft.campaignId, 'campaigns.announcement');
    expect(channels.sort()).toEqual(['C0CHUNG', 'C0THIDUA']);
    expect(await auditKinds(agency, draft.campaignId)).toEqual([
      'campaign.drafted',
      'campaign.amended',
      'campaign.published',
    ]);
    const card = await findCampaign(agency.deps.db, draft.campaignId);
    expect(card).toMatchObject({
      state: 'published',
      code: answers[0]!.code,
      approvedBy: actor.fullName,
    });
    expect(await redrawWaiting(agency, draft.campaignId, 'campaigns.preview')).toBe(true);
  });

  it('numbers the campaigns of a year without gaps, refusals included', async () => {
    const actor = await agency.actor('hung.le');
    const make = () => drafted(agency, {}, 'hung.le');
    const drafts = await Promise.all([make(), make(), make()]);
    const outdated = { ...drafts[0]!, mark: 'khác' };
    await expect(publishCampaign(agency.deps, { actor, draft: outdated })).rejects.toEqual(
      refusal('draft_changed'),
    );
    const launches = await Promise.all(
      drafts.map((draft) => publishCampaign(agency.deps, { actor, draft })),
    );
    const codes = launches.map(({ code }) => code ?? '');
    const numbers = codes.map((code) => Number(code.slice(8))).sort((a, b) => a - b);
    expect(codes[0]).toMatch(new RegExp(`^PT-${today(agency.deps).slice(0, 4)}-\\d{3}$`));
    expect(numbers[2]! - numbers[0]!).toBe(2);
    const last = await agency.deps.db.register.findFirstOrThrow({ where: { series: 'campaign' } });
    expect(last.last).toBe(numbers[2]);
  });

  it('is refused for words that the author has not seen', async () => {
    const draft = await drafted(agency, {}, 'hung.le');
    const actor = await agency.actor('hung.le');
    const plan = samplePlan(agency, { objective: 'Mục tiêu khác' });
    const seen = await writesPlan(agency, plan, { login: 'hung.le', amends: draft });
    await expect(publishCampaign(agency.deps, { actor, draft })).rejects.toEqual(
      refusal('draft_changed'),
    );
    expect(await postedIn(agency, draft.campaignId, 'campaigns.announcement')).toEqual([]);
    expect((await publishCampaign(agency.deps, { actor, draft: seen })).again).toBe(false);
  });

  it('is refused to everybody but the author, to an author who may not, and to one who lost the role', async () => {
    const draft = await drafted(agency);
    const other = await agency.actor('hung.le');
    await expect(publishCampaign(agency.deps, { actor: other, draft })).rejects.toEqual(
      refusal('draft_gone'),
    );
    const author = await agency.actor('ha.nguyen');
    await expect(publishCampaign(agency.deps, { actor: author, draft })).rejects.toEqual(
      refusal('may_not_launch'),
    );
    await expect(
      publishCampaign(agency.deps, { actor: { ...author, grants: [] }, draft }),
    ).rejects.toEqual(refusal('plan_refused'));
    expect((await findCampaign(agency.deps.db, draft.campaignId))?.state).toBe('draft');
  });

  it('is refused when the last day has passed since', async () => {
    const endsOn = addDays(today(agency.deps), 1);
    const draft = await drafted(agency, { endsOn }, 'hung.le');
    await agency.goTo(addDays(today(agency.deps), 2), '09:00');
    await expect(
      publishCampaign(agency.deps, { actor: await agency.actor('hung.le'), draft }),
    ).rejects.toEqual(refusal('plan_refused'));
    expect(await postedIn(agency, draft.campaignId, 'campaigns.announcement')).toEqual([]);
  });
});

function textsOf(plan: CampaignPlan): WrittenPlan {
  const { name, kind, audience, scopeUnitIds, startsOn, endsOn, unitId: launching } = plan;
  const { contactId, basis, objective, content, measures, criteria } = plan;
  const who = {
    name,
    kind,
    audience,
    scopeUnitIds,
    startsOn,
    endsOn,
    unitId: launching,
    contactId,
  };
  return { ...who, basis, objective, content, measures, criteria };
}

function organisingOf(plan: CampaignPlan): Organising {
  const { checkDays, midtermOn, finalReviewOn, rewards, prizes } = plan;
  const { budget, budgetSource, channelIds, pledgeBy, figuresEvery, escalateDays } = plan;
  const money = { budget, budgetSource, channelIds };
  const chasing = { pledgeBy, figuresEvery, escalateDays };
  return { checkDays, midtermOn, finalReviewOn, rewards, prizes, ...money, ...chasing };
}
