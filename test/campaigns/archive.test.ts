import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { closeCampaigns } from '../../src/campaigns/announcing/close-campaigns.ts';
import { editAnnouncement } from '../../src/campaigns/announcing/edit-announcement.ts';
import { withdrawCampaign } from '../../src/campaigns/announcing/withdraw-campaign.ts';
import { archiveCampaign } from '../../src/campaigns/archive/archive-campaign.ts';
import { pastView } from '../../src/campaigns/archive/archive-views.ts';
import { addCheck } from '../../src/campaigns/checks/arrange-check.ts';
import { setCluster } from '../../src/campaigns/clusters/set-cluster.ts';
import { campaignsJobs } from '../../src/campaigns/jobs.ts';
import { joinCampaign } from '../../src/campaigns/joining/join-campaign.ts';
import { pledgeList } from '../../src/campaigns/joining/pledge-list.ts';
import { givePoints } from '../../src/campaigns/progress/adjust-points.ts';
import { enterFigures, openFigures } from '../../src/campaigns/progress/enter-figures.ts';
import { rankingOf } from '../../src/campaigns/progress/open-ranking.ts';
import { postRanking } from '../../src/campaigns/progress/post-ranking.ts';
import { setRankingRhythm } from '../../src/campaigns/progress/post-regularly.ts';
import { resendRanking } from '../../src/campaigns/progress/resend-ranking.ts';
import { setIndicator } from '../../src/campaigns/progress/set-indicator.ts';
import { findCampaign } from '../../src/campaigns/queries.ts';
import { finishReview } from '../../src/campaigns/review/finish-review.ts';
import { openReview } from '../../src/campaigns/review/open-review.ts';
import { proposeReward } from '../../src/campaigns/review/propose-reward.ts';
import { listedMark } from '../../src/campaigns/review/review-queries.ts';
import { writeReview } from '../../src/campaigns/review/write-review.ts';
import { type PastState, planMark } from '../../src/campaigns/rules.ts';
import {
  PAST_PAGE,
  pastCampaigns,
  runningCampaigns,
} from '../../src/campaigns/running-campaigns.ts';
import { urgeByHand } from '../../src/campaigns/urging/urge-by-hand.ts';
import { today } from '../../src/kernel/deps.ts';
import { addDays } from '../../src/kernel/time.ts';
import type { Login } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { plainText } from '../../src/sandbox/validation/plain-text.ts';
import { codeOf } from '../councils/sitting-stage.ts';
import { agencyOfEach, auditKinds, launched, slackIdOf } from './support.ts';

const world = agencyOfEach();
const actor = (login: Login) => world().actor(login);
let campaignId: string;

/** Through its final review, by the secretary and the director. */
async function reviewed(...ids: string[]): Promise<void> {
  const { deps } = world();
  const { endsOn } = await deps.db.campaign.findUniqueOrThrow({ where: { id: ids[0]! } });
  await world().goTo(addDays(endsOn.toISOString().slice(0, 10), 1), '09:00');
  await closeCampaigns(deps);
  const texts = { heldOn: today(deps), results: 'Vượt', limits: 'Chậm', lessons: 'Tuần' };
  for (const id of ids) {
    const which = { campaignId: id, kind: 'final', seen: 0 } as const;
    await writeReview(deps, { actor: await actor('ha.nguyen'), ...which, texts });
    await finishReview(deps, {
      ...{ ...which, seen: 1, actor: await actor('hung.le'), listed: listedMark([]) },
    });
  }
}

const archives = async (login: Login = 'hung.le', id = campaignId) =>
  archiveCampaign(world().deps, { actor: await actor(login), campaignId: id });
const past = async (state: PastState, login: Login = 'lan.tran', from = 0) =>
  pastCampaigns(world().deps, await actor(login), { state, from });

beforeEach(async () => {
  campaignId = await launched(world());
});

