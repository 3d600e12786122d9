import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { editAnnouncement } from '../../src/campaigns/announcing/edit-announcement.ts';
import { withdrawCampaign } from '../../src/campaigns/announcing/withdraw-campaign.ts';
import { campaignsJobs } from '../../src/campaigns/jobs.ts';
import { joinCampaign } from '../../src/campaigns/joining/join-campaign.ts';
import { withdrawPledge } from '../../src/campaigns/joining/withdraw-pledge.ts';
import { setIndicator } from '../../src/campaigns/progress/set-indicator.ts';
import { findCampaign } from '../../src/campaigns/queries.ts';
import type { CampaignPlan } from '../../src/campaigns/rules.ts';
import { planMark } from '../../src/campaigns/rules.ts';
import { chasingReport } from '../../src/campaigns/urging/chasing-report.ts';
import { openChasing } from '../../src/campaigns/urging/open-chasing.ts';
import { urgeByHand } from '../../src/campaigns/urging/urge-by-hand.ts';
import { dateColumn } from '../../src/kernel/time.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { type UnitCode, unitId } from '../../src/sandbox/sample/units.ts';
import { agencyOfEach, launched } from './support.ts';

const world = agencyOfEach();

// Every test begins on Wednesday 11/11/2026, at 09:00.
const WED = '2026-11-11';
const TT = unitId('SH-TT');
const VP = unitId('SH-VP');

async function tick(): Promise<void> {
  for (const look of campaignsJobs.due ?? []) await look(world().deps);
}

/** The messages of a kind, as they are drawn now, by whom they are for. */
async function told(kind: 'urging' | 'escalation'): Promise<[string | null, string][]> {
  const { deps } = world();
  const purpose = `campaigns.${kind}`;
  const rows = await deps.db.outgoingMessage.findMany({
    where: { purpose },
    orderBy: { seq: 'asc' },
  });
  const renderer = campaignsJobs.renderers?.find((one) => one.purpose === purpose);
  return Promise.all(
    rows.map(async (row): Promise<[string | null, string]> => {
      const { params, subjectId, personId: reader } = row;
      const drawn = await renderer?.render(deps, {
        ...{ params, subjectId, personId: reader, language: 'vi', redrawing: true },
      });
      return [reader, JSON.stringify(drawn)];
    }),
  );
}

async function readers(kind: 'urging' | 'escalation'): Promise<string[]> {
  return (await told(kind)).map(([reader]) => reader ?? '').toSorted();
}

/** Two departments that pledge by Friday, and enter figures as is said. */
function chased(changes: Partial<CampaignPlan> = {}): Promise<string> {
  return launched(world(), {
    audience: 'collectives',
    scopeUnitIds: [TT, VP],
    pledgeBy: '2026-11-13',
    ...changes,
  });
}

async function indicator(campaignId: string, login: Login = 'hung.le'): Promise<string> {
  const seen = { campaignId, indicatorId: randomUUID(), mark: null };
  const entered = {
    ...{ name: 'Người mới', measure: 'người', target: '10' },
    direction: 'more' as const,
    ...{ targets: '', weight: '100' },
  };
  const actor = await world().actor(login);
  await setIndicator(world().deps, { actor, seen, entered, reason: '' });
  return seen.indicatorId;
}

/** A figure of a unit by a day, as it is kept. */
async function figure(indicatorId: string, unit: UnitCode, asOf: string): Promise<void> {
  await world().deps.db.campaignFigure.create({
    data: {
      ...{ indicatorId, unitId: unitId(unit), asOf: dateColumn(asOf), value: 100n },
      enteredById: personId(unit === 'SH-TT' ? 'viet.kieu' : 'ha.nguyen'),
    },
    select: { id: true },
  });
}

async function pledges(login: Login, unit: UnitCode, campaignId: string) {
  const joiner = { kind: 'unit', unitId: unitId(unit) } as const;
  const actor = await world().actor(login);
  return joinCampaign(world().deps, { actor, campaignId, joiner, targets: '50 người' });
}

async function headOf(unit: UnitCode): Promise<string> {
  const { personId: id } = await world().deps.db.roleGrant.findFirstOrThrow({
    where: { role: 'head', unitId: unitId(unit) },
  });
  return id;
}

