import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MessageState } from '../../src/database/generated/enums.ts';
import { addDays } from '../../src/kernel/time.ts';
import { type Login, personId, STAFF } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import type { World } from '../support/world.ts';
import { campaignRow, joins, launches, postsIn } from './support/campaigns.ts';
import { convenes, OPEN, opensBallot, SECRETARY, VOTERS, votes } from './support/councils.ts';
import { handsIn, initiativeRow } from './support/initiatives.ts';
import { at, goTo, openStage, TRANSPORTS, todayOf } from './support/places.ts';
import { CSTDCS, registered, registers, windowOf } from './support/titles.ts';
import { isTurnedDown, SOON } from './support/watching.ts';

const CAMPAIGN = 'Nước rút phát triển người tham gia';
const INITIATIVE = 'Đối chiếu nhanh số phải thu';
const CHANNELS = ['#thi-dua', '#chung'];

// Trần Thị Lan registers her titles, joins the campaign and hands in an initiative, which the council
// recognises; around her, her head, the secretary, the director and the council do their part.
describe.each(TRANSPORTS)('the work of a year over %s', (transport) => {
  let world: World;
  let firstDay: string;
  let year: number;
  let code: string;
  beforeAll(async () => {
    world = await openStage(transport);
    firstDay = todayOf(world);
    year = windowOf(world).year;
  });
  afterAll(() => world.close());

  const who = (login: Login) => at(world, login);

  test('begins with a campaign, which a person and a unit join', async () => {
    code = await launches(world, SECRETARY, { name: CAMPAIGN, days: 40, channels: CHANNELS });
    await who('lan.tran').sees(CAMPAIGN, { in: '#chung', ...SOON });
    await joins(world, 'lan.tran', { in: '#chung' });
    await who('lan.tran').sees(`Đã ghi nhận anh/chị hưởng ứng phong trào ${code}`, {
      in: 'modal',
    });
    await who('lan.tran').closesModal();
    await who('khanh.phan').sees(CAMPAIGN, { in: '#thi-dua', ...SOON });
    await joins(
      world,
      'khanh.phan',
      { in: '#thi-dua' },
      {
        'Hưởng ứng cho': 'Phòng Quản lý thu – Sổ, thẻ',
        'Chỉ tiêu giao ước': '50 người mới',
      },
    );
    await who('khanh.phan').closesModal();
    for (const channel of CHANNELS)
      await who('nga.bui').sees('1 cá nhân và 1 tập thể đã hưởng ứng', { in: channel, ...SOON });
  });

  test('titles are registered by the person and for the unit, and confirmed', async () => {
    await (await registers(world, 'lan.tran', CSTDCS)).closesModal();
    await who('khanh.phan').sees('Trần Thị Lan', SOON);
    await who('khanh.phan').clicks('Xác nhận', { in: 'Trần Thị Lan' });
    await who('lan.tran').sees('Phan Quốc Khánh đã xác nhận đăng ký danh hiệu', SOON);

    await who('khanh.phan').types('/dangky đơn vị ttlđxs');
    await who('khanh.phan').waitsForModal('Đăng ký danh hiệu');
    expect(await who('khanh.phan').submits()).toBe('updated');
    await who('khanh.phan').closesModal();
    await who('hung.le').sees('Phan Quốc Khánh đăng ký cho tập thể', SOON);
    await who('hung.le').clicks('Xác nhận', { in: 'Phan Quốc Khánh đăng ký cho tập thể' });
    await who('khanh.phan').sees('Lê Quang Hùng đã xác nhận đăng ký danh hiệu', SOON);
    expect(await registered(world, { personId: personId('lan.tran') })).toMatchObject({
      state: 'confirmed',
      titles: ['ldtt', 'cstdcs'],
    });
    expect(await registered(world, { unitId: unitId('SH-THU') })).toMatchObject({
      state: 'confirmed',
      titles: ['ttldtt', 'ttldxs'],
    });
  });

  test('an initiative comes from the daily work, a fortnight later', async () => {
    await goTo(world, addDays(firstDay, 14), '09:00');
    const { number } = await handsIn(world, 'lan.tran', {
      title: INITIATIVE,
      coAuthors: ['duc.vu'],
      shares: [60, 40],
      confidential: 'Ngưỡng chênh lệch 3%',
    });
    for (const author of ['lan.tran', 'duc.vu'] as const)
      await who(author).sees(`Đã nhận hồ sơ sáng kiến ${number}`, SOON);
    await who(SECRETARY).sees(`Sáng kiến mới nộp ${number}`, SOON);
    await who(SECRETARY).clicks('Tiếp nhận', { in: number });
    await who(SECRETARY).sees(`Đã tiếp nhận ${number}`);
    for (const author of ['lan.tran', 'duc.vu'] as const)
      await who(author).sees(`Giấy biên nhận ${number}`, SOON);
  });

  test('the council votes on it; one member does not, and the deadline closes the ballot', async () => {
    await goTo(world, addDays(firstDay, 20), '09:00');
    await convenes(world, [INITIATIVE], { channel: '#hoi-dong-sang-kien' });
    await opensBallot(world, OPEN);
    for (const voter of VOTERS.slice(0, 7)) await votes(world, voter, 'Đồng ý');
    await votes(world, 'khanh.phan', 'Không đồng ý');
    await who('tam.do').sees('8/9 thành viên đã bỏ phiếu', {
      in: '#hoi-dong-sang-kien',
      ...SOON,
    });
    await goTo(world, addDays(firstDay, 21), '11:00');
    await who('duc.vu').sees('Hội đồng sáng kiến đã thông qua sáng kiến', SOON);
    await who('duc.vu').sees('7 đồng ý · 1 không đồng ý · 0 ý kiến khác · 1 không bỏ phiếu');
    await who('duc.vu').sees('từ 2/3 của 9 thành viên được bỏ phiếu, tức 6 phiếu đồng ý; có 7');

    await who(SECRETARY).sees('[Ghi quyết định công nhận]', SOON);
    await who(SECRETARY).clicks('Ghi quyết định công nhận');
    await who(SECRETARY).waitsForModal('Quyết định công nhận');
    await who(SECRETARY).fills({
      'Số quyết định': '905/QĐ-BHXH',
      'Người ký': 'Lê Quang Hùng, Giám đốc BHXH tỉnh',
    });
    expect(await who(SECRETARY).submits()).toBe('updated');
    await who(SECRETARY).closesModal();
    await who('lan.tran').sees('Quyết định số 905/QĐ-BHXH', SOON);
    expect(await initiativeRow(world, INITIATIVE)).toMatchObject({
      state: 'recognised',
      decision: { number: '905/QĐ-BHXH' },
    });
  });

  test('the campaign is reminded of and closed, by the clock alone', async () => {
    await goTo(world, addDays(firstDay, 32), '08:00');
    for (const channel of CHANNELS) {
      await who('lan.tran').sees('Còn 7 ngày', { in: channel, ...SOON });
      expect(postsIn(world, channel, 'Còn 7 ngày')).toBe(1);
    }
    await goTo(world, addDays(firstDay, 40), '08:00');
    for (const channel of CHANNELS) {
      await who('lan.tran').sees('Cảm ơn 1 cá nhân và 1 tập thể đã hưởng ứng', {
        in: channel,
        ...SOON,
      });
      expect(postsIn(world, channel, 'Cảm ơn')).toBe(1);
    }
    expect(await campaignRow(world, CAMPAIGN)).toMatchObject({ state: 'closed', code });
  });

  test('Home tells how all of it stands; after the window nothing more is registered', async () => {
    const lan = who('lan.tran');
    await lan.opensHome();
    await lan.sees(`Năm ${year}: Lao động tiên tiến (LĐTT), ${CSTDCS}`, { in: 'home' });
    await lan.sees('Đã được Phan Quốc Khánh xác nhận lúc', { in: 'home' });
    await lan.sees('Đã công nhận: theo quyết định số 905/QĐ-BHXH', { in: 'home' });
    lan.seesNot(CAMPAIGN, { in: 'home' });
    await goTo(world, addDays(firstDay, 61), '09:00');
    await isTurnedDown(world, lan, `Đợt đăng ký danh hiệu năm ${year} đã đóng`, () =>
      lan.types('/dangky'),
    );
  });

  test('is told to everybody in plain words, without a mark of markup or of a missing value', () => {
    for (const { login } of STAFF)
      expect(who(login).everything(), login).not.toMatch(/[*`]|undefined|null|NaN|\[object/);
  });

  test('leaves one audit entry for each change, and every message delivered once', async () => {
    const { db } = world.deps;
    const since = { at: { gte: new Date(`${addDays(firstDay, -1)}T00:00:00Z`) } };
    const events = await db.auditEvent.groupBy({ by: ['kind'], where: since, _count: true });
    expect(Object.fromEntries(events.map(({ kind, _count }) => [kind, _count]))).toEqual({
      'campaign.drafted': 1,
      'campaign.amended': 1,
      'campaign.submitted': 1,
      'campaign.published': 1,
      'campaign.pledged': 2,
      'campaign.reminded': 1,
      'campaign.closed': 1,
      // Ten of the eleven units below the province have not pledged by the day that the form proposes.
      'campaign.urged': 10,
      'campaign.escalated': 10,
      'titles.registered': 2,
      'titles.confirmed': 2,
      'initiative.filed': 1,
      'initiative.accepted': 1,
      'council.sitting_convened': 1,
      'council.ballot_opened': 1,
      'council.vote_cast': 8,
      'council.ballot_closed': 1,
      'initiative.recognised': 1,
      'initiative.share_reminded': 1,
      // Units that brought nobody forward in the last quarter of the year.
      'exemplar.duty_reminded': 10,
    });
    const notThere = { state: { in: ['waiting', 'sending', 'dead'] as MessageState[] } };
    await expect.poll(() => db.outgoingMessage.count({ where: notThere })).toBe(0);
    const sent = await db.outgoingMessage.findMany({ where: { state: 'delivered' } });
    const posted = [...world.workspace.core.state.conversations.keys()].flatMap((id) =>
      world.workspace.messagesIn(id).flatMap(({ metadata }) => {
        const delivery = metadata?.event_payload.delivery_id;
        return typeof delivery === 'string' ? [delivery] : [];
      }),
    );
    expect(posted.toSorted()).toEqual(sent.map(({ id }) => id).toSorted());
  });
});
