import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeCampaigns } from '../../src/campaigns/announcing/close-campaigns.ts';
import { changePledge } from '../../src/campaigns/joining/change-pledge.ts';
import { gatherPledges } from '../../src/campaigns/joining/gather-pledges.ts';
import { joinCampaign } from '../../src/campaigns/joining/join-campaign.ts';
import { buildPledgeFile, pledgeList } from '../../src/campaigns/joining/pledge-list.ts';
import { findPledge } from '../../src/campaigns/joining/pledge-queries.ts';
import {
  judgeChange,
  lastChangeDay,
  targetsProblem,
} from '../../src/campaigns/joining/pledge-rules.ts';
import { confirmPledges, returnPledge } from '../../src/campaigns/joining/settle-pledges.ts';
import { pledgesWaitingFor } from '../../src/campaigns/joining/waiting-pledges.ts';
import { withdrawPledge } from '../../src/campaigns/joining/withdraw-pledge.ts';
import { findCampaign } from '../../src/campaigns/queries.ts';
import type { Joiner } from '../../src/campaigns/rules.ts';
import { today } from '../../src/kernel/deps.ts';
import { addDays } from '../../src/kernel/time.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { type Agency, auditKinds, launched, openAgency, redrawWaiting } from './support.ts';

let agency: Agency;
beforeAll(async () => {
  agency = await openAgency();
});
afterAll(() => agency.close());

const SELF: Joiner = { kind: 'person' };
const THU: Joiner = { kind: 'unit', unitId: unitId('SH-THU') };
const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code });

/** @returns the pledge as it stands */
async function pledged(login: Login, campaignId: string, joiner = SELF, targets = '20 hồ sơ') {
  const actor = await agency.actor(login);
  const { joined } = await joinCampaign(agency.deps, { actor, campaignId, joiner, targets });
  return joined.pledge!;
}
async function changes(login: Login, pledgeId: string, revision: number, targets: string) {
  const actor = await agency.actor(login);
  return changePledge(agency.deps, { actor, pledgeId, revision, targets });
}
async function withdraws(login: Login, pledgeId: string, reason = 'Chuyển công tác') {
  return withdrawPledge(agency.deps, { actor: await agency.actor(login), pledgeId, reason });
}
async function confirms(login: Login, ...shown: { id: string; revision: number }[]) {
  return confirmPledges(agency.deps, {
    actor: await agency.actor(login),
    shown: shown.map(({ id, revision }) => [id, revision] as const),
  });
}
async function returns(login: Login, pledgeId: string, revision: number, reason = 'Ghi rõ số') {
  const actor = await agency.actor(login);
  return returnPledge(agency.deps, { actor, pledgeId, revision, reason });
}
const stateOf = async (id: string) => (await findPledge(agency.deps.db, id))?.state;
async function history(pledgeId: string) {
  const rows = await agency.deps.db.campaignPledgeEvent.findMany({
    where: { pledgeId },
    orderBy: { revision: 'asc' },
    select: { deed: true, targets: true, reason: true, byId: true },
  });
  return rows.map((row) => [row.deed, row.targets, row.reason, row.byId]);
}
const countsOf = async (id: string) => (await findCampaign(agency.deps.db, id))?.joined;

