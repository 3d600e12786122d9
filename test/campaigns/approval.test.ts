import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchScheduled } from '../../src/campaigns/announcing/launch-scheduled.ts';
import { publishCampaign } from '../../src/campaigns/announcing/publish-campaign.ts';
import { recallPlan } from '../../src/campaigns/approval/recall-plan.ts';
import { settleSubmission, type Verdict } from '../../src/campaigns/approval/settle-submission.ts';
import { submitPlan } from '../../src/campaigns/approval/submit-plan.ts';
import { campaignsJobs } from '../../src/campaigns/jobs.ts';
import { discardDraft } from '../../src/campaigns/plan/discard-draft.ts';
import { progressOf } from '../../src/campaigns/progress/progress-queries.ts';
import { contentMark, setIndicator } from '../../src/campaigns/progress/set-indicator.ts';
import { findCampaign } from '../../src/campaigns/queries.ts';
import { planMark } from '../../src/campaigns/rules.ts';
import { today } from '../../src/kernel/deps.ts';
import { addDays, instantAt } from '../../src/kernel/time.ts';
import { openLiveRulebook } from '../../src/rulebook/live.ts';
import { overrideRule } from '../../src/rulebook/override-rule.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
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
  submitted,
  writesPlan,
} from './support.ts';

let agency: Agency;

beforeAll(async () => {
  agency = await openAgency();
  Object.assign(agency.deps, { rulebook: openLiveRulebook() });
});
afterAll(() => agency.close());

const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code });
const APPROVED: Verdict = { kind: 'approved' };
const returned = (reason: string): Verdict => ({ kind: 'returned', reason });

async function settle(
  login: Login,
  seen: { submissionId: string; mark: string },
  verdict: Verdict,
) {
  return settleSubmission(agency.deps, { actor: await agency.actor(login), seen, verdict });
}

async function stateOf(campaignId: string) {
  return (await findCampaign(agency.deps.db, campaignId))?.state;
}

/** A second head of the province. */
async function secondHead(): Promise<Login> {
  const login: Login = 'khanh.phan';
  await agency.deps.db.roleGrant.create({
    data: {
      personId: personId(login),
      unitId: unitId('SH'),
      role: 'head',
      fromDate: new Date('2026-01-01'),
    },
  });
  return login;
}

describe('submitting', () => {
  it('gives the nearest heads one card each, however often it is pressed', async () => {
    const draft = await drafted(agency);
    const actor = await agency.actor('ha.nguyen');
    const press = () => submitPlan(agency.deps, { actor, draft });
    const answers = [...(await Promise.all([press(), press()])), await press()];
    expect(answers.filter(({ again }) => !again)).toHaveLength(1);
    expect(answers[2]?.heads).toEqual(['Lê Quang Hùng']);
    expect(await stateOf(draft.campaignId)).toBe('submitted');
    const { id } = await agency.deps.db.campaignSubmission.findFirstOrThrow({
      where: { campaignId: draft.campaignId },
    });
    expect(await outbox(agency, id)).toEqual([
      expect.objectContaining({ purpose: 'campaigns.approval', personId: personId('hung.le') }),
    ]);
    expect((await auditKinds(agency, draft.campaignId)).at(-1)).toBe('campaign.submitted');
  });

  it('locks the draft until it is taken back', async () => {
    const { campaignId, mark, submissionId } = await submitted(agency);
    const actor = await agency.actor('ha.nguyen');
    const plan = samplePlan(agency, { name: 'Lén sửa' });
    await expect(writesPlan(agency, plan, { amends: { campaignId, mark } })).rejects.toEqual(
      refusal('plan_submitted'),
    );
    await expect(discardDraft(agency.deps, { actor, campaignId })).rejects.toEqual(
      refusal('plan_submitted'),
    );
    await recallPlan(agency.deps, { actor, campaignId });
    await recallPlan(agency.deps, { actor, campaignId });
    expect(await stateOf(campaignId)).toBe('draft');
    const late = await settle('hung.le', { submissionId, mark }, APPROVED);
    expect(late).toMatchObject({ fresh: false, submission: { settled: { outcome: 'recalled' } } });
    expect(await stateOf(campaignId)).toBe('draft');
    expect((await auditKinds(agency, campaignId)).at(-1)).toBe('campaign.recalled');
  });

  it('is refused for words that the author has not seen, and for a plan that is not whole', async () => {
    const draft = await drafted(agency);
    const actor = await agency.actor('ha.nguyen');
    await expect(
      submitPlan(agency.deps, { actor, draft: { ...draft, mark: 'khác' } }),
    ).rejects.toEqual(refusal('draft_changed'));
    await agency.deps.db.campaign.update({
      where: { id: draft.campaignId },
      data: { finalReviewOn: null },
    });
    const card = await findCampaign(agency.deps.db, draft.campaignId);
    const seen = { ...draft, mark: card ? planMark(card.plan) : '' };
    await expect(submitPlan(agency.deps, { actor, draft: seen })).rejects.toEqual(
      refusal('plan_refused'),
    );
    expect(await stateOf(draft.campaignId)).toBe('draft');
  });
});

