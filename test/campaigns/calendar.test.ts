import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeCampaigns } from '../../src/campaigns/announcing/close-campaigns.ts';
import { editAnnouncement } from '../../src/campaigns/announcing/edit-announcement.ts';
import { remindCampaigns } from '../../src/campaigns/announcing/remind-campaigns.ts';
import { resendAnnouncement } from '../../src/campaigns/announcing/resend-announcement.ts';
import { tellUndelivered } from '../../src/campaigns/announcing/tell-undelivered.ts';
import { campaignsJobs } from '../../src/campaigns/jobs.ts';
import { findCampaign } from '../../src/campaigns/queries.ts';
import { planMark } from '../../src/campaigns/rules.ts';
import { today } from '../../src/kernel/deps.ts';
import { addDays } from '../../src/kernel/time.ts';
import { type Agency, auditKinds, launched, openAgency, outbox, postedIn } from './support.ts';

let agency: Agency;

beforeAll(async () => {
  agency = await openAgency();
});
afterAll(() => agency.close());

const CHANNELS = ['C0CHUNG', 'C0THIDUA'];
const reminders = (id: string) => postedIn(agency, id, 'campaigns.reminder');
const closings = (id: string) => postedIn(agency, id, 'campaigns.closing');

/** What a tick does. */
async function tick(): Promise<void> {
  for (const look of campaignsJobs.due ?? []) await look(agency.deps);
}

describe('the reminder', () => {
  it('comes at 08:00 of its day, once, however many machines look', async () => {
    const from = today(agency.deps);
    // Twenty days: the reminder is five days before the last.
    const id = await launched(agency, { startsOn: from, endsOn: addDays(from, 19) });
    await agency.goTo(addDays(from, 14), '07:59');
    await tick();
    expect(await reminders(id)).toEqual([]);
    await agency.goTo(addDays(from, 14), '08:00');
    await Promise.all([tick(), tick(), tick()]);
    await tick();
    expect(await reminders(id)).toEqual(CHANNELS);
    expect((await auditKinds(agency, id)).filter((kind) => kind === 'campaign.reminded')).toEqual([
      'campaign.reminded',
    ]);
    await agency.goTo(addDays(from, 19), '12:00');
    await tick();
    expect(await reminders(id)).toEqual(CHANNELS);
  });

  it('is caught up on the last day, and skipped after it', async () => {
    const from = today(agency.deps);
    const late = await launched(agency, { startsOn: from, endsOn: addDays(from, 19) });
    const tooLate = await launched(agency, { startsOn: from, endsOn: addDays(from, 18) });
    await agency.goTo(addDays(from, 19), '22:00');
    await remindCampaigns(agency.deps);
    expect(await reminders(late)).toEqual(CHANNELS);
    expect(await reminders(tooLate)).toEqual([]);
    await tick();
    expect(await reminders(tooLate)).toEqual([]);
    expect(await closings(tooLate)).toEqual(CHANNELS);
  });

  it('comes again before a new end', async () => {
    const from = today(agency.deps);
    const id = await launched(agency, { startsOn: from, endsOn: addDays(from, 19) });
    await agency.goTo(addDays(from, 14), '08:00');
    await tick();
    const card = await findCampaign(agency.deps.db, id);
    await editAnnouncement(agency.deps, {
      actor: await agency.actor('hung.le'),
      seen: { campaignId: id, mark: card ? planMark(card.plan) : '' },
      change: { endsOn: addDays(from, 30) },
      note: 'Gia hạn',
    });
    await tick();
    expect(await reminders(id)).toEqual(CHANNELS);
    await agency.goTo(addDays(from, 23), '08:00');
    await Promise.all([tick(), tick()]);
    expect(await reminders(id)).toEqual([...CHANNELS, ...CHANNELS]);
  });

  it('does not follow a launch that came after its moment', async () => {
    await agency.goTo(addDays(today(agency.deps), 1), '10:00');
    const from = today(agency.deps);
    const id = await launched(agency, { startsOn: from, endsOn: addDays(from, 1) });
    await tick();
    await agency.goTo(addDays(from, 1), '09:00');
    await tick();
    expect(await reminders(id)).toEqual([]);
  });
});

describe('the closing', () => {
  it('comes at 08:00 of the next day, once, however many machines look', async () => {
    const from = today(agency.deps);
    const id = await launched(agency, { startsOn: from, endsOn: addDays(from, 2) });
    await agency.goTo(addDays(from, 3), '07:59');
    await tick();
    expect(await closings(id)).toEqual([]);
    expect((await findCampaign(agency.deps.db, id))?.state).toBe('published');
    await agency.goTo(addDays(from, 3), '08:00');
    await Promise.all([tick(), tick(), tick()]);
    await tick();
    expect(await closings(id)).toEqual(CHANNELS);
    expect((await findCampaign(agency.deps.db, id))?.state).toBe('closed');
    expect((await auditKinds(agency, id)).filter((kind) => kind === 'campaign.closed')).toEqual([
      'campaign.closed',
    ]);
  });

  it('is caught up however late', async () => {
    const from = today(agency.deps);
    const id = await launched(agency, { startsOn: from, endsOn: addDays(from, 2) });
    await agency.goTo(addDays(from, 40), '15:00');
    await closeCampaigns(agency.deps);
    expect(await closings(id)).toEqual(CHANNELS);
    const row = await agency.deps.db.campaign.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ state: 'closed', remindedAt: null, closedAt: expect.any(Date) });
  });
});

describe('an announcement that a channel did not take', () => {
  async function died(): Promise<{ campaignId: string; messageId: string; channelId: string }> {
    const campaignId = await launched(agency);
    const channelId = 'C0CHUNG';
    const { id } = await agency.deps.db.outgoingMessage.findFirstOrThrow({
      where: { subjectId: campaignId, channelId, purpose: 'campaigns.announcement' },
    });
    await agency.deps.db.outgoingMessage.update({
      where: { id },
      data: { state: 'dead', error: 'not_in_channel' },
    });
    return { campaignId, messageId: id, channelId };
  }

  it('is told to the author once, with the channel and the reason', async () => {
    const { campaignId, messageId, channelId } = await died();
    await Promise.all([tellUndelivered(agency.deps), tellUndelivered(agency.deps)]);
    await tick();
    const told = await outbox(agency, campaignId);
    const actor = await agency.actor('hung.le');
    expect(told.filter((one) => one.purpose === 'campaigns.undelivered')).toEqual([
      expect.objectContaining({
        personId: actor.personId,
        params: { messageId, channelId, reason: 'not_in_channel' },
      }),
    ]);
  });

  it('is sent again once for a failure, and only by the author while the campaign runs', async () => {
    const failed = await died();
    const actor = await agency.actor('hung.le');
    await resendAnnouncement(agency.deps, { actor, ...failed });
    await resendAnnouncement(agency.deps, { actor, ...failed });
    const all = await outbox(agency, failed.campaignId);
    const toChannel = all.filter(
      (one) => one.purpose === 'campaigns.announcement' && one.channelId === failed.channelId,
    );
    expect(toChannel.map(({ state }) => state)).toEqual(['dead', 'waiting']);
    const other = await agency.actor('mai.thai');
    await expect(resendAnnouncement(agency.deps, { actor: other, ...failed })).rejects.toEqual(
      expect.objectContaining({ code: 'draft_gone' }),
    );
    await agency.goTo(addDays(today(agency.deps), 60), '09:00');
    await expect(resendAnnouncement(agency.deps, { actor, ...failed })).rejects.toEqual(
      expect.objectContaining({ code: 'campaign_over' }),
    );
  });
});
