import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, formatDay } from '../../src/kernel/time.ts';
import { EMULATION_COUNCIL } from '../../src/sandbox/sample/councils.ts';
import { type Login, personId, STAFF } from '../../src/sandbox/sample/people.ts';
import type { World } from '../support/world.ts';
import {
  AUTHOR,
  ballotRow,
  CO_AUTHOR,
  convenes,
  initiativeId,
  OPEN,
  opensBallot,
  SECRET,
  SECRETARY,
  VOTERS,
  votes,
  WAITING_TITLE,
} from './support/councils.ts';
import { keepsCard, pressesForged } from './support/old-card.ts';
import { readsPaper } from './support/papers.ts';
import { at, goTo, openStage, speak, TRANSPORTS, todayOf } from './support/places.ts';
import { isTurnedDown, SOON, timesSeen } from './support/watching.ts';

// A ballot that is closed by hand, annulled by two persons, and held again.

const CHANNEL = '#hoi-dong-sang-kien';
const CHAIR = 'minh.pham' as const satisfies Login;
const HEAD = 'hung.le' as const satisfies Login;
const REASON = 'Hai thành viên không nhận được giấy mời.';
const CONCERNED = 'liên quan đến chính anh/chị';

describe.each(TRANSPORTS)('the life of a ballot over %s', (transport) => {
  let world: World;
  beforeAll(async () => {
    world = await openStage(transport);
  });
  afterAll(() => world.close());

  const presses = async (login: Login, actionId: string, value: unknown) =>
    pressesForged(world, at(world, login), { actionId, value });

  test('chair and secretary see in private who has not voted; the channel sees how many', async () => {
    await convenes(world, [WAITING_TITLE], { channel: CHANNEL });
    await opensBallot(world, SECRET);
    for (const voter of VOTERS.slice(0, 5)) await votes(world, voter, 'Đồng ý');
    for (const login of [SECRETARY, CHAIR] as const)
      await at(world, login).sees(
        'Chưa bỏ phiếu: Dương Hải Long, Đặng Thu Hương, Đỗ Minh Tâm',
        SOON,
      );
    await at(world, 'tam.do').sees('5/8 thành viên đã bỏ phiếu', { in: CHANNEL, ...SOON });
    for (const { login } of STAFF) {
      at(world, login).seesNot('Chưa bỏ phiếu:', { in: CHANNEL });
      at(world, login).seesNot('[Đóng bỏ phiếu]', { in: CHANNEL });
      if (login !== SECRETARY && login !== CHAIR) at(world, login).seesNot('Chưa bỏ phiếu:');
    }
  });

  test('it is not closed by hand before the quorum has voted, nor by who does not run the council', async () => {
    const { id: ballotId } = await ballotRow(world);
    const secretary = at(world, SECRETARY);
    await isTurnedDown(world, secretary, 'Mới có 5 người bỏ phiếu, cần ít nhất 6', () =>
      secretary.clicks('Đóng bỏ phiếu', { in: 'Chưa bỏ phiếu:' }),
    );
    await isTurnedDown(world, at(world, 'dung.tran'), 'được đóng bỏ phiếu trước hạn', () =>
      presses('dung.tran', 'councils.end', { ballotId }),
    );
    await isTurnedDown(world, at(world, AUTHOR), CONCERNED, () =>
      presses(AUTHOR, 'councils.end', { ballotId }),
    );
  });

  test('it is closed by hand after a question that says how many have not voted', async () => {
    await votes(world, VOTERS[5], 'Đồng ý');
    const secretary = at(world, SECRETARY);
    const chair = at(world, CHAIR);
    await chair.sees('6/8 thành viên đã bỏ phiếu', SOON);
    const stale = keepsCard(world, chair, 'Chưa bỏ phiếu:');
    await secretary.clicks('Đóng bỏ phiếu', { in: 'Chưa bỏ phiếu:' });
    await secretary.waitsForModal('Đóng bỏ phiếu');
    await secretary.sees('6 người đã bỏ phiếu, 2 người chưa bỏ phiếu', { in: 'modal' });
    world.workspace.faults.duplicateNextEnvelope();
    expect(await secretary.submits()).toBe('updated');
    await secretary.sees('Đã đóng bỏ phiếu SK-', { in: 'modal' });
    await secretary.closesModal();
    await chair.sees('Đóng trước hạn lúc', SOON);
    await chair.sees('6 đồng ý · 0 không đồng ý · 0 ý kiến khác · 2 không bỏ phiếu', {
      in: CHANNEL,
      ...SOON,
    });
    await at(world, 'tam.do').sees('anh/chị không bỏ phiếu ở nội dung này', SOON);
    await secretary.sees('[Ghi quyết định công nhận]', SOON);
    await isTurnedDown(world, chair, 'Bỏ phiếu đã đóng trước đó', () =>
      stale.presses('Đóng bỏ phiếu'),
    );
    const events = { kind: 'council.ballot_ended_early' };
    expect(await world.deps.db.auditEvent.count({ where: events })).toBe(1);
  });

  test('the secretary proposes to annul it, and cannot confirm; nor can members and authors', async () => {
    const { id: ballotId } = await ballotRow(world);
    const secretary = at(world, SECRETARY);
    for (const [login, words] of [
      ['dung.tran', 'được đề nghị hủy kết quả'],
      [AUTHOR, CONCERNED],
      [CO_AUTHOR, CONCERNED],
      [HEAD, 'được đề nghị hủy kết quả'],
    ] as const)
      await isTurnedDown(world, at(world, login), words, () =>
        presses(login, 'councils.annul', { ballotId }),
      );
    await secretary.clicks('Đề nghị hủy kết quả');
    await secretary.waitsForModal('Hủy kết quả');
    await secretary.sees('Phiếu cũ không mở lại', { in: 'modal' });
    await secretary.fills({ 'Lý do hủy kết quả': '   ' });
    expect(await secretary.submits()).toBe('errors');
    await secretary.fills({ 'Lý do hủy kết quả': REASON });
    world.workspace.faults.duplicateNextEnvelope();
    expect(await secretary.submits()).toBe('updated');
    await secretary.closesModal();
    await secretary.sees('đang chờ người thứ hai xác nhận', SOON);
    const { id: annulmentId } = await world.deps.db.ballotAnnulment.findFirstOrThrow();
    expect(await world.deps.db.ballotAnnulment.count()).toBe(1);
    for (const [login, words] of [
      [SECRETARY, 'Anh/chị là người đề nghị'],
      ['dung.tran', 'được xác nhận việc hủy kết quả'],
      [AUTHOR, CONCERNED],
    ] as const)
      await isTurnedDown(world, at(world, login), words, () =>
        presses(login, 'councils.confirm_annulment', { annulmentId }),
      );
    at(world, AUTHOR).seesNot(REASON);
  });

  test('a second person confirms; every card says so, and stale ones change nothing', async () => {
    const secretary = at(world, SECRETARY);
    const chair = at(world, CHAIR);
    const head = at(world, HEAD);
    const recording = keepsCard(world, secretary, '[Ghi quyết định công nhận]');
    await chair.sees('Đề nghị hủy kết quả bỏ phiếu', SOON);
    const stale = keepsCard(world, chair, REASON);
    await head.opensHome();
    await head.sees('đề nghị hủy kết quả bỏ phiếu: SK-', { in: 'home' });
    await head.clicks('Xác nhận hủy', { in: REASON, ...SOON });
    await head.sees('đã hủy kết quả bỏ phiếu, Lê Quang Hùng xác nhận lúc', SOON);

    await chair.sees('đã hủy kết quả bỏ phiếu, Lê Quang Hùng xác nhận lúc', SOON);
    for (const where of [secretary.conversation().id, CHANNEL]) {
      await secretary.sees('Kết quả đã hủy – SK-', { in: where, ...SOON });
      await secretary.sees(REASON, { in: where });
      // The outcome stays readable.
      await secretary.sees('6 đồng ý · 0 không đồng ý', { in: where });
    }
    await at(world, VOTERS[5]).sees('Kết quả đã hủy – SK-', SOON);
    for (const author of [AUTHOR, CO_AUTHOR] as const) {
      await at(world, author).sees('đã được hủy. Sáng kiến chờ hội đồng bỏ phiếu lại', SOON);
      await at(world, author).sees(REASON);
    }
    await expect
      .poll(() => secretary.everything(), { timeout: SOON.within })
      .not.toContain('[Ghi quyết định công nhận]');
    await isTurnedDown(world, chair, 'Lê Quang Hùng xác nhận lúc', () =>
      stale.presses('Xác nhận hủy'),
    );
    await isTurnedDown(world, secretary, 'Chưa có kết quả biểu quyết để ghi', () =>
      recording.presses('Ghi quyết định công nhận'),
    );
    await head.opensHome();
    head.seesNot('đề nghị hủy kết quả bỏ phiếu', { in: 'home' });
  });

  test('the council votes again, and the file tells all of it', async () => {
    const secretary = at(world, SECRETARY);
    await secretary.types('/hoidong');
    await secretary.waitsForModal('Hội đồng');
    const day = formatDay(todayOf(world));
    await secretary.sees(
      `chờ bỏ phiếu\n:leftwards_arrow_with_hook: Kết quả trước đã hủy ngày ${day}. Lý do: ${REASON}`,
      { in: 'modal' },
    );
    await opensBallot(world, OPEN);
    await secretary.sees('đang bỏ phiếu', SOON);
    await at(world, VOTERS[0]).types('/hoidong');
    await at(world, VOTERS[0]).sees(`Kết quả trước đã hủy ngày ${day}. Lý do: ${REASON}`, {
      in: 'modal',
    });
    await at(world, VOTERS[0]).closesModal();
    const words = await readsPaper(world, secretary, 'Biên bản họp');
    expect(words).toContain('Chờ biểu quyết lại');
    expect(words.join(' ')).toContain('Kết quả trước đã hủy:');
    expect(words.join(' ')).toContain(`Lý do: ${REASON}`);
    await at(world, VOTERS[0]).sees('[Đồng ý]', SOON);
    for (const voter of VOTERS) {
      await votes(world, voter, 'Đồng ý');
      await at(world, voter).sees('Đã ghi phiếu Đồng ý');
    }
    await secretary.sees('[Ghi quyết định công nhận]', SOON);
    expect(await ballotRow(world)).toMatchObject({ state: 'closed', result: 'passed' });
    const { number } = await world.deps.db.initiative.findUniqueOrThrow({
      where: { id: await initiativeId(world) },
    });
    const author = at(world, CO_AUTHOR);
    await author.types(`/sangkien ${number}`);
    await author.waitsForModal('Hồ sơ sáng kiến');
    await author.sees('Hủy kết quả bỏ phiếu', { in: 'modal' });
    await author.closesModal();
    for (const { login } of STAFF)
      expect(at(world, login).everything(), login).not.toMatch(/undefined|null|NaN|\[object/);
  });
});

describe('in English', () => {
  let world: World;
  beforeAll(async () => {
    world = await openStage();
    await speak(world, 'en', [SECRETARY, CHAIR, HEAD, AUTHOR]);
  });
  afterAll(() => world.close());

  test('a ballot is closed early, its annulment proposed and declined', async () => {
    const secretary = at(world, SECRETARY);
    const chair = at(world, CHAIR);
    await secretary.types('/hoidong new');
    await secretary.waitsForModal('Convene a sitting');
    await secretary.fills({
      'Place or form': 'Room 2',
      'Initiatives on the agenda': [WAITING_TITLE],
    });
    expect(await secretary.submits()).toBe('updated');
    await secretary.clicks('Open ballot', { in: 'modal' });
    await secretary.waitsForModal('Open a ballot');
    expect(await secretary.submits()).toBe('closed');
    for (const voter of VOTERS.filter((login) => login !== SECRETARY && login !== CHAIR))
      await votes(world, voter, 'Không đồng ý');
    await chair.sees('6/8 members have voted', SOON);
    await chair.clicks('Close the ballot', { in: 'Not voted yet' });
    await chair.sees('6 have voted, 2 have not.', { in: 'modal' });
    expect(await chair.submits()).toBe('updated');
    await chair.closesModal();
    await secretary.sees('Closed before its deadline at', SOON);
    await secretary.sees('[Propose annulment]', SOON);
    await secretary.clicks('Propose annulment');
    await secretary.fills({ 'Reason of the annulment': 'Two members were not invited.' });
    expect(await secretary.submits()).toBe('updated');
    await secretary.sees('asked to confirm; one is enough', { in: 'modal' });
    await secretary.closesModal();
    await chair.clicks('Decline', { in: 'Two members were not invited.', ...SOON });
    await chair.fills({ 'Why not': 'They were, by letter.' });
    expect(await chair.submits()).toBe('updated');
    await chair.closesModal();
    await secretary.sees('the outcome stands', SOON);
    await secretary.sees('They were, by letter.');
    await secretary.sees('[Propose annulment]', SOON);
    at(world, AUTHOR).seesNot('annulled');
  });
});

describe('who has not voted', () => {
  let world: World;
  beforeAll(async () => {
    world = await openStage();
    await speak(world, 'en', ['long.duong']);
  });
  afterAll(() => world.close());

  test('is reminded in the morning, in private, once; who has voted or is an author is not', async () => {
    await convenes(world, [WAITING_TITLE], { channel: CHANNEL });
    await opensBallot(world, SECRET);
    const late = ['tam.do', 'huong.dang', 'long.duong'] as const;
    const prompt = VOTERS.filter((login) => !late.some((one) => one === login));
    for (const voter of prompt) await votes(world, voter, 'Đồng ý');
    // Half of the time is over at night; nobody is told then.
    const tomorrow = addDays(todayOf(world), 1);
    await goTo(world, todayOf(world), '23:00');
    expect(await world.deps.db.ballotReminder.count()).toBe(0);
    await goTo(world, tomorrow, '08:00');
    await goTo(world, tomorrow, '08:01');
    for (const login of late.slice(0, 2)) {
      await at(world, login).sees('Nhắc bỏ phiếu', SOON);
      await at(world, login).sees('1 cuộc bỏ phiếu chờ anh/chị');
      expect(timesSeen(at(world, login), 'Nhắc bỏ phiếu')).toBe(1);
    }
    await at(world, 'long.duong').sees('Ballots that await your vote: 1', SOON);
    for (const login of [...prompt, AUTHOR]) at(world, login).seesNot('Nhắc bỏ phiếu');
    at(world, SECRETARY).seesNot('Nhắc bỏ phiếu', { in: CHANNEL });
    await votes(world, 'tam.do', 'Đồng ý');
    await at(world, 'tam.do').sees('Phiếu kín của anh/chị đã vào hòm phiếu');
  });
});

describe('a sheet of many names', () => {
  let world: World;
  const YEAR = 2026;
  const NUMBER = `CSTĐCS ${YEAR}`;
  const MEMBERS = EMULATION_COUNCIL.members.map(({ login }) => login);
  const NOMINEES = ['lan.tran', 'duc.vu'] as const satisfies readonly Login[];
  beforeAll(async () => {
    world = await openStage();
    const { db } = world.deps;
    await db.titleRegistrationItem.deleteMany({ where: { registration: { year: YEAR } } });
    await db.registrationRevision.deleteMany({ where: { registration: { year: YEAR } } });
    await db.titleRegistration.deleteMany({ where: { year: YEAR } });
    for (const login of NOMINEES)
      await db.titleRegistration.create({
        data: {
          ...{ personId: personId(login), year: YEAR, state: 'confirmed' },
          ...{ filedById: personId(login), settledById: personId(SECRETARY) },
          settledAt: world.clock.now(),
          items: { create: { title: 'cstdcs', rank: 1 } },
        },
      });
  });
  afterAll(() => world.close());

  /** From the card or the reminder with these words. */
  async function casts(login: Login, from: string): Promise<void> {
    const member = at(world, login);
    await member.clicks('Bỏ phiếu', { in: from, ...SOON });
    await member.waitsForModal('Phiếu biểu quyết');
    await member.fills({ 'Tất cả tên ở trang này': 'Đồng ý' });
    expect(await member.submits()).toBe('updated');
    expect(await member.submits()).toBe('updated');
    await member.sees(`Đã ghi phiếu cho ${NOMINEES.length} đề nghị`, { in: 'modal' });
    await member.closesModal({ all: true });
  }

  async function opensSheet(): Promise<void> {
    const secretary = at(world, SECRETARY);
    await secretary.clicks(`Mở bỏ phiếu (${NOMINEES.length})`, { in: 'modal' });
    await secretary.waitsForModal('Mở bỏ phiếu');
    await secretary.fills({ 'Hình thức': SECRET });
    expect(await secretary.submits()).toBe('updated');
    await secretary.closesModal({ all: true });
  }

  test('one reminder for all of it, from which it is voted on', async () => {
    const secretary = at(world, SECRETARY);
    await secretary.types('/hoidong mới');
    await secretary.waitsForModal('Lập phiên họp');
    await secretary.fills({
      'Hội đồng': EMULATION_COUNCIL.name,
      'Địa điểm hoặc hình thức': 'Hội trường',
      'Danh hiệu, khen thưởng đưa ra xét': [
        `Chiến sĩ thi đua cơ sở (CSTĐCS) ${YEAR}: ${NOMINEES.length} đề nghị`,
      ],
    });
    expect(await secretary.submits()).toBe('updated');
    await opensSheet();
    for (const login of MEMBERS.slice(0, 5)) await casts(login, `Mời bỏ phiếu: ${NUMBER}`);
    await goTo(world, addDays(todayOf(world), 1), '08:00');
    for (const login of MEMBERS.slice(5)) {
      await at(world, login).sees(`${NUMBER} – ${NOMINEES.length} đề nghị`, SOON);
      expect(timesSeen(at(world, login), 'Nhắc bỏ phiếu')).toBe(1);
    }
    for (const login of MEMBERS.slice(0, 5)) at(world, login).seesNot('Nhắc bỏ phiếu');
    await isTurnedDown(world, secretary, 'Mới có 5 người bỏ phiếu, cần ít nhất 6', () =>
      secretary.clicks('Đóng bỏ phiếu', { in: 'Chưa bỏ phiếu:' }),
    );
    await casts(MEMBERS[5]!, 'Nhắc bỏ phiếu');
  });

  test('is closed by hand and annulled as a whole; all names await the council again', async () => {
    const secretary = at(world, SECRETARY);
    const chair = at(world, HEAD);
    await chair.sees(`6/${MEMBERS.length} thành viên đã bỏ phiếu`, SOON);
    await chair.clicks('Đóng bỏ phiếu', { in: 'Chưa bỏ phiếu:' });
    await chair.sees('6 người đã bỏ phiếu, 3 người chưa bỏ phiếu', { in: 'modal' });
    expect(await chair.submits()).toBe('updated');
    await chair.closesModal();
    await secretary.sees('[Đề nghị hủy kết quả]', SOON);
    await isTurnedDown(world, at(world, MEMBERS[8]!), 'Cuộc bỏ phiếu đã đóng', () =>
      at(world, MEMBERS[8]!).clicks('Bỏ phiếu', { in: 'Nhắc bỏ phiếu' }),
    );
    await secretary.clicks('Đề nghị hủy kết quả');
    await secretary.sees(`Hủy kết quả của cả ${NOMINEES.length} đề nghị`, { in: 'modal' });
    await secretary.fills({ 'Lý do hủy kết quả': REASON });
    expect(await secretary.submits()).toBe('updated');
    await secretary.closesModal();
    await chair.clicks('Xác nhận hủy', { in: REASON, ...SOON });
    for (const login of [SECRETARY, HEAD, MEMBERS[5]!])
      await at(world, login).sees(`Kết quả đã hủy – ${NUMBER}`, SOON);
    await expect
      .poll(() => secretary.everything(), { timeout: SOON.within })
      .not.toContain('[Đề nghị hủy kết quả]');
    await secretary.types('/hoidong');
    await secretary.waitsForModal('Hội đồng');
    const day = formatDay(todayOf(world));
    const told = `Kết quả trước đã hủy ngày ${day}. Lý do: ${REASON}`;
    await secretary.sees(told, { in: 'modal' });
    await secretary.clicks('Danh sách', { in: 'modal' });
    await secretary.sees(told, { in: 'modal' });
    await secretary.sees(`chờ bỏ phiếu · kết quả trước đã hủy ngày ${day}`, { in: 'modal' });
    await secretary.closesModal();
    await opensSheet();
    await secretary.sees(told, SOON);
    const words = (await readsPaper(world, secretary, 'Biên bản họp')).join(' ');
    expect(words).toContain(`${NOMINEES.length} đề nghị: hủy lúc`);
    expect(words).toContain(`Lý do: ${REASON}`);
    expect(await world.deps.db.ballot.count({ where: { state: 'open' } })).toBe(NOMINEES.length);
  });
});