describe('deciding', () => {
  it('approved, it is launched at once in the name of who approved; the author is told', async () => {
    const { campaignId, ...seen } = await submitted(agency);
    const settled = await settle('hung.le', seen, APPROVED);
    expect(settled).toMatchObject({ fresh: true, launched: { code: expect.any(String) } });
    const card = await findCampaign(agency.deps.db, campaignId);
    expect(card).toMatchObject({ state: 'published', approvedBy: 'Lê Quang Hùng' });
    const told = (await outbox(agency, seen.submissionId)).filter(
      ({ purpose }) => purpose === 'campaigns.settled',
    );
    expect(told.map((one) => one.personId)).toEqual([personId('ha.nguyen')]);
    expect((await auditKinds(agency, campaignId)).slice(-2)).toEqual([
      'campaign.submitted',
      'campaign.published',
    ]);
  });

  it('returned with a reason, it is a draft that its author mends and submits anew', async () => {
    const { campaignId, ...seen } = await submitted(agency);
    await expect(settle('hung.le', seen, returned('  '))).rejects.toEqual(
      refusal('reason_missing'),
    );
    await settle('hung.le', seen, returned('Mục tiêu chưa đo được'));
    expect(await stateOf(campaignId)).toBe('draft');
    const plan = samplePlan(agency, { objective: 'Tăng 7%' });
    const mended = await writesPlan(agency, plan, { amends: { campaignId, mark: seen.mark } });
    const actor = await agency.actor('ha.nguyen');
    await submitPlan(agency.deps, { actor, draft: mended });
    // The first card decides nothing any more.
    const old = await settle('hung.le', seen, APPROVED);
    expect(old).toMatchObject({ fresh: false, submission: { settled: { outcome: 'returned' } } });
    expect(await stateOf(campaignId)).toBe('submitted');
    const submissions = await agency.deps.db.campaignSubmission.findMany({
      where: { campaignId },
      orderBy: { submittedAt: 'asc' },
    });
    expect(submissions.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['returned', 'Mục tiêu chưa đo được'],
      [null, null],
    ]);
  });

  it('of two heads the first decides, also when both press at once', async () => {
    const other = await secondHead();
    for (let round = 0; round < 5; round += 1) {
      const { campaignId, ...seen } = await submitted(agency);
      const both = await Promise.all([
        settle('hung.le', seen, APPROVED),
        settle(other, seen, returned('Chờ thêm')),
        settle('hung.le', seen, APPROVED),
      ]);
      expect(both.filter(({ fresh }) => fresh)).toHaveLength(1);
      const outcome = both[0]?.submission.settled?.outcome;
      expect(new Set(both.map(({ submission }) => submission.settled?.outcome)).size).toBe(1);
      expect(await stateOf(campaignId)).toBe(outcome === 'approved' ? 'published' : 'draft');
      const posted = await postedIn(agency, campaignId, 'campaigns.announcement');
      expect(posted).toHaveLength(outcome === 'approved' ? 2 : 0);
    }
  });

  it('is for those who may launch, whoever wrote it', async () => {
    const { campaignId, ...seen } = await submitted(agency);
    for (const login of ['ha.nguyen', 'mai.thai', 'viet.kieu', 'lan.tran'] as const)
      await expect(settle(login, seen, APPROVED)).rejects.toEqual(refusal('may_not_launch'));
    await expect(settle('hung.le', { ...seen, mark: 'khác' }, APPROVED)).rejects.toEqual(
      refusal('draft_changed'),
    );
    expect(await stateOf(campaignId)).toBe('submitted');
  });
});