describe('urging', () => {
  it('comes to heads in office hours of a working day, once, however many machines look', async () => {
    await chased();
    await world().goTo('2026-11-13', '16:59');
    await tick();
    // Due by the end of Friday: Saturday and Sunday are no days for it.
    await world().goTo('2026-11-14', '10:00');
    await tick();
    await world().goTo('2026-11-16', '07:59');
    await tick();
    expect(await readers('urging')).toEqual([]);
    await world().goTo('2026-11-16', '08:00');
    await Promise.all([tick(), tick(), tick()]);
    await tick();
    expect(await readers('urging')).toEqual(
      [await headOf('SH-TT'), await headOf('SH-VP')].toSorted(),
    );
    await world().goTo('2026-11-17', '08:00');
    await tick();
    expect(await readers('urging')).toHaveLength(2);
    const audits = await world().deps.db.auditEvent.count({ where: { kind: 'campaign.urged' } });
    expect(audits).toBe(2);
  });

  it('is caught up when nothing ran in the morning, and not in the evening', async () => {
    await chased();
    await world().goTo('2026-11-16', '17:00');
    await tick();
    expect(await readers('urging')).toEqual([]);
    await world().goTo('2026-11-17', '15:30');
    await tick();
    expect(await readers('urging')).toHaveLength(2);
  });

  it('gathers all campaigns and units of a head in one message, with what can be done', async () => {
    await world().deps.db.roleGrant.create({
      data: {
        ...{ role: 'head', unitId: VP, personId: await headOf('SH-TT') },
        fromDate: dateColumn('2026-01-01'),
      },
    });
    const first = await chased({ name: 'Phong trào Một' });
    await chased({ name: 'Phong trào Hai' });
    await world().goTo('2026-11-16', '08:00');
    await tick();
    const own = (await told('urging')).filter(([, text]) => text.includes('Phòng Truyền thông'));
    const head = await headOf('SH-TT');
    expect(own.map(([reader]) => reader)).toEqual([head]);
    const text = own[0]?.[1] ?? '';
    expect(text).toContain('4 việc đã quá hạn');
    for (const words of ['Phong trào Một', 'Phong trào Hai', 'Văn phòng', 'hạn 13/11/2026'])
      expect(text).toContain(words);
    expect(text).toContain('chậm từ 14/11/2026');
    expect(text.match(/campaign_join/g)).toHaveLength(2);
    expect(text).not.toContain('campaign_figures"');
    // It stops at once where the unit pledges.
    await pledges('viet.kieu', 'SH-TT', first);
    const after = (await told('urging')).find(([reader]) => reader === head)?.[1];
    expect(after).toContain('3 việc đã quá hạn');
  });

  it('asks nothing of units whose persons alone are invited, or that no day was set for', async () => {
    await chased({ audience: 'persons' });
    await chased({ pledgeBy: null });
    await world().goTo('2026-11-23', '09:00');
    await tick();
    expect(await readers('urging')).toEqual([]);
  });

  it('is about figures of each period once; a figure of its day ends it', async () => {
    const id = await chased({ pledgeBy: null, figuresEvery: 'week' });
    const measured = await indicator(id);
    await figure(measured, 'SH-VP', '2026-11-13');
    await world().goTo('2026-11-16', '09:00');
    await tick();
    expect(await readers('urging')).toEqual([]);
    await world().goTo('2026-11-17', '09:00');
    await tick();
    expect(await readers('urging')).toEqual([await headOf('SH-TT')]);
    await world().goTo('2026-11-20', '09:00');
    await tick();
    expect(await readers('urging')).toHaveLength(1);
    const [, text] = (await told('urging'))[0] ?? ['', ''];
    expect(text).toContain('chưa có đủ số liệu đến hết ngày 13/11/2026');
    expect(text).toContain('campaign_figures');
    await figure(measured, 'SH-TT', '2026-11-20');
    await figure(measured, 'SH-VP', '2026-11-19');
    await world().goTo('2026-11-24', '09:00');
    await tick();
    // Thursday's figure is not Friday's.
    expect(await readers('urging')).toEqual(
      [await headOf('SH-TT'), await headOf('SH-VP'), personId('ha.nguyen')]
        .filter((one, index, all) => all.indexOf(one) === index)
        .toSorted(),
    );
  });

  it('ends with the campaign, and with its withdrawal', async () => {
    const id = await chased();
    await world().goTo('2026-11-13', '12:00');
    const actor = await world().actor('hung.le');
    await withdrawCampaign(world().deps, { actor, campaignId: id, reason: 'Dịch bệnh' });
    await chased({ pledgeBy: '2026-11-13', endsOn: '2026-11-13', startsOn: WED });
    await world().goTo('2026-11-16', '09:00');
    await tick();
    expect(await readers('urging')).toEqual([]);
  });

  it('says nothing is late once the campaign is withdrawn, and not that it was done', async () => {
    const id = await chased();
    await world().goTo('2026-11-16', '09:00');
    await tick();
    const actor = await world().actor('hung.le');
    await withdrawCampaign(world().deps, { actor, campaignId: id, reason: 'Dịch bệnh' });
    const texts = (await told('urging')).map(([, text]) => text);
    expect(texts).toHaveLength(2);
    for (const text of texts) {
      expect(text).toContain('không còn chậm');
      expect(text).not.toContain('thực hiện xong');
    }
  });

  it('comes anew for a later day, and for a pledge that was taken back', async () => {
    const id = await chased({ scopeUnitIds: [TT, VP] });
    await pledges('viet.kieu', 'SH-TT', id);
    await world().goTo('2026-11-16', '09:00');
    await tick();
    expect(await readers('urging')).toEqual([await headOf('SH-VP')]);
    const { id: pledgeId } = await world().deps.db.campaignPledge.findFirstOrThrow({
      where: { campaignId: id, unitId: TT },
    });
    const head = await world().actor('viet.kieu');
    await withdrawPledge(world().deps, { actor: head, pledgeId, reason: 'Ghi nhầm' });
    await tick();
    await world().goTo('2026-11-17', '09:00');
    await tick();
    expect(await readers('urging')).toHaveLength(2);
    const card = await findCampaign(world().deps.db, id);
    await editAnnouncement(world().deps, {
      actor: await world().actor('hung.le'),
      seen: { campaignId: id, mark: card ? planMark(card.plan) : '' },
      change: { pledgeBy: '2026-11-18' },
      note: 'Gia hạn đăng ký',
    });
    expect(
      (await told('urging')).map(([, text]) => text.includes('trong tin này không còn chậm')),
    ).toEqual([true, true]);
    await world().goTo('2026-11-19', '09:00');
    await tick();
    expect(await readers('urging')).toHaveLength(4);
  });
});