describe('rules', () => {
  it('give a third of the days from the launch or the first day for changes, one at least', () => {
    const day = (publishedOn: string, startsOn: string, endsOn: string) =>
      lastChangeDay({ publishedOn, startsOn, endsOn });
    expect(day('2026-11-01', '2026-11-10', '2026-12-09')).toBe('2026-11-19');
    expect(day('2026-11-30', '2026-11-10', '2026-12-09')).toBe('2026-12-02');
    expect(day('2026-11-01', '2026-11-10', '2026-11-10')).toBe('2026-11-10');
  });

  it('let change what waits or is a unit’s until that day, what was returned always', () => {
    const verdict = (
      state: 'waiting' | 'confirmed' | 'returned' | 'withdrawn',
      ofUnit: boolean,
      on: string,
    ) => judgeChange({ state, ofUnit }, { on, lastDay: '2026-11-19' });
    expect(verdict('waiting', false, '2026-11-19')).toBe('may');
    expect(verdict('waiting', false, '2026-11-20')).toBe('too_late');
    expect(verdict('confirmed', false, '2026-11-10')).toBe('confirmed');
    expect(verdict('confirmed', true, '2026-11-19')).toBe('may');
    expect(verdict('confirmed', true, '2026-11-20')).toBe('too_late');
    expect(verdict('returned', false, '2026-12-20')).toBe('may');
    expect(verdict('withdrawn', true, '2026-11-10')).toBe('withdrawn');
  });

  it('ask a unit for targets with a number, a person for nothing', () => {
    expect(targetsProblem('', false)).toBeNull();
    expect(targetsProblem('Cố gắng', false)).toBeNull();
    expect(targetsProblem('', true)).toBe('missing');
    expect(targetsProblem('Cố gắng', true)).toBe('no_number');
    expect(targetsProblem('98% hồ sơ đúng hạn', true)).toBeNull();
    expect(targetsProblem('9'.repeat(1_001), false)).toBe('too_long');
  });
});

describe('joining', () => {
  it('takes whom the campaign addresses, and tells others whom to ask', async () => {
    const id = await launched(agency, { scopeUnitIds: [unitId('SH-THU')] });
    await pledged('lan.tran', id);
    await pledged('khanh.phan', id, THU);
    const outside = pledged('huong.dang', id, { kind: 'unit', unitId: unitId('SH-CD') });
    await expect(outside).rejects.toEqual(refusal('not_addressed'));
    const said = await outside.catch((error) => error.say('vi'));
    expect(said).toContain('Phòng Quản lý thu – Sổ, thẻ');
    expect(said).toContain('Nguyễn Thu Hà');
    await expect(pledged('hung.le', id)).rejects.toEqual(refusal('not_addressed'));
    expect(await countsOf(id)).toEqual({ persons: 1, units: 1, confirmed: 0 });
  });

  it('keeps a unit’s targets, which its head made, and the person’s until the head confirms', async () => {
    const id = await launched(agency);
    for (const [targets, code] of [
      ['  ', 'targets_missing'],
      ['Nhiều hơn', 'targets_no_number'],
      ['9'.repeat(1_001), 'targets_too_long'],
    ] as const)
      await expect(pledged('khanh.phan', id, THU, targets)).rejects.toEqual(refusal(code));
    const unit = await pledged('khanh.phan', id, THU, ' 50 người mới ');
    expect(unit).toMatchObject({
      state: 'confirmed',
      targets: '50 người mới',
      settledBy: 'Phan Quốc Khánh',
    });
    expect(await pledged('lan.tran', id, SELF, '')).toMatchObject({
      state: 'waiting',
      targets: null,
    });
    expect(await countsOf(id)).toEqual({ persons: 1, units: 1, confirmed: 0 });
  });

  it('stands at once where nobody is above who could confirm', async () => {
    const id = await launched(agency);
    expect(await pledged('hung.le', id)).toMatchObject({ state: 'confirmed' });
  });
});

