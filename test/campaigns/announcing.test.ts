import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editAnnouncement } from '../../src/campaigns/announcing/edit-announcement.ts';
import { withdrawCampaign } from '../../src/campaigns/announcing/withdraw-campaign.ts';
import { joinCampaign } from '../../src/campaigns/joining/join-campaign.ts';
import { findCampaign } from '../../src/campaigns/queries.ts';
import { planMark } from '../../src/campaigns/rules.ts';
import { today } from '../../src/kernel/deps.ts';
import { addDays, dateColumn } from '../../src/kernel/time.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { type Agency, auditKinds, launched, openAgency, outbox, redrawWaiting } from './support.ts';

let agency: Agency;

beforeAll(async () => {
  agency = await openAgency();
});
afterAll(() => agency.close());

const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code });
const REDRAWN = ['announcement', 'direct', 'reminder', 'preview'];

async function directTo(campaignId: string): Promise<(string | null)[]> {
  const messages = await outbox(agency, campaignId);
  return messages
    .filter(({ purpose }) => purpose === 'campaigns.direct')
    .map((one) => one.personId);
}

async function seenOf(campaignId: string) {
  const card = await findCampaign(agency.deps.db, campaignId);
  return { campaignId, mark: card ? planMark(card.plan) : '' };
}

describe('direct messages', () => {
  it('go to everybody in its scope once, and to nobody who has left', async () => {
    const { db } = agency.deps;
    // Somebody in two of the units addressed, and somebody who left yesterday.
    const posting = { position: 'Chuyên viên', office: 'staff' as const };
    await db.posting.create({
      data: {
        ...posting,
        personId: personId('lan.tran'),
        unitId: unitId('SH-CD'),
        fromDate: dateColumn('2026-01-01'),
        toDate: dateColumn(addDays(today(agency.deps), 100)),
      },
    });
    await db.posting.updateMany({
      where: { personId: personId('duc.vu') },
      data: { toDate: dateColumn(addDays(today(agency.deps), -1)) },
    });
    const id = await launched(agency, {
      toPersons: true,
      scopeUnitIds: [unitId('SH-THU'), unitId('SH-CD')],
    });
    const told = await directTo(id);
    expect(told).toContain(personId('lan.tran'));
    expect(told).not.toContain(personId('duc.vu'));
    expect(told).not.toContain(personId('hung.le'));
    expect(new Set(told).size).toBe(told.length);
    expect(await directTo(await launched(agency))).toEqual([]);
  });

  it('two thousand of them are written by few statements, quickly', async () => {
    const { db } = agency.deps;
    const people = Array.from({ length: 2_000 }, (_, index) => ({
      staffNumber: `X${index}`,
      fullName: `Người ${index}`,
      email: `x${index}@bhxh.example`,
    }));
    await db.person.createMany({ data: people });
    const made = await db.person.findMany({
      where: { staffNumber: { in: people.map(({ staffNumber }) => staffNumber) } },
      select: { id: true },
    });
    await db.posting.createMany({
      data: made.map(({ id }) => ({
        personId: id,
        unitId: unitId('SH-TT'),
        position: 'Chuyên viên',
        office: 'staff' as const,
        fromDate: dateColumn('2026-01-01'),
      })),
    });
    const id = await launched(agency, { toPersons: true, scopeUnitIds: [unitId('SH-TT')] });
    expect((await directTo(id)).length).toBeGreaterThanOrEqual(2_000);
  });
});

