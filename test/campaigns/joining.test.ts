import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeCampaigns } from '../../src/campaigns/announcing/close-campaigns.ts';
import { joinCampaign, joinersOf } from '../../src/campaigns/joining/join-campaign.ts';
import { findCampaign } from '../../src/campaigns/queries.ts';
import type { Joiner } from '../../src/campaigns/rules.ts';
import { runningCampaigns } from '../../src/campaigns/running-campaigns.ts';
import { today } from '../../src/kernel/deps.ts';
import { addDays } from '../../src/kernel/time.ts';
import type { Login } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import {
  type Agency,
  auditKinds,
  drafted,
  launched,
  openAgency,
  redrawWaiting,
} from './support.ts';

let agency: Agency;

beforeAll(async () => {
  agency = await openAgency();
});
afterAll(() => agency.close());

const SELF: Joiner = { kind: 'person' };
const unit = (code: 'SH-THU' | 'SH-CD'): Joiner => ({ kind: 'unit', unitId: unitId(code) });
const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code });

async function join(login: Login, campaignId: string, joiner: Joiner, targets = '50 người mới') {
  const actor = await agency.actor(login);
  return joinCampaign(agency.deps, { actor, campaignId, joiner, targets });
}

async function countsOf(campaignId: string) {
  return (await findCampaign(agency.deps.db, campaignId))?.joined;
}

it('registers a person once, with the time, and redraws the announcement', async () => {
  const id = await launched(agency, { audience: 'persons' });
  const presses = await Promise.all([
    join('lan.tran', id, SELF),
    join('lan.tran', id, SELF),
    join('lan.tran', id, SELF),
  ]);
  const later = await join('lan.tran', id, SELF);
  const freshOnes = presses.filter(({ joined }) => joined.fresh);
  expect(freshOnes).toHaveLength(1);
  expect(later.joined).toEqual({
    joiner: SELF,
    unitName: null,
    fresh: false,
    pledge: freshOnes[0]!.joined.pledge,
  });
  expect(later.joined.pledge).toMatchObject({ state: 'waiting', targets: '50 người mới' });
  expect(later.confirmers).toEqual(['Phan Quốc Khánh']);
  expect(await countsOf(id)).toEqual({ persons: 1, units: 0, confirmed: 0 });
  expect(await auditKinds(agency, id)).toEqual([
    'campaign.drafted',
    'campaign.amended',
    'campaign.published',
    'campaign.pledged',
  ]);
  expect(await redrawWaiting(agency, id, 'campaigns.announcement')).toBe(true);
});

it('lets a head register the unit they head, and nobody else', async () => {
  const id = await launched(agency, { audience: 'collectives' });
  await join('khanh.phan', id, unit('SH-THU'));
  expect(await countsOf(id)).toEqual({ persons: 0, units: 1, confirmed: 0 });
  const refused = refusal('collectives_only');
  await expect(join('khanh.phan', id, unit('SH-CD'))).rejects.toEqual(refused);
  await expect(join('khanh.phan', id, SELF)).rejects.toEqual(refused);
  // The director heads the province; its departments have heads of their own.
  await expect(join('hung.le', id, unit('SH-CD'))).rejects.toEqual(refused);
  await expect(join('phuong.ngo', id, unit('SH-THU'))).rejects.toEqual(refused);
  const actor = await agency.actor('lan.tran');
  const offered = joinersOf(agency.deps, { actor, campaignId: id });
  await expect(offered).rejects.toEqual(refused);
  const says = await offered.catch((error) => error.say('vi'));
  expect(says).toContain('Phan Quốc Khánh');
  expect(await countsOf(id)).toEqual({ persons: 0, units: 1, confirmed: 0 });
});

it('counts persons and units apart where both are invited', async () => {
  const id = await launched(agency, { audience: 'both' });
  await join('khanh.phan', id, SELF);
  await join('khanh.phan', id, unit('SH-THU'));
  await join('huong.dang', id, unit('SH-CD'));
  await join('lan.tran', id, SELF);
  expect((await join('huong.dang', id, unit('SH-CD'))).joined.fresh).toBe(false);
  expect((await join('huong.dang', id, SELF)).joined.fresh).toBe(true);
  expect(await countsOf(id)).toEqual({ persons: 3, units: 2, confirmed: 0 });
});

it('offers a head both, and says who has joined since when', async () => {
  const id = await launched(agency, { audience: 'both' });
  const actor = await agency.actor('khanh.phan');
  await join('khanh.phan', id, unit('SH-THU'));
  const { joiners } = await joinersOf(agency.deps, { actor, campaignId: id });
  expect(joiners).toEqual([
    { joiner: SELF, unitName: null, pledge: null },
    {
      joiner: unit('SH-THU'),
      unitName: 'Phòng Quản lý thu – Sổ, thẻ',
      pledge: expect.objectContaining({ state: 'confirmed', settledBy: 'Phan Quốc Khánh' }),
    },
  ]);
});