describe('confirming', () => {
  it('is done by the head or above, never by oneself, for what was shown, once', async () => {
    const id = await launched(agency);
    const lan = await pledged('lan.tran', id);
    const khanh = await pledged('khanh.phan', id);
    for (const login of ['lan.tran', 'phuong.ngo', 'huong.dang', 'ha.nguyen'] as const)
      await expect(confirms(login, lan)).rejects.toEqual(refusal('may_not_confirm'));
    await expect(confirms('khanh.phan', lan, khanh)).rejects.toEqual(refusal('may_not_confirm'));
    expect(await stateOf(lan.id)).toBe('waiting');
    const presses = await Promise.all([confirms('khanh.phan', lan), confirms('khanh.phan', lan)]);
    expect(presses.map(({ confirmed }) => confirmed).toSorted()).toEqual([0, 1]);
    expect((await confirms('hung.le', khanh)).confirmed).toBe(1);
    expect(await countsOf(id)).toEqual({ persons: 2, units: 0, confirmed: 2 });
    expect(await history(lan.id)).toEqual([
      ['made', '20 hồ sơ', null, personId('lan.tran')],
      ['confirmed', '20 hồ sơ', null, personId('khanh.phan')],
    ]);
    const kinds = (await auditKinds(agency, id)).filter((kind) => kind.includes('pledge_'));
    expect(kinds).toEqual(['campaign.pledge_confirmed', 'campaign.pledge_confirmed']);
    expect(await redrawWaiting(agency, id, 'campaigns.announcement')).toBe(true);
  });

  it('leaves what was changed or withdrawn meanwhile, and confirms the rest', async () => {
    const id = await launched(agency);
    const [lan, duc, linh] = [
      await pledged('lan.tran', id),
      await pledged('duc.vu', id),
      await pledged('linh.cao', id),
    ];
    await changes('lan.tran', lan.id, lan.revision, '30 hồ sơ');
    await withdraws('duc.vu', duc.id);
    const { confirmed, left } = await confirms('khanh.phan', lan, duc, linh);
    expect(confirmed).toBe(1);
    expect(left.map(({ id: pledgeId, state }) => [pledgeId, state])).toEqual([
      [lan.id, 'waiting'],
      [duc.id, 'withdrawn'],
    ]);
  });

  it('beside a withdrawal, one of the two comes first and the history says which', async () => {
    const id = await launched(agency);
    const pledges = [];
    for (const login of ['lan.tran', 'duc.vu', 'linh.cao'] as const)
      pledges.push({ login, ...(await pledged(login, id)) });
    await Promise.all([
      confirms('khanh.phan', ...pledges),
      confirms('hung.le', ...pledges.toReversed()),
      ...pledges.map(({ login, id: pledgeId }) => withdraws(login, pledgeId)),
    ]);
    for (const { id: pledgeId } of pledges) {
      expect(await stateOf(pledgeId)).toBe('withdrawn');
      const deeds = (await history(pledgeId)).map(([deed]) => deed);
      expect([
        ['made', 'withdrawn'],
        ['made', 'confirmed', 'withdrawn'],
      ]).toContainEqual(deeds);
    }
    expect(await countsOf(id)).toEqual({ persons: 0, units: 0, confirmed: 0 });
  });

  it('returns one with a reason, told once, which comes again mended after the last day for changes', async () => {
    const id = await launched(agency);
    const lan = await pledged('lan.tran', id, SELF, '');
    await expect(returns('khanh.phan', lan.id, 1, ' ')).rejects.toEqual(refusal('reason_missing'));
    await expect(returns('lan.tran', lan.id, 1)).rejects.toEqual(refusal('may_not_confirm'));
    await Promise.all([returns('khanh.phan', lan.id, 1), returns('khanh.phan', lan.id, 1)]);
    await expect(returns('hung.le', lan.id, 1, 'Khác')).rejects.toEqual(refusal('pledge_settled'));
    const told = await agency.deps.db.outgoingMessage.count({
      where: { purpose: 'campaigns.pledge_returned', personId: personId('lan.tran') },
    });
    expect(told).toBe(1);
    expect(await countsOf(id)).toEqual({ persons: 0, units: 0, confirmed: 0 });
    await agency.goTo(addDays(today(agency.deps), 20), '09:00');
    const mended = await changes('lan.tran', lan.id, 2, '30 hồ sơ');
    expect(mended).toMatchObject({ state: 'waiting', targets: '30 hồ sơ', reason: null });
    expect((await history(lan.id)).map(([deed]) => deed)).toEqual(['made', 'returned', 'changed']);
  });

  it('is still possible after the end, until the review', async () => {
    const id = await launched(agency, { endsOn: addDays(today(agency.deps), 1) });
    const lan = await pledged('lan.tran', id);
    await agency.goTo(addDays(today(agency.deps), 2), '08:30');
    await closeCampaigns(agency.deps);
    await expect(withdraws('lan.tran', lan.id)).rejects.toEqual(refusal('campaign_over'));
    expect((await confirms('khanh.phan', lan)).confirmed).toBe(1);
  });
});