describe('changing what is out', () => {
  it('keeps how it was, notes what changed, and redraws everything, once', async () => {
    const id = await launched(agency);
    const seen = await seenOf(id);
    const actor = await agency.actor('hung.le');
    const before = await findCampaign(agency.deps.db, id);
    const edit = () =>
      editAnnouncement(agency.deps, {
        actor,
        seen,
        change: { objective: 'Tăng 7% số người tham gia' },
        note: 'Nâng mục tiêu lên 7%',
      });
    expect(await Promise.all([edit(), edit()])).toEqual(expect.arrayContaining([true, false]));
    expect(await edit()).toBe(false);
    const after = await findCampaign(agency.deps.db, id);
    expect(after).toMatchObject({
      revisionCount: 1,
      revisions: [{ note: 'Nâng mục tiêu lên 7%' }],
      plan: { objective: 'Tăng 7% số người tham gia' },
    });
    const kept = await agency.deps.db.campaignRevision.findFirstOrThrow({
      where: { campaignId: id },
    });
    expect(kept.before).toMatchObject({ objective: before?.plan.objective });
    for (const purpose of REDRAWN)
      expect(await redrawWaiting(agency, id, `campaigns.${purpose}`)).toBe(true);
    expect((await auditKinds(agency, id)).at(-1)).toBe('campaign.revised');
    await expect(
      agency.deps.db.campaignRevision.update({ where: { id: kept.id }, data: { note: 'khác' } }),
    ).rejects.toThrow(/never changed/);
  });

  it('is refused without a note, from a form that is out of date, and to those who may not launch', async () => {
    const id = await launched(agency);
    const seen = await seenOf(id);
    const change = { objective: 'Khác' };
    const edit = async (login: Login, mark = seen.mark, note = 'Sửa') =>
      editAnnouncement(agency.deps, {
        actor: await agency.actor(login),
        seen: { ...seen, mark },
        change,
        note,
      });
    await expect(edit('hung.le', seen.mark, ' ')).rejects.toEqual(refusal('note_missing'));
    await expect(edit('hung.le', 'khác')).rejects.toEqual(refusal('draft_changed'));
    await expect(edit('ha.nguyen')).rejects.toEqual(refusal('may_not_launch'));
    expect(await agency.deps.db.campaignRevision.count({ where: { campaignId: id } })).toBe(0);
  });

  it('is told what does not fit the new end', async () => {
    const id = await launched(agency, { checkDays: [addDays(today(agency.deps), 20)] });
    const change = { endsOn: addDays(today(agency.deps), 10) };
    const actor = await agency.actor('hung.le');
    const seen = await seenOf(id);
    await expect(
      editAnnouncement(agency.deps, { actor, seen, change, note: 'Rút ngắn' }),
    ).rejects.toEqual(expect.objectContaining({ code: 'plan_refused', field: 'endsOn' }));
  });
});

describe('withdrawing', () => {
  it('stops joining, redraws everything and tells those who joined, once each', async () => {
    const id = await launched(agency);
    const join = async (login: Login) =>
      joinCampaign(agency.deps, {
        actor: await agency.actor(login),
        campaignId: id,
        joiner: { kind: 'person' },
        targets: '',
      });
    await join('lan.tran');
    const khanh = await agency.actor('khanh.phan');
    await join('khanh.phan');
    await joinCampaign(agency.deps, {
      actor: khanh,
      campaignId: id,
      joiner: { kind: 'unit', unitId: unitId('SH-THU') },
      targets: '50 người',
    });
    const withdraw = async (login: Login, reason = 'Bão số 12') =>
      withdrawCampaign(agency.deps, { actor: await agency.actor(login), campaignId: id, reason });
    await expect(withdraw('ha.nguyen')).rejects.toEqual(refusal('may_not_launch'));
    await expect(withdraw('hung.le', ' ')).rejects.toEqual(refusal('reason_missing'));
    const both = await Promise.all([withdraw('hung.le'), withdraw('hung.le')]);
    expect(both[0]).toEqual(both[1]);
    const withdrawals = (await auditKinds(agency, id)).filter(
      (kind) => kind === 'campaign.withdrawn',
    );
    expect(withdrawals).toHaveLength(1);
    await expect(withdraw('hung.le', 'Lý do khác')).rejects.toEqual(refusal('not_out'));
    await expect(join('linh.cao')).rejects.toEqual(refusal('campaign_withdrawn'));
    const told = (await outbox(agency, id)).filter((one) => one.purpose === 'campaigns.withdrawn');
    expect(told.map((one) => one.personId).toSorted()).toEqual(
      [personId('lan.tran'), personId('khanh.phan')].toSorted(),
    );
    for (const purpose of REDRAWN)
      expect(await redrawWaiting(agency, id, `campaigns.${purpose}`)).toBe(true);
    const card = await findCampaign(agency.deps.db, id);
    expect(card).toMatchObject({ state: 'withdrawn', withdrawn: { reason: 'Bão số 12' } });
  });

  it('tells everybody whose joining was taken, also beside it', async () => {
    const id = await launched(agency);
    const joiners = ['lan.tran', 'linh.cao', 'nga.bui', 'khanh.phan'] as const;
    const actors = await Promise.all(joiners.map((login) => agency.actor(login)));
    const director = await agency.actor('hung.le');
    await Promise.allSettled([
      ...actors.map((actor) =>
        joinCampaign(agency.deps, {
          actor,
          campaignId: id,
          joiner: { kind: 'person' },
          targets: '',
        }),
      ),
      withdrawCampaign(agency.deps, { actor: director, campaignId: id, reason: 'Bão' }),
    ]);
    const taken = await agency.deps.db.campaignPledge.findMany({ where: { campaignId: id } });
    const told = (await outbox(agency, id)).filter((one) => one.purpose === 'campaigns.withdrawn');
    expect(told.map((one) => one.personId).toSorted()).toEqual(
      taken.map((pledge) => pledge.madeById).toSorted(),
    );
  });
});