describe('the rule on who launches', () => {
  it('lets a secretary launch by order where the organisation says so, not a communications officer', async () => {
    const secretary = await agency.actor('ha.nguyen');
    const draft = await drafted(agency);
    await expect(publishCampaign(agency.deps, { actor: secretary, draft })).rejects.toEqual(
      refusal('may_not_launch'),
    );
    const { id: administratorId } = await agency.deps.db.roleGrant.create({
      data: {
        personId: personId('hung.le'),
        unitId: unitId('SH'),
        role: 'administrator',
        fromDate: new Date('2026-01-01'),
      },
      select: { id: true },
    });
    const administrator = await agency.actor('hung.le');
    await overrideRule(agency.deps, {
      actor: administrator,
      rule: 'campaigns.launching',
      text: 'head_secretary',
      documentNumber: '12/QĐ-BHXH',
      documentDate: today(agency.deps),
      from: today(agency.deps),
      to: today(agency.deps),
    });
    const out = await publishCampaign(agency.deps, { actor: secretary, draft });
    expect(out.code).toMatch(/^PT-/);
    const officers = await drafted(agency, {}, 'mai.thai');
    await expect(
      publishCampaign(agency.deps, { actor: await agency.actor('mai.thai'), draft: officers }),
    ).rejects.toEqual(refusal('may_not_launch'));
    await agency.deps.db.ruleOverride.deleteMany();
    await agency.deps.db.roleGrant.delete({ where: { id: administratorId } });
    await agency.goTo(addDays(today(agency.deps), 1), '09:00');
  });
});

describe('a launch at its time', () => {
  const at = (days: number, time = '08:00') =>
    instantAt(addDays(today(agency.deps), days), time, agency.deps.zone);

  it('waits, and comes once however many machines look', async () => {
    const launchAt = at(1);
    const { campaignId, ...seen } = await submitted(agency, { launchAt });
    const settled = await settle('hung.le', seen, APPROVED);
    expect(settled.launched).toEqual({ code: null, launchAt });
    expect(await stateOf(campaignId)).toBe('approved');
    await launchScheduled(agency.deps);
    expect(await postedIn(agency, campaignId, 'campaigns.announcement')).toEqual([]);
    await agency.goTo(addDays(today(agency.deps), 1), '08:00');
    const look = () => launchScheduled(agency.deps);
    await Promise.all([look(), look(), look()]);
    await look();
    expect(await stateOf(campaignId)).toBe('published');
    expect(await postedIn(agency, campaignId, 'campaigns.announcement')).toEqual([
      'C0CHUNG',
      'C0THIDUA',
    ]);
    const kinds = await auditKinds(agency, campaignId);
    expect(kinds.slice(-2)).toEqual(['campaign.approved', 'campaign.published']);
  });

  it('is caught up late, and stopped by its author before', async () => {
    const late = await submitted(agency, { launchAt: at(1) });
    const stopped = await submitted(agency, { launchAt: at(1) });
    for (const one of [late, stopped]) await settle('hung.le', one, APPROVED);
    const actor = await agency.actor('ha.nguyen');
    await recallPlan(agency.deps, { actor, campaignId: stopped.campaignId });
    await agency.goTo(addDays(today(agency.deps), 3), '15:00');
    await launchScheduled(agency.deps);
    expect(await stateOf(late.campaignId)).toBe('published');
    expect(await stateOf(stopped.campaignId)).toBe('draft');
  });

  it('comes to nothing when the last day is over by then, and the author is told', async () => {
    const endsOn = addDays(today(agency.deps), 2);
    const { campaignId, ...seen } = await submitted(agency, { launchAt: at(1), endsOn });
    await settle('hung.le', seen, APPROVED);
    await agency.goTo(addDays(today(agency.deps), 4), '08:00');
    await Promise.all([launchScheduled(agency.deps), launchScheduled(agency.deps)]);
    expect(await stateOf(campaignId)).toBe('draft');
    const told = await outbox(agency, campaignId);
    expect(told.filter(({ purpose }) => purpose === 'campaigns.lapsed')).toHaveLength(1);
    expect((await auditKinds(agency, campaignId)).at(-1)).toBe('campaign.lapsed');
  });

  it('of a head is set by the head, who approves it by pressing', async () => {
    const launchAt = at(1);
    const draft = await drafted(agency, { launchAt }, 'hung.le');
    const actor = await agency.actor('hung.le');
    const press = () => publishCampaign(agency.deps, { actor, draft });
    expect(await press()).toMatchObject({ code: null, launchAt, again: false });
    expect(await press()).toMatchObject({ code: null, launchAt, again: true });
  });
});

it('the database holds a campaign to its states', async () => {
  const { campaignId } = await drafted(agency);
  const set = (sql: string) =>
    agency.database.pool.query(`update campaign set ${sql} where id = $1`, [campaignId]);
  await expect(set("state = 'approved'")).rejects.toThrow(/campaign_(approved|scheduled)/);
  await expect(set("state = 'withdrawn'")).rejects.toThrow(/campaign_/);
  await expect(set("state = 'published'")).rejects.toThrow(/campaign_/);
  await expect(set("state = 'submitted', final_review_on = null")).rejects.toThrow(
    /campaign_planned/,
  );
  await agency.database.pool.query('delete from campaign_check where campaign_id = $1', [
    campaignId,
  ]);
  await expect(set("state = 'submitted'")).rejects.toThrow(/no check planned/);
});