describe('changing and withdrawing', () => {
  it('is for whose it is, as it was shown, and keeps how it was', async () => {
    const id = await launched(agency);
    const unit = await pledged('khanh.phan', id, THU, '50 người');
    await expect(changes('hung.le', unit.id, 1, '60 người')).rejects.toEqual(
      refusal('pledge_not_yours'),
    );
    await expect(changes('khanh.phan', unit.id, 1, 'Nhiều')).rejects.toEqual(
      refusal('targets_no_number'),
    );
    const both = await Promise.all([
      changes('khanh.phan', unit.id, 1, '60 người'),
      changes('khanh.phan', unit.id, 1, '60 người'),
    ]);
    expect(both.map(({ revision }) => revision)).toEqual([2, 2]);
    await expect(changes('khanh.phan', unit.id, 1, '70 người')).rejects.toEqual(
      refusal('pledge_changed'),
    );
    expect(await history(unit.id)).toEqual([
      ['made', '50 người', null, personId('khanh.phan')],
      ['changed', '60 người', null, personId('khanh.phan')],
    ]);
    await agency.goTo(addDays(today(agency.deps), 10), '09:00');
    await expect(changes('khanh.phan', unit.id, 2, '70 người')).rejects.toEqual(
      refusal('pledge_too_late'),
    );
  });

  it('ends with the confirmation; a withdrawn one can be made again until the last day for changes', async () => {
    const id = await launched(agency);
    const lan = await pledged('lan.tran', id);
    await confirms('khanh.phan', lan);
    await expect(changes('lan.tran', lan.id, 2, '1')).rejects.toEqual(refusal('pledge_confirmed'));
    await expect(withdraws('lan.tran', lan.id, ' ')).rejects.toEqual(refusal('reason_missing'));
    await expect(withdraws('khanh.phan', lan.id)).rejects.toEqual(refusal('pledge_not_yours'));
    await Promise.all([withdraws('lan.tran', lan.id), withdraws('lan.tran', lan.id)]);
    await expect(withdraws('lan.tran', lan.id, 'Khác')).rejects.toEqual(
      refusal('pledge_withdrawn'),
    );
    const again = await Promise.all([pledged('lan.tran', id), pledged('lan.tran', id)]);
    expect(again.map(({ state, revision }) => [state, revision])).toEqual([
      ['waiting', 4],
      ['waiting', 4],
    ]);
    expect((await history(lan.id)).map(([deed]) => deed)).toEqual([
      'made',
      'confirmed',
      'withdrawn',
      'made',
    ]);
    await withdraws('lan.tran', lan.id);
    await agency.goTo(addDays(today(agency.deps), 10), '09:00');
    await expect(pledged('lan.tran', id)).rejects.toEqual(refusal('pledge_final'));
  });

  it('leaves a history that nobody changes', async () => {
    const id = await launched(agency);
    const { id: pledgeId } = await pledged('lan.tran', id);
    await expect(
      agency.deps.db.campaignPledgeEvent.deleteMany({ where: { pledgeId } }),
    ).rejects.toThrow(/never changed/);
  });
});