describe('time', () => {
  it('lets people join before the first day and on the last, never after it', async () => {
    const from = today(agency.deps);
    const id = await launched(agency, {
      audience: 'persons',
      startsOn: addDays(from, 2),
      endsOn: addDays(from, 4),
    });
    await join('lan.tran', id, SELF);
    await agency.goTo(addDays(from, 4), '23:59');
    await join('duc.vu', id, SELF);
    await agency.goTo(addDays(from, 5), '00:01');
    await expect(join('linh.cao', id, SELF)).rejects.toEqual(refusal('campaign_over'));
    await expect(join('lan.tran', id, SELF)).rejects.toEqual(refusal('campaign_over'));
    expect(await countsOf(id)).toEqual({ persons: 2, units: 0, confirmed: 0 });
  });

  it('is judged by the statement that writes, when the process is behind the day', async () => {
    const from = today(agency.deps);
    const id = await launched(agency, { audience: 'persons', endsOn: from });
    const actor = await agency.actor('lan.tran');
    const slow = { ...agency.deps, clock: { now: () => morning } };
    const morning = agency.clock.now();
    await agency.goTo(addDays(from, 1), '00:01');
    await expect(
      joinCampaign(slow, { actor, campaignId: id, joiner: SELF, targets: '' }),
    ).rejects.toEqual(refusal('campaign_over'));
    expect(await countsOf(id)).toEqual({ persons: 0, units: 0, confirmed: 0 });
  });

  it('takes nobody before the launch', async () => {
    const { campaignId } = await drafted(agency);
    await expect(join('lan.tran', campaignId, SELF)).rejects.toEqual(refusal('not_published'));
  });
});

describe('the list of running campaigns', () => {
  it('shows those of the own unit and above with what is mine, not those of other units', async () => {
    const [mine, above, other] = [
      await launched(agency, { name: 'Của phòng', unitId: unitId('SH-THU') }),
      await launched(agency, { name: 'Của tỉnh', audience: 'collectives' }),
      await launched(agency, { name: 'Phòng khác', unitId: unitId('SH-CD') }),
    ];
    await join('lan.tran', mine, SELF);
    const seenBy = async (login: Login) => {
      const { shown } = await runningCampaigns(agency.deps, await agency.actor(login), 50);
      return new Map(shown.map((campaign) => [campaign.id, campaign]));
    };
    const staff = await seenBy('lan.tran');
    expect(staff.get(mine)).toMatchObject({
      name: 'Của phòng',
      joined: { persons: 1, units: 0, confirmed: 0 },
      mine: [{ unitName: null, since: expect.any(Date), state: 'waiting' }],
      canJoin: false,
    });
    expect(staff.get(above)).toMatchObject({ mine: [], canJoin: false });
    expect(staff.has(other)).toBe(false);
    await expect(join('lan.tran', other, SELF)).rejects.toEqual(refusal('not_addressed'));
    const head = await seenBy('khanh.phan');
    expect(head.get(above)).toMatchObject({ mine: [], canJoin: true });
    expect((await seenBy('ha.nguyen')).get(other)).toMatchObject({ canJoin: false });
    expect((await seenBy('ha.nguyen')).has(other)).toBe(true);
  });

  it('goes by the units that a campaign addresses', async () => {
    const id = await launched(agency, { scopeUnitIds: [unitId('SH-THU')] });
    const seenBy = async (login: Login) => {
      const { shown } = await runningCampaigns(agency.deps, await agency.actor(login), 50);
      return shown.some((campaign) => campaign.id === id);
    };
    expect(await seenBy('lan.tran')).toBe(true);
    expect(await seenBy('huong.dang')).toBe(false);
    expect(await seenBy('hung.le')).toBe(true);
  });

  it('shows last what waits for its final review: to whom it is addressed until its day, then to those who write plans', async () => {
    const endsOn = addDays(today(agency.deps), 1);
    const finalReviewOn = addDays(endsOn, 5);
    const scopeUnitIds = [unitId('SH-THU'), unitId('SH-TT')];
    const id = await launched(agency, { endsOn, finalReviewOn, scopeUnitIds });
    await agency.goTo(addDays(endsOn, 1), '08:00');
    await closeCampaigns(agency.deps);
    const listOf = async (login: Login) => {
      const ended = { withEnded: true };
      const { shown } = await runningCampaigns(agency.deps, await agency.actor(login), 50, ended);
      return shown;
    };
    expect((await listOf('ha.nguyen')).at(-1)).toMatchObject({
      id,
      stage: 'awaiting_review',
      canJoin: false,
      canManage: false,
    });
    const sees = async (login: Login) => (await listOf(login)).some((each) => each.id === id);
    expect(await sees('lan.tran')).toBe(true);
    expect(await sees('huong.dang')).toBe(false);
    await agency.goTo(addDays(finalReviewOn, 1), '08:00');
    expect(await sees('lan.tran')).toBe(false);
    expect(await sees('ha.nguyen')).toBe(true);
  });

  it('takes the same number of database calls for one campaign and for many', async () => {
    const actor = await agency.actor('khanh.phan');
    const callsFor = async (limit: number) => {
      const counts: string[] = [];
      const db = agency.deps.db.$extends({
        query: {
          $allOperations: ({ operation, args, query }) => {
            counts.push(operation);
            return query(args);
          },
        },
      });
      const counting = db as unknown as Agency['deps']['db'];
      await runningCampaigns({ ...agency.deps, db: counting }, actor, limit);
      return counts.length;
    };
    for (let made = 0; made < 3; made += 1) await launched(agency, { name: `Số ${made}` });
    const few = await callsFor(1);
    expect(few).toBeGreaterThan(3);
    expect(await callsFor(50)).toBe(few);
  });
});