describe('a campaign that was withdrawn', () => {
  test('is found by whom it concerned, with when, by whom and why; it takes nothing any more', async () => {
    const { deps } = world();
    await joinCampaign(deps, {
      ...{ actor: await actor('lan.tran'), campaignId, joiner: { kind: 'person' } },
      targets: '5 người',
    });
    const reason = 'Trùng nội dung với phong trào của *Ngành*';
    await withdrawCampaign(deps, { actor: await actor('hung.le'), campaignId, reason });
    const found = await past('withdrawn');
    expect(found.totals).toEqual({ reviewed: 0, archived: 0, withdrawn: 1 });
    expect(found.shown).toMatchObject([
      {
        ...{ id: campaignId, stage: 'withdrawn', canArchive: false, canJoin: false },
        ...{ canManage: false, withdrawn: { reason } },
      },
    ]);
    const { blocks } = pastView(found, { language: 'vi', zone: deps.zone });
    const shown = JSON.stringify(blocks);
    for (const words of [reason, 'Đã hủy lúc', 'người hủy: Lê Quang Hùng'])
      expect(shown).toContain(words);
    expect((await rankingOf(deps, campaignId)).campaign.code).toBe(found.shown[0]?.code);
    const lists = await pledgeList(deps, deps.db, { actor: await actor('ha.nguyen'), campaignId });
    expect(lists.pledges).toHaveLength(1);
  });

  test('comes first in its list when it was withdrawn last', async () => {
    const other = await launched(world());
    const day = today(world().deps);
    for (const [index, id] of [other, campaignId].entries()) {
      await world().goTo(addDays(day, 1), `09:0${index}`);
      await withdrawCampaign(world().deps, {
        ...{ actor: await actor('hung.le'), campaignId: id, reason: 'Trùng' },
      });
    }
    expect((await past('withdrawn')).shown.map(({ id }) => id)).toEqual([campaignId, other]);
  });
});