describe('what is approved', () => {
  /** An indicator that the secretary sets, or changes. */
  async function measures(campaignId: string, target: string, indicatorId: string = randomUUID()) {
    const actor = await agency.actor('ha.nguyen');
    const { indicators } = await progressOf(agency.deps.db, campaignId, today(agency.deps));
    const before = indicators.find(({ id }) => id === indicatorId);
    await setIndicator(agency.deps, {
      ...{ actor, reason: '' },
      seen: { campaignId, indicatorId, mark: before ? contentMark(before) : null },
      entered: {
        ...{ name: 'Người mới', measure: 'người', direction: 'more', target, targets: '' },
        weight: '100',
      },
    });
    return indicatorId;
  }

  /** What the buttons of a message carry, as it is drawn for a reader now. */
  async function carried(purpose: string, subjectId: string, login: Login, actionId: string) {
    const renderer = campaignsJobs.renderers?.find((one) => one.purpose === purpose);
    const drawn = await renderer?.render(agency.deps, {
      ...{ params: {}, subjectId, personId: personId(login), language: 'vi' },
    });
    const buttons = (drawn?.blocks ?? []).flatMap((block) =>
      block.type === 'actions' ? block.elements : [],
    );
    const [value] = buttons.flatMap((button) =>
      button.type === 'button' && button.action_id === actionId ? (button.value ?? '') : [],
    );
    return JSON.parse(value ?? 'null');
  }

  it('are the indicators, too: those that changed since are to be read again', async () => {
    const draft = await drafted(agency);
    const { campaignId } = draft;
    const indicatorId = await measures(campaignId, '100');
    await submitPlan(agency.deps, { actor: await agency.actor('ha.nguyen'), draft });
    const { id: submissionId } = await agency.deps.db.campaignSubmission.findFirstOrThrow({
      where: { campaignId },
    });
    const card = () => carried('campaigns.approval', submissionId, 'hung.le', 'campaign_approve');
    const seen = await card();
    await measures(campaignId, '90', indicatorId);
    await agency.database.pool.query('delete from graphile_worker._private_jobs');
    await expect(settle('hung.le', seen, APPROVED)).rejects.toEqual(refusal('draft_changed'));
    // The mark of the words alone is not enough.
    const words = { submissionId, mark: draft.mark };
    await expect(settle('hung.le', words, APPROVED)).rejects.toEqual(refusal('draft_changed'));
    expect(await stateOf(campaignId)).toBe('submitted');
    expect(await redrawWaiting(agency, submissionId, 'campaigns.approval')).toBe(true);
    expect(await settle('hung.le', await card(), APPROVED)).toMatchObject({ fresh: true });
    expect(await stateOf(campaignId)).toBe('published');
  });

  it('can be returned whatever became of its indicators', async () => {
    const { campaignId, submissionId, mark } = await submitted(agency);
    await measures(campaignId, '100');
    const settled = await settle('hung.le', { submissionId, mark }, returned('Thiếu tiêu chí'));
    expect(settled).toMatchObject({ fresh: true, launched: null });
  });

  it('holds for who launches their own plan', async () => {
    const { campaignId } = await drafted(agency, {}, 'hung.le');
    const actor = await agency.actor('hung.le');
    const preview = () => carried('campaigns.preview', campaignId, 'hung.le', 'campaign_publish');
    const draft = await preview();
    await measures(campaignId, '100');
    await expect(publishCampaign(agency.deps, { actor, draft })).rejects.toEqual(
      refusal('draft_changed'),
    );
    expect(await publishCampaign(agency.deps, { actor, draft: await preview() })).toMatchObject({
      again: false,
    });
  });

  it('and a change of an indicator at once come one after the other', async () => {
    const { campaignId, submissionId, mark } = await submitted(agency);
    const [approval] = await Promise.allSettled([
      settle('hung.le', { submissionId, mark }, APPROVED),
      measures(campaignId, '100'),
    ]);
    const kinds = (await auditKinds(agency, campaignId)).slice(-2);
    expect(kinds).toEqual(
      approval.status === 'fulfilled'
        ? ['campaign.published', 'campaign.indicator_set']
        : ['campaign.submitted', 'campaign.indicator_set'],
    );
  });
});