describe('the gathered message', () => {
  const messages = (login: Login) =>
    agency.deps.db.outgoingMessage.findMany({
      where: { purpose: 'campaigns.pledges_waiting', personId: personId(login) },
      orderBy: { seq: 'asc' },
      select: { params: true },
    });

  it('goes once a working day in office hours to the nearest head, when there is something new', async () => {
    const next = addDays(
      today(agency.deps),
      (8 - new Date(today(agency.deps)).getUTCDay()) % 7 || 7,
    );
    await agency.goTo(next, '18:00');
    const id = await launched(agency);
    await agency.deps.db.campaignPledge.updateMany({
      where: { state: 'waiting' },
      data: { toldAt: agency.clock.now() },
    });
    const before = (await messages('khanh.phan')).length;
    const [lan, khanh] = [await pledged('lan.tran', id), await pledged('khanh.phan', id)];
    await gatherPledges(agency.deps);
    expect(await messages('khanh.phan')).toHaveLength(before);
    await agency.goTo(addDays(next, 1), '08:00');
    await Promise.all([gatherPledges(agency.deps), gatherPledges(agency.deps)]);
    await gatherPledges(agency.deps);
    const toKhanh = await messages('khanh.phan');
    expect(toKhanh).toHaveLength(before + 1);
    expect(toKhanh.at(-1)?.params).toMatchObject({ pledgeIds: expect.arrayContaining([lan.id]) });
    expect(JSON.stringify(toKhanh.at(-1)?.params)).not.toContain(khanh.id);
    expect(JSON.stringify((await messages('hung.le')).at(-1)?.params)).toContain(khanh.id);
    // The next day nothing is new.
    await agency.goTo(addDays(next, 2), '08:00');
    await gatherPledges(agency.deps);
    expect(await messages('khanh.phan')).toHaveLength(before + 1);
    // What was changed is news again.
    await changes('lan.tran', lan.id, lan.revision, '30 hồ sơ');
    await agency.goTo(addDays(next, 3), '08:00');
    await gatherPledges(agency.deps);
    expect(await messages('khanh.phan')).toHaveLength(before + 2);
    expect((await messages('hung.le')).length).toBe(1);
  });

  it('lists for a head what waits for them and not what waits for another', async () => {
    const id = await launched(agency);
    const [lan, khanh, anh] = [
      await pledged('lan.tran', id),
      await pledged('khanh.phan', id),
      await pledged('anh.trinh', id),
    ];
    const waitingFor = async (login: Login) => {
      const actor = await agency.actor(login);
      const found = await pledgesWaitingFor(agency.deps.db, actor, today(agency.deps));
      return found.filter((one) => one.campaign.id === id).map((one) => one.id);
    };
    expect(await waitingFor('khanh.phan')).toEqual([lan.id]);
    expect(await waitingFor('huong.dang')).toEqual([anh.id]);
    expect(await waitingFor('hung.le')).toEqual([khanh.id]);
    expect(await waitingFor('ha.nguyen')).toEqual([]);
  });
});

describe('the list', () => {
  it('shows who launched all, with the units that have not pledged last; a head their own', async () => {
    const id = await launched(agency);
    await pledged('khanh.phan', id, THU, '50 người');
    const lan = await pledged('lan.tran', id);
    await confirms('khanh.phan', lan);
    await pledged('anh.trinh', id);
    const listOf = async (login: Login) =>
      pledgeList(agency.deps, agency.deps.db, { actor: await agency.actor(login), campaignId: id });
    const all = await listOf('ha.nguyen');
    expect(all.pledges.map(({ person, atUnit }) => person?.fullName ?? atUnit.name)).toEqual([
      'Trịnh Ngọc Ánh',
      'Phòng Quản lý thu – Sổ, thẻ',
      'Trần Thị Lan',
    ]);
    expect(all.missing).toContain('Phòng Chế độ BHXH');
    expect(all.missing).not.toContain('Phòng Quản lý thu – Sổ, thẻ');
    expect(all.missing).not.toContain('BHXH tỉnh Sông Hàn');
    const own = await listOf('khanh.phan');
    expect(own.pledges.map(({ atUnit }) => atUnit.name)).toEqual([
      'Phòng Quản lý thu – Sổ, thẻ',
      'Phòng Quản lý thu – Sổ, thẻ',
    ]);
    expect(own.missing).toEqual([]);
    await expect(listOf('lan.tran')).rejects.toEqual(refusal('may_not_list'));

    const context = { params: { campaignId: id }, language: 'vi' as const };
    const built = await buildPledgeFile(agency.deps, {
      ...context,
      personId: personId('ha.nguyen'),
    });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(built.content as unknown as ArrayBuffer);
    const rows: string[] = [];
    workbook.worksheets[0]?.eachRow((row) => rows.push(JSON.stringify(row.values)));
    expect(rows.find((row) => row.includes('Trần Thị Lan'))).toMatch(
      /20 hồ sơ.*Đã xác nhận.*Phan Quốc Khánh/,
    );
    expect(rows.at(-1)).toContain('Chưa đăng ký');
    await expect(
      buildPledgeFile(agency.deps, { ...context, personId: personId('lan.tran') }),
    ).rejects.toEqual(refusal('may_not_list'));
  });
});