describe('escalation', () => {
  it('tells the level above of all that are late still, so many working days later, once', async () => {
    const id = await chased({ escalateDays: 3 });
    await world().goTo('2026-11-16', '09:00');
    await tick();
    await world().goTo('2026-11-18', '09:00');
    await tick();
    expect(await readers('escalation')).toEqual([]);
    await world().goTo('2026-11-19', '08:00');
    await Promise.all([tick(), tick()]);
    expect(await readers('escalation')).toEqual([personId('hung.le')]);
    await world().goTo('2026-11-27', '08:00');
    await tick();
    expect(await readers('escalation')).toHaveLength(1);
    const [, text] = (await told('escalation'))[0] ?? ['', ''];
    expect(text).toContain('2 đơn vị vẫn chậm');
    expect(text).toContain('chậm từ 14/11/2026 · đôn đốc lúc 09:00 16/11/2026');
    expect(text).toContain('campaign_chasing');
    await pledges('viet.kieu', 'SH-TT', id);
    expect((await told('escalation'))[0]?.[1]).toContain('1 đơn vị vẫn chậm');
    expect(await chasingReport(world().deps, world().deps.db, id)).toMatchObject({
      units: { all: 2, urged: 2, escalated: 2, late: 1 },
    });
  });

  it('does not come for a unit that has done it meanwhile', async () => {
    const id = await chased({ escalateDays: 1 });
    await world().goTo('2026-11-16', '09:00');
    await tick();
    await pledges('viet.kieu', 'SH-TT', id);
    await world().deps.db.campaignPledge.create({
      data: {
        ...{ campaignId: id, unitId: VP, atUnitId: VP, madeById: await headOf('SH-VP') },
        ...{ state: 'confirmed', targets: '5', settledById: await headOf('SH-VP') },
        settledAt: world().clock.now(),
      },
    });
    await world().goTo('2026-11-17', '09:00');
    await tick();
    expect(await readers('escalation')).toEqual([]);
  });

  it('comes over a weekend on the next working day, and weekly figures do not put it off', async () => {
    const id = await chased({ pledgeBy: null, figuresEvery: 'week', escalateDays: 7 });
    const measured = await indicator(id);
    await figure(measured, 'SH-VP', '2026-12-10');
    await world().goTo('2026-11-17', '09:00');
    await tick();
    await world().goTo('2026-11-24', '09:00');
    await tick();
    expect(await readers('urging')).toHaveLength(2);
    // Seven working days from Tuesday: Thursday of the week after.
    await world().goTo('2026-11-26', '09:00');
    await tick();
    expect(await readers('escalation')).toEqual([personId('hung.le')]);
    expect((await told('escalation'))[0]?.[1]).toContain('đôn đốc lúc 09:00 17/11/2026');
    await world().goTo('2026-11-27', '09:00');
    await tick();
    expect(await readers('escalation')).toHaveLength(1);
  });

  it('goes to the contact where nobody above heads but who was urged', async () => {
    await world().deps.db.roleGrant.updateMany({
      where: { role: 'head', unitId: TT },
      data: { toDate: dateColumn('2026-11-10') },
    });
    await chased({ scopeUnitIds: [TT], escalateDays: 1 });
    await world().goTo('2026-11-16', '09:00');
    await tick();
    expect(await readers('urging')).toEqual([personId('hung.le')]);
    await world().goTo('2026-11-17', '09:00');
    await tick();
    expect(await readers('escalation')).toEqual([personId('ha.nguyen')]);
  });
});

