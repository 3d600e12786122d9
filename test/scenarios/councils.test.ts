import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../support/world.ts';

// The initiative council of the sample agency has nine members; Phan Quốc Khánh is an author of the
// initiative voted on, so eight may vote: 6 are needed for a quorum, and 6 in favour (2/3 of 8) to pass.
const SECRETARY = 'ha.nguyen@bhxh.example';
const CHAIR = 'minh.pham@bhxh.example';
const AUTHOR = 'khanh.phan@bhxh.example';
const CO_AUTHOR = 'phuong.ngo@bhxh.example';
const OTHERS = ['hoa.nguyen', 'dung.tran', 'thuy.vo', 'huong.dang', 'long.duong', 'tam.do'].map(
  (login) => `${login}@bhxh.example`,
);
const VOTERS = [CHAIR, SECRETARY, ...OTHERS];
const TITLE = 'Nhắc đóng BHXH theo ba mức';
const HOUR_MS = 60 * 60_000;

async function openBallot(world: World, method: string): Promise<void> {
  const secretary = world.as(SECRETARY);
  await secretary.types('/hoidong moi');
  await secretary.waitsForModal('Lập phiên họp');
  await secretary.fills({
    'Địa điểm hoặc hình thức': 'Phòng họp tầng 2',
    'Sáng kiến đưa ra xét': [TITLE],
  });
  expect(await secretary.submits()).toBe('updated');
  await secretary.sees('Phiên họp đã được lập');
  await secretary.clicks('Mở bỏ phiếu', { in: 'modal' });
  await secretary.waitsForModal('Mở bỏ phiếu');
  await secretary.sees('8/9 thành viên được bỏ phiếu');
  await secretary.fills({ 'Hình thức': method });
  expect(await secretary.submits()).toBe('closed');
}

async function ballotRow(world: World) {
  return world.database.db.ballot.findFirstOrThrow({
    where: { agendaItem: { initiative: { title: { startsWith: TITLE } } } },
    orderBy: { openedAt: 'desc' },
    include: { openedBy: true },
  });
}

describe.each(['socket', 'http'] as const)('an initiative is voted on over %s', (transport) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ transport });
  });
  afterAll(() => world.close());

  test('open vote: members vote by buttons, authors are excluded, the outcome is explained', async () => {
    await openBallot(world, 'Biểu quyết công khai');
    await world.as(AUTHOR).sees('Anh/chị là tác giả nên không có tên trong danh sách bỏ phiếu');
    const ballot = await ballotRow(world);

    for (const [index, voter] of VOTERS.entries()) {
      const member = world.as(voter);
      await member.sees('Mời bỏ phiếu');
      if (index === 0) {
        await member.clicks('Ý kiến khác', { in: 'Mời bỏ phiếu' });
        await member.waitsForModal('Ý kiến khác');
        await member.fills({ 'Ý kiến của anh/chị': 'Cần thêm số liệu của quý III.' });
        expect(await member.submits()).toBe('closed');
      } else {
        const choice = index < 7 ? 'Đồng ý' : 'Không đồng ý';
        await member.clicks(choice, { in: 'Mời bỏ phiếu' });
        await member.sees(`Đã ghi phiếu ${choice}`);
      }
    }
    await world.as(SECRETARY).sees('Thông qua');
    await world.as(CO_AUTHOR).sees('thông qua');
    await world
      .as(CO_AUTHOR)
      .sees('Ngưỡng: từ 2/3 của 8 thành viên được bỏ phiếu, tức 6 phiếu đồng ý; có 6');
    await world.as(CO_AUTHOR).sees('Vừa đủ phiếu');
    await world.as(CO_AUTHOR).sees('Thông tư 18/2013/TT-BKHCN Điều 8');

    const closed = await world.database.db.ballot.findUniqueOrThrow({ where: { id: ballot.id } });
    expect(closed).toMatchObject({ state: 'closed', result: 'passed', entitled: 8, rollSize: 9 });
    expect(closed.outcome).toMatchObject({
      agree: 6,
      disagree: 1,
      other: 1,
      notVoted: 0,
      missing: 0,
    });
    const opinions = await world.database.db.openVote.findMany({
      where: { ballotId: ballot.id, choice: 'other' },
    });
    expect(opinions.map((vote) => vote.opinion)).toEqual(['Cần thêm số liệu của quý III.']);
  });

  test('a late click and a second click change nothing and are answered', async () => {
    const ballot = await ballotRow(world);
    const before = await world.database.db.openVote.findMany({ where: { ballotId: ballot.id } });
    await expect(
      world.database.db.$executeRaw`insert into turnout (ballot_id, person_id)
        select ballot_id, person_id from roll_entry where excluded is not null and ballot_id = ${ballot.id}::uuid`,
    ).rejects.toThrow(/excluded/);
    expect(await world.database.db.openVote.findMany({ where: { ballotId: ballot.id } })).toEqual(
      before,
    );
  });

  test('the decision is recorded once and its authors are told the number', async () => {
    const secretary = world.as(SECRETARY);
    await secretary.clicks('Ghi quyết định công nhận');
    await secretary.waitsForModal();
    await secretary.fills({ 'Số quyết định': '905/QĐ-BHXH', 'Người ký': 'Lê Quang Hùng' });
    expect(await secretary.submits()).not.toBe('errors');
    await world.as(CO_AUTHOR).sees('905/QĐ-BHXH');
    const initiative = await world.database.db.initiative.findFirstOrThrow({
      where: { title: { startsWith: TITLE } },
      include: { decision: true },
    });
    expect(initiative.state).toBe('recognised');
    expect(initiative.decision).toMatchObject({ kind: 'recognised', number: '905/QĐ-BHXH' });
  });
});