describe('archiving a campaign', () => {
  test('is for whoever may launch it, once it is reviewed; twice is once', async () => {
    expect(await codeOf(archives())).toBe('not_reviewed');
    await reviewed(campaignId);
    expect(await codeOf(archives('ha.nguyen'))).toBe('may_not_launch');
    const { code } = await world().deps.db.campaign.findUniqueOrThrow({
      where: { id: campaignId },
    });
    expect(await Promise.all([archives(), archives()])).toEqual([code, code]);
    const kinds = await auditKinds(world(), campaignId);
    expect(kinds.filter((kind) => kind === 'campaign.archived')).toHaveLength(1);
    expect(kinds.at(-1)).toBe('campaign.archived');
  });

  test('moves it from one list to the other; whom it concerned reads on', async () => {
    await reviewed(campaignId);
    const ids = async (state: 'reviewed' | 'archived', login: Login = 'lan.tran') =>
      (await past(state, login)).shown.map(({ id }) => id);
    expect([await ids('reviewed'), await ids('archived')]).toEqual([[campaignId], []]);
    await archives();
    expect([await ids('reviewed'), await ids('archived')]).toEqual([[], [campaignId]]);
    const running = await runningCampaigns(world().deps, await actor('ha.nguyen'), 50, {
      withEnded: true,
    });
    expect(running.shown.some(({ id }) => id === campaignId)).toBe(false);
    const [forWriter] = (await past('archived', 'ha.nguyen')).shown;
    expect(forWriter).toMatchObject({ stage: 'archived', reviews: ['final'], canArchive: false });
    const about = { actor: await actor('ha.nguyen'), campaignId, kind: 'final' } as const;
    expect(await openReview(world().deps, world().deps.db, about)).toMatchObject({
      review: { results: 'Vượt' },
    });
    expect((await rankingOf(world().deps, campaignId)).lines.length).toBeGreaterThan(0);
  });

  test('leaves what was announced as it stands', async () => {
    await reviewed(campaignId);
    await world().database.pool.query('delete from graphile_worker._private_jobs');
    const draws = async () => {
      const renderer = campaignsJobs.renderers?.find(
        ({ purpose }) => purpose === 'campaigns.announcement',
      );
      return renderer?.render(world().deps, {
        ...{ params: {}, subjectId: campaignId, personId: null, language: 'vi', redrawing: true },
      });
    };
    const before = await draws();
    await archives();
    expect(await draws()).toEqual(before);
    const { rows } = await world().database.pool.query('select key from graphile_worker.jobs');
    expect(rows).toEqual([]);
  });

  test('is for good: nothing of it can be changed', async () => {
    const { deps } = world();
    await reviewed(campaignId);
    await archives();
    const director = await actor('hung.le');
    const card = await findCampaign(deps.db, campaignId);
    const unit = unitId('SH-THU');
    const id = randomUUID();
    const review = { actor: director, campaignId, kind: 'final', seen: 1 } as const;
    const refused = await Promise.all(
      [
        withdrawCampaign(deps, { actor: director, campaignId, reason: 'Thôi' }),
        editAnnouncement(deps, {
          ...{ actor: director, note: 'Sửa', change: { content: 'Khác' } },
          seen: { campaignId, mark: planMark(card!.plan) },
        }),
        joinCampaign(deps, {
          ...{ actor: director, campaignId, joiner: { kind: 'person' }, targets: '5 người' },
        }),
        setIndicator(deps, {
          ...{ actor: director, reason: '', seen: { campaignId, indicatorId: id, mark: null } },
          entered: {
            ...{ name: 'Số thu', measure: 'đồng', direction: 'more', target: '1', targets: '' },
            weight: '100',
          },
        }),
        setCluster(deps, {
          ...{ actor: director, seen: { campaignId, clusterId: id, mark: null } },
          entered: {
            name: 'Cụm 1',
            unitIds: [unit, unitId('SH-TT')],
            leaderId: unit,
            year: '2026',
          },
        }),
        givePoints(deps, {
          ...{ actor: director, campaignId, adjustmentId: id, unitId: unit, kind: 'bonus' },
          ...{ points: '1', reason: 'Tốt' },
        }),
        postRanking(deps, { actor: director, campaignId }),
        addCheck(deps, {
          ...{ actor: director, campaignId, checkId: id, day: today(deps) },
          chosen: { checkerSlackIds: [slackIdOf('yen.luu')], unitIds: [unit] },
        }),
        urgeByHand(deps, { actor: director, campaignId, unitId: unit }),
        writeReview(deps, {
          ...review,
          texts: { heldOn: today(deps), results: 'Khác', limits: 'Khác', lessons: 'Khác' },
        }),
        proposeReward(deps, {
          ...{ actor: director, campaignId, form: 'certificate', merit: 'Tốt' },
          subject: { personId: null, unitId: unit },
        }),
      ].map(codeOf),
    );
    expect(refused).toEqual([
      ...['not_out', 'not_out', 'campaign_over', 'progress_over', 'progress_over', 'not_taken'],
      ...['not_taken', 'campaign_not_checked', 'not_late', 'reviewed_before', 'reviewed_before'],
    ]);
    await expect(
      deps.db.campaign.update({ where: { id: campaignId }, data: { name: 'Khác' } }),
    ).rejects.toThrow('an archived campaign is never changed');
  });
});