describe('who is late', () => {
  it('is shown to those who organise, with what was done; others are turned away', async () => {
    const id = await chased();
    await world().goTo('2026-11-16', '09:00');
    await tick();
    const overview = await openChasing(world().deps, {
      actor: await world().actor('ha.nguyen'),
      campaignId: id,
    });
    expect(overview).toMatchObject({ manages: false, chasing: { pledgeBy: '2026-11-13' } });
    expect(overview.units.map(({ unitName, matters }) => [unitName, matters.length])).toEqual([
      ['Phòng Truyền thông', 1],
      ['Văn phòng', 1],
    ]);
    expect(overview.units[0]?.matters[0]).toMatchObject({
      urgedAt: expect.any(Date),
      escalatedAt: null,
    });
    const head = await world().actor('viet.kieu');
    await expect(openChasing(world().deps, { actor: head, campaignId: id })).rejects.toMatchObject({
      code: 'not_organiser',
    });
  });

  it('is urged by hand once a day, and not by itself again', async () => {
    const id = await chased();
    // Saturday: the calendar urges nobody, a person may.
    await world().goTo('2026-11-14', '10:00');
    const actor = await world().actor('hung.le');
    const urge = () => urgeByHand(world().deps, { actor, campaignId: id, unitId: TT });
    expect((await Promise.all([urge(), urge(), urge()])).toSorted()).toEqual([false, false, true]);
    expect(await readers('urging')).toEqual([await headOf('SH-TT')]);
    await world().goTo('2026-11-16', '09:00');
    await tick();
    expect(await readers('urging')).toEqual(
      [await headOf('SH-TT'), await headOf('SH-VP')].toSorted(),
    );
    expect(await urge()).toBe(true);
    await pledges('viet.kieu', 'SH-TT', id);
    await world().goTo('2026-11-17', '09:00');
    await expect(urge()).rejects.toMatchObject({ code: 'not_late' });
    const secretary = await world().actor('ha.nguyen');
    await expect(
      urgeByHand(world().deps, { actor: secretary, campaignId: id, unitId: VP }),
    ).rejects.toMatchObject({ code: 'may_not_launch' });
  });
});