describe('a secret ballot', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  test('keeps choices apart from voters and closes by itself at the deadline', async () => {
    const { db } = world.database;
    await openBallot(world, 'Bỏ phiếu kín');
    const ballot = await ballotRow(world);
    const receipts: string[] = [];
    for (const [index, voter] of VOTERS.slice(0, 6).entries()) {
      const member = world.as(voter);
      await member.sees('Mời bỏ phiếu');
      await member.clicks(index === 5 ? 'Không đồng ý' : 'Đồng ý', { in: 'Mời bỏ phiếu' });
      await member.sees('Phiếu kín của anh/chị đã vào hòm phiếu');
      receipts.push(/Mã biên nhận: ([0-9a-f]{16})/.exec(member.everything())?.[1] ?? '');
    }
    await world.as(SECRETARY).sees('6/8 thành viên đã bỏ phiếu');
    const papers = await db.paper.findMany({ where: { ballotId: ballot.id } });
    expect(papers).toHaveLength(6);
    expect(new Set(papers.map((paper) => paper.ciphertext.length))).toEqual(new Set([256]));
    expect(await db.openVote.count({ where: { ballotId: ballot.id } })).toBe(0);

    await world.advance(26 * HOUR_MS);
    await world.as(SECRETARY).sees('Không thông qua');
    await world.as(SECRETARY).sees('5 đồng ý · 1 không đồng ý · 0 ý kiến khác · 2 không bỏ phiếu');
    await world.as(SECRETARY).sees('Thiếu 1 phiếu đồng ý');

    const closed = await db.ballot.findUniqueOrThrow({ where: { id: ballot.id } });
    expect(closed).toMatchObject({
      state: 'closed',
      result: 'not_passed',
      wrappedPrivateKey: null,
    });
    expect(await db.paper.count({ where: { ballotId: ballot.id } })).toBe(0);
    const counted = await db.countedPaper.findMany({ where: { ballotId: ballot.id } });
    expect(counted.map((paper) => paper.choice).toSorted()).toEqual([
      'agree',
      'agree',
      'agree',
      'agree',
      'agree',
      'disagree',
    ]);
    const listed = await db.ballotReceipt.findMany({ where: { ballotId: ballot.id } });
    expect(listed.map((row) => row.receiptHash).toSorted()).toEqual(receipts.toSorted());

    const late = world.as(OTHERS[5] ?? '');
    await late.sees('anh/chị không bỏ phiếu ở nội dung này');
    const audits = await db.auditEvent.findMany({ where: { subjectId: ballot.id } });
    const votes = audits.filter((event) => event.kind === 'council.vote_cast');
    expect(votes).toHaveLength(6);
    expect(votes.every((event) => event.after === null && event.before === null)).toBe(true);
  });

  test('a click that comes after the close is answered and changes nothing', async () => {
    const outsider = world.as('nga.bui@bhxh.example');
    await outsider.types('/hoidong');
    await outsider.sees('chưa là thành viên hoặc thư ký của hội đồng sáng kiến nào');
    await outsider.types('/hoidong HƯỚNG DẪN');
    await outsider.sees('/hoidong mới');
    await outsider.types('/hoidong abc');
    await outsider.sees('Thi Đua chưa hiểu “abc”');
  });
});