describe('an archived campaign', () => {
  /** All that was ever sent, posted or kept about anything. */
  const traces = async () => {
    const { db } = world().deps;
    return Promise.all([
      db.outgoingMessage.count(),
      db.auditEvent.count(),
      db.campaignRanking.count(),
      db.campaignUrging.count(),
    ]);
  };
  const director = () => actor('hung.le');

  /** With a review, a pledge, figures and checks that nobody saw to, a ranking that has changed, and one that was not delivered. */
  async function unfinished(): Promise<{
    rankingId: string;
    messageId: string;
    channelId: string;
  }> {
    const { deps } = world();
    const from = today(deps);
    const indicatorId = randomUUID();
    const unit = unitId('SH-THU');
    await withdrawCampaign(deps, { actor: await director(), campaignId, reason: 'Thôi' });
    campaignId = await launched(world(), {
      ...{ midtermOn: addDays(from, 10), checkDays: [addDays(from, 8), addDays(from, 28)] },
      ...{ pledgeBy: addDays(from, 5), figuresEvery: 'week' as const },
    });
    await setIndicator(deps, {
      ...{ actor: await director(), reason: '', seen: { campaignId, indicatorId, mark: null } },
      entered: {
        ...{ name: 'Số thu', measure: 'đồng', direction: 'more', target: '100', targets: '' },
        weight: '100',
      },
    });
    await setRankingRhythm(deps, { actor: await director(), campaignId, every: 'week' });
    await addCheck(deps, {
      ...{ actor: await director(), campaignId, checkId: randomUUID(), day: addDays(from, 20) },
      chosen: { checkerSlackIds: [slackIdOf('yen.luu')], unitIds: [unit] },
    });
    await joinCampaign(deps, {
      ...{ actor: await actor('lan.tran'), campaignId, joiner: { kind: 'person' } },
      targets: '5 người',
    });
    await postRanking(deps, { actor: await director(), campaignId });
    const { id: rankingId } = await deps.db.campaignRanking.findFirstOrThrow({
      where: { campaignId },
    });
    const channelId = 'C0CHUNG';
    const { id: messageId } = await deps.db.outgoingMessage.findFirstOrThrow({
      where: { subjectId: rankingId, channelId },
    });
    const about = { actor: await actor('ha.nguyen'), campaignId, unitId: unit };
    const { mark, asOf } = await openFigures(deps, about);
    await enterFigures(deps, { ...about, mark, asOf, values: new Map([[indicatorId, '50']]) });
    await reviewed(campaignId);
    return { rankingId, messageId, channelId };
  }

  test('is left alone by the calendar, and nothing more is posted of it', async () => {
    const { deps } = world();
    const failed = await unfinished();
    await archives();
    await deps.db.outgoingMessage.update({
      where: { id: failed.messageId },
      data: { state: 'dead', error: 'not_in_channel' },
    });
    const tick = async () => {
      for (const look of campaignsJobs.due ?? []) await look(deps);
    };
    // The only thing that is still told: that a channel did not take what was posted.
    await tick();
    const before = await traces();
    for (let later = 1; later <= 30; later += 1) {
      await world().goTo(addDays(today(deps), 1), '09:00');
      await tick();
    }
    expect(await traces()).toEqual(before);
    const resending = resendRanking(deps, { actor: await director(), ...failed });
    expect(await codeOf(resending)).toBe('campaign_archived');
    expect(await traces()).toEqual(before);
  });
});

describe('the list of what is over', () => {
  test('goes page by page, with the button for whoever may archive', async () => {
    const ids = [campaignId];
    for (let made = 1; made <= PAST_PAGE; made += 1)
      ids.push(await launched(world(), { name: `Số ${made}` }));
    await reviewed(...ids);
    const { shown, totals } = await past('reviewed', 'hung.le');
    expect([shown.length, totals]).toEqual([
      PAST_PAGE,
      { reviewed: PAST_PAGE + 1, archived: 0, withdrawn: 0 },
    ]);
    const second = await past('reviewed', 'hung.le', PAST_PAGE);
    expect(second.shown).toHaveLength(1);
    const text = plainText(
      pastView(second, { language: 'vi', zone: world().deps.zone }).blocks,
      '',
    );
    expect(text).toContain(`Phong trào ${PAST_PAGE + 1}–${PAST_PAGE + 1} trên ${PAST_PAGE + 1}`);
    expect(text).toContain('[Đưa vào lưu trữ]');
    expect(text).not.toContain('[Hưởng ứng]');
    // The page that this leaves empty is not shown.
    await archives('hung.le', second.shown[0]!.id);
    expect(await past('reviewed', 'hung.le', PAST_PAGE)).toMatchObject({ from: 0 });
    const staff = await past('reviewed');
    const read = plainText(pastView(staff, { language: 'vi', zone: world().deps.zone }).blocks, '');
    expect(read).not.toContain('[Đưa vào lưu trữ]');
    expect(read).toContain('[Xem phong trào lưu trữ (1)]');
  });
});
