import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, formatDay } from '../../src/kernel/time.ts';
import { type Login, personId, STAFF } from '../../src/sandbox/sample/people.ts';
import { EXE, JPG, officeFile, PDF, PNG } from '../initiatives/evidence-support.ts';
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
import { pressesForged } from './support/old-card.ts';
import { at, openStage, speak, todayOf } from './support/places.ts';
import {
  attachesSigned,
  clearsModals,
  fillsSigning,
  opensSignedPapers,
  opensSigning,
  type Signed,
} from './support/signing.ts';
import { hears, isTurnedDown, SOON, timesSeen } from './support/watching.ts';

// A sitting that holds its results: the vote, the signed decision that releases it, the signed minutes that make it
// final, a copy that was attached by mistake.

const CHANNEL = '#hoi-dong-sang-kien';
const CHAIR = 'minh.pham' as const satisfies Login;
const HEAD = 'hung.le' as const satisfies Login;
const MEMBER = 'dung.tran' as const satisfies Login;
const HOLD = 'Giữ kết quả đến khi có quyết định';
const COUNTED = 'Đã kiểm phiếu. Kết quả được công bố cùng quyết định.';
const DECISION = 'Quyết định công nhận sáng kiến';
const MINUTES = 'Biên bản họp';
const COUNT = 'Biên bản kiểm phiếu';

let world: World;
beforeAll(async () => {
  world = await openStage();
});
afterAll(() => world.close());

const secretary = () => at(world, SECRETARY);
const sitting = () => world.deps.db.sitting.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
const standing = async () =>
  world.deps.db.signedPaper.findMany({
    where: { sittingId: (await sitting()).id, takenBackAt: null },
    orderBy: { attachedAt: 'asc' },
  });

const clears = (login: Login) => clearsModals(world, login);
const opensPapers = (login: Login) => opensSignedPapers(world, login);
const opensForm = (login: Login) => opensSigning(world, login);
const fillsIn = (login: Login, given: Signed) => fillsSigning(world, login, given);
const attaches = (login: Login, given: Signed, words: string) =>
  attachesSigned(world, login, given, words);

describe('a sitting that holds its results', () => {
  test('is convened so, and this can be changed until a ballot is counted', async () => {
    await secretary().types('/hoidong mới');
    await secretary().waitsForModal('Lập phiên họp');
    await secretary().fills({
      'Địa điểm hoặc hình thức': 'Phòng họp tầng 2',
      'Sáng kiến đưa ra xét': [WAITING_TITLE],
      'Công bố kết quả': [HOLD],
      'Kênh theo dõi': CHANNEL,
    });
    expect(await secretary().submits()).toBe('updated');
    await clears(SECRETARY);
    await opensPapers(SECRETARY);
    await secretary().sees('Chưa có nội dung nào được kiểm phiếu', { in: 'modal' });
    secretary().seesNot('Đính kèm bản đã ký', { in: 'modal' });
    await secretary().clicks('Không giữ kết quả', { in: 'modal' });
    await expect.poll(async () => (await sitting()).holdsResults).toBe(false);
    const { id: sittingId } = await sitting();
    await isTurnedDown(world, at(world, MEMBER), 'Chỉ Chủ tịch, Thư ký hội đồng', () =>
      pressesForged(world, at(world, MEMBER), {
        actionId: 'councils.hold_results',
        value: { sittingId, holds: true },
      }),
    );
    await opensPapers(CHAIR);
    await at(world, CHAIR).clicks('Giữ kết quả', { in: 'modal' });
    await expect.poll(async () => (await sitting()).holdsResults).toBe(true);
    await clears(CHAIR);
  });

  test('has its ballot counted, and nobody but who runs it knows what it gave', async () => {
    const before = new Map(
      STAFF.map(({ login }) => [login, timesSeen(at(world, login), 'Thông qua')]),
    );
    await clears(SECRETARY);
    await secretary().types('/hoidong');
    await opensBallot(world, SECRET);
    await clears(SECRETARY);
    for (const voter of VOTERS) await votes(world, voter, 'Đồng ý');
    for (const login of [SECRETARY, CHAIR] as const)
      await at(world, login).sees('chỉ người điều hành phiên họp biết', SOON);
    await at(world, MEMBER).sees(COUNTED, SOON);
    await at(world, 'tam.do').sees(COUNTED, { in: CHANNEL, ...SOON });

    const { number } = await world.deps.db.initiative.findFirstOrThrow({
      where: { title: { startsWith: WAITING_TITLE } },
    });
    for (const login of [AUTHOR, CO_AUTHOR, MEMBER, HEAD] as const) {
      const person = at(world, login);
      await person.types(`/sangkien ${number}`);
      person.seesNot('Hội đồng thông qua');
      person.seesNot('Hội đồng đã thông qua');
      await clears(login);
    }
    const author = at(world, AUTHOR);
    await author.types('/sangkien của tôi');
    await author.sees('Hội đồng đã biểu quyết', SOON);
    for (const { login } of STAFF) {
      if (login === SECRETARY || login === CHAIR) continue;
      const person = at(world, login);
      expect(timesSeen(person, 'Thông qua'), login).toBe(before.get(login));
      person.seesNot('Hội đồng sáng kiến đã thông qua sáng kiến');
    }
    await opensPapers(MEMBER);
    at(world, MEMBER).seesNot('Công bố 1 kết quả', { in: 'modal' });
    await clears(MEMBER);
    await opensPapers(SECRETARY);
    await secretary().sees('Công bố 1 kết quả', { in: 'modal' });
    await clears(SECRETARY);
  });

  test('gets its signed papers by a form in which each field is looked at', async () => {
    await opensForm(SECRETARY);
    const { startsAt } = await sitting();
    expect(startsAt.getTime()).toBeGreaterThan(world.clock.now().getTime());
    const wrong = async (given: Signed, field: string, words: string) => {
      await fillsIn(SECRETARY, given);
      expect(await secretary().submits()).toBe('errors');
      expect(secretary().errors()[field]).toContain(words);
    };
    await wrong({ number: '   ' }, 'Số, ký hiệu', 'Anh/chị ghi số');
    await wrong({ number: '905/QĐ-BHXH' }, 'Số, ký hiệu', 'của biên bản có dạng 12/BB-HĐSK');
    await wrong({ signatory: '  ' }, 'Người ký', 'Anh/chị ghi người ký');
    await wrong({ signedOn: addDays(todayOf(world), 1) }, 'Ngày ký', 'Ngày ký chưa đến');
    await wrong(
      { signedOn: addDays(todayOf(world), -1) },
      'Ngày ký',
      `không thể trước ngày họp và ngày kiểm phiếu (${formatDay(todayOf(world))})`,
    );
    await wrong({ file: { name: 'rỗng.pdf', content: Buffer.alloc(0) } }, 'Bản đã ký', 'tệp trống');
    await fillsIn(SECRETARY, { paper: COUNT, file: { name: 'giả.pdf', content: EXE } });
    expect(await secretary().submits()).toBe('updated');
    await clears(SECRETARY);
    await secretary().sees('Chưa đính kèm Biên bản kiểm phiếu số 12/BB-HĐSK', SOON);
    await secretary().sees('nội dung tệp không đúng với loại ghi ở tên tệp');
    expect(await standing()).toEqual([]);
    await secretary().clicks('Gửi lại', { in: 'Chưa đính kèm Biên bản kiểm phiếu' });
    await secretary().waitsForModal('Văn bản phiên họp');
    await secretary().sees('Đính kèm bản đã ký', { in: 'modal' });
    await clears(SECRETARY);
  });

  test('a file of another type is not taken', async () => {
    await opensForm(SECRETARY);
    const sheet = await officeFile('xlsx');
    await fillsIn(SECRETARY, { file: { name: 'bảng.xlsx', content: sheet } });
    expect(await secretary().submits()).toBe('errors');
    expect(secretary().errors()['Bản đã ký']).toContain('chỉ nhận tệp pdf, docx, jpg, png, heic');
    await clears(SECRETARY);
  });

  test('releases what is held as the signed decision is attached: all are told once', async () => {
    const file = { name: 'Quyết định.pdf', content: PDF };
    const decision = { paper: DECISION, number: '345/QĐ-BHXH', signatory: 'Lê Quang Hùng', file };
    world.workspace.faults.duplicateNextEnvelope();
    await attaches(SECRETARY, decision, `Đã đính kèm ${DECISION} số 345/QĐ-BHXH`);
    await secretary().sees('Đã công bố 1 kết quả đang giữ');
    await secretary().sees('Đã ghi công nhận 1 sáng kiến theo quyết định này');
    for (const login of [AUTHOR, CO_AUTHOR] as const) {
      await at(world, login).sees('Hội đồng sáng kiến đã thông qua sáng kiến', SOON);
      expect(timesSeen(at(world, login), 'Hội đồng sáng kiến đã thông qua sáng kiến')).toBe(1);
      await at(world, login).sees('345/QĐ-BHXH', SOON);
    }
    await at(world, MEMBER).sees('Kết quả dự kiến, chờ ký biên bản họp', SOON);
    await at(world, 'tam.do').sees('Đã công nhận theo quyết định số 345/QĐ-BHXH', {
      in: CHANNEL,
      ...SOON,
    });
    const [paper] = await standing();
    expect(paper).toMatchObject({
      ...{ kind: 'decision', itemKey: 'sang_kien', number: '345/QĐ-BHXH', size: PDF.length },
      sha256: createHash('sha256').update(PDF).digest('hex'),
      attachedById: personId(SECRETARY),
    });
    const recorded = await world.deps.db.initiativeDecision.findUniqueOrThrow({
      where: { initiativeId: await initiativeId(world) },
    });
    expect(recorded).toMatchObject({ number: '345/QĐ-BHXH', signatory: 'Lê Quang Hùng' });
    expect(await world.deps.db.signedPaper.count()).toBe(1);
  });

  test('of two who attach the minutes at once one does it, and the other is told', async () => {
    const both = [SECRETARY, CHAIR] as const;
    for (const [place, login] of both.entries()) {
      await opensForm(login);
      await fillsIn(login, { paper: MINUTES, number: `${20 + place}/BB-HĐSK` });
    }
    await Promise.all(
      both.map(async (login) => expect(await at(world, login).submits()).toBe('updated')),
    );
    for (const login of both) await clears(login);
    const minutes = async () => (await standing()).filter(({ kind }) => kind === 'sitting');
    await expect.poll(async () => (await minutes()).length).toBe(1);
    const [kept] = await minutes();
    const winner = kept!.attachedById === personId(SECRETARY) ? SECRETARY : CHAIR;
    const other = winner === SECRETARY ? CHAIR : SECRETARY;
    await at(world, other).sees('Văn bản này đã có bản ký đính kèm', SOON);
    await at(world, winner).sees(`Đã đính kèm Biên bản họp số ${kept!.number}`, SOON);
    const final = `Kết quả chính thức theo Biên bản số ${kept!.number} ngày ${formatDay(todayOf(world))}`;
    await at(world, MEMBER).sees(final, SOON);
    await at(world, AUTHOR).sees(final, SOON);
    const author = at(world, AUTHOR);
    const { number } = await world.deps.db.initiative.findFirstOrThrow({
      where: { title: { startsWith: WAITING_TITLE } },
    });
    await author.types(`/sangkien ${number}`);
    await author.sees(`chính thức theo Biên bản số ${kept!.number}`, { in: 'modal', ...SOON });
    await clears(AUTHOR);
    await at(world, MEMBER).types('/hoidong');
    await at(world, MEMBER).sees('thông qua · chính thức', { in: 'modal', ...SOON });
    await clears(MEMBER);
  });

  test('a number is another paper’s only once; a copy is replaced with a reason, and the old one kept', async () => {
    const [, minutes] = await standing();
    await opensPapers(SECRETARY);
    await secretary().clicks('Đính kèm bản đã ký', { in: 'modal' });
    await secretary().waitsForModal('Đính kèm bản đã ký');
    await expect(secretary().fills({ 'Văn bản': MINUTES })).rejects.toThrow();
    await clears(SECRETARY);

    const { id: paperId, number } = minutes!;
    await opensPapers(CHAIR);
    const chair = at(world, CHAIR);
    await pressesForged(world, chair, { actionId: 'councils.replace_paper', value: { paperId } });
    await chair.waitsForModal('Thay bản khác');
    await chair.fills({
      'Số, ký hiệu': number,
      'Bản đã ký': [{ name: 'trang ký.jpg', content: JPG }],
      'Lý do thay': '   ',
    });
    expect(await chair.submits()).toBe('errors');
    expect(chair.errors()['Lý do thay']).toContain('Anh/chị ghi lý do');
    await chair.fills({ 'Lý do thay': 'Quét thiếu trang 2' });
    await hears(chair, `Đã đính kèm Biên bản họp số ${number}`, async () => {
      expect(await chair.submits()).toBe('updated');
    });
    await clears(CHAIR);
    const all = await world.deps.db.signedPaper.findMany({ where: { kind: 'sitting' } });
    expect(all).toHaveLength(2);
    expect(all.find(({ id }) => id === paperId)).toMatchObject({
      takenBackById: personId(CHAIR),
      takenBackReason: 'Quét thiếu trang 2',
    });
    const fresh = all.find(({ id }) => id !== paperId)!;
    expect(fresh).toMatchObject({ replacesId: paperId, type: 'jpg', takenBackAt: null });
    const audits = await world.deps.db.auditEvent.findMany({
      where: { subjectId: fresh.sittingId, kind: { startsWith: 'council.paper' } },
      orderBy: { id: 'asc' },
    });
    expect(audits.map(({ kind }) => kind)).toEqual([
      'council.paper_attached',
      'council.paper_attached',
      'council.paper_taken_back',
      'council.paper_attached',
    ]);
    await opensPapers(SECRETARY);
    await secretary().sees('Đã thay bằng bản khác', { in: 'modal' });
    await secretary().sees('Quét thiếu trang 2', { in: 'modal' });
    await clears(SECRETARY);
  });

  test('members and who runs it may have the file, nobody else; what was taken back only who runs it', async () => {
    const { db } = world.deps;
    const [old, fresh] = await db.signedPaper.findMany({
      where: { kind: 'sitting' },
      orderBy: { attachedAt: 'asc' },
    });
    const get = (login: Login, paperId: string) =>
      pressesForged(world, at(world, login), {
        actionId: 'councils.get_paper',
        value: { paperId },
      });
    await hears(at(world, MEMBER), 'bản đã ký. Mã kiểm tra SHA-256', () => get(MEMBER, fresh!.id));
    for (const [login, paperId] of [
      [CO_AUTHOR, fresh!.id],
      [HEAD, fresh!.id],
      [MEMBER, old!.id],
    ] as const)
      await isTurnedDown(world, at(world, login), 'Không tìm thấy văn bản này', () =>
        get(login, paperId),
      );
    await hears(secretary(), 'bản đã ký. Mã kiểm tra SHA-256', () => get(SECRETARY, old!.id));
  });

  test('what signed papers tell is not changed behind them', async () => {
    const { id: ballotId, agendaItemId } = await ballotRow(world);
    const { id: sittingId } = await sitting();
    await isTurnedDown(world, secretary(), 'Đã có bản ký (', () =>
      pressesForged(world, secretary(), {
        actionId: 'councils.open_ballot',
        value: { agendaItemId },
      }),
    );
    await isTurnedDown(world, secretary(), 'nên không hủy được kết quả', () =>
      pressesForged(world, secretary(), { actionId: 'councils.annul', value: { ballotId } }),
    );
    const { id: paperId } = (await standing()).find(({ kind }) => kind === 'decision')!;
    await pressesForged(world, secretary(), {
      actionId: 'councils.take_back_paper',
      value: { paperId },
    });
    await secretary().waitsForModal('Thu hồi');
    await secretary().fills({ 'Lý do thu hồi': 'Nhầm' });
    expect(await secretary().submits()).toBe('errors');
    expect(secretary().errors()['Lý do thu hồi']).toContain(
      'đã được ghi công nhận theo quyết định',
    );
    await clears(SECRETARY);
    await isTurnedDown(world, at(world, MEMBER), 'Chỉ Chủ tịch, Thư ký hội đồng', () =>
      pressesForged(world, at(world, MEMBER), {
        actionId: 'councils.attach_paper',
        value: { sittingId },
      }),
    );
  });
});

describe('another sitting, on another item', () => {
  test('an outcome is annulled only after the signed minutes are taken back', async () => {
    const first = await sitting();
    // In a council’s own channel that council is meant, and its votes are followed there as before.
    await secretary().types('/hoidong mới', { in: CHANNEL });
    await secretary().waitsForModal('Lập phiên họp');
    await secretary().fills({
      'Địa điểm hoặc hình thức': 'Phòng họp tầng 2',
      'Nội dung khác': 'Quy chế làm việc\nKế hoạch năm sau',
    });
    expect(await secretary().submits()).toBe('updated');
    expect((await sitting()).councilId).toBe(first.councilId);
    await opensBallot(world, OPEN);
    await clears(SECRETARY);
    const { id: sittingId } = await sitting();
    await isTurnedDown(world, secretary(), 'Chưa có nội dung nào được kiểm phiếu', () =>
      pressesForged(world, secretary(), {
        actionId: 'councils.attach_paper',
        value: { sittingId },
      }),
    );
    for (const voter of [...VOTERS, AUTHOR]) await votes(world, voter, 'Đồng ý');
    await at(world, MEMBER).sees('Kết quả dự kiến, chờ ký biên bản họp', SOON);
    await expect.poll(() => world.deps.db.ballot.count({ where: { state: 'open' } })).toBe(0);

    const taken = (await world.deps.db.signedPaper.findMany({ where: { kind: 'sitting' } }))[0]!;
    await opensForm(SECRETARY);
    await fillsIn(SECRETARY, { paper: MINUTES, number: ` ${taken.number.toLowerCase()} ` });
    expect(await secretary().submits()).toBe('errors');
    expect(secretary().errors()['Số, ký hiệu']).toContain('Số này đã dùng');
    await clears(SECRETARY);
    await attaches(
      SECRETARY,
      { paper: MINUTES, number: '30/BB-HĐSK', file: { name: 'a.png', content: PNG } },
      'Đã đính kèm Biên bản họp số 30/BB-HĐSK',
    );

    const { id: ballotId } = await world.deps.db.ballot.findFirstOrThrow({
      where: { agendaItem: { sittingId } },
    });
    const annul = () =>
      pressesForged(world, secretary(), { actionId: 'councils.annul', value: { ballotId } });
    await isTurnedDown(world, secretary(), 'Văn bản đã ký ghi kết quả này', annul);
    const second = await world.deps.db.agendaItem.findFirstOrThrow({
      where: { sittingId, ballots: { none: {} } },
    });
    await isTurnedDown(world, secretary(), 'không mở thêm bỏ phiếu', () =>
      pressesForged(world, secretary(), {
        actionId: 'councils.open_ballot',
        value: { agendaItemId: second.id },
      }),
    );

    await opensPapers(SECRETARY);
    await secretary().clicks('Thu hồi', { in: 'modal' });
    await secretary().waitsForModal('Thu hồi');
    await secretary().fills({ 'Lý do thu hồi': 'Ký nhầm bản dự thảo' });
    world.workspace.faults.duplicateNextEnvelope();
    expect(await secretary().submits()).toBe('updated');
    await clears(SECRETARY);
    await annul();
    await secretary().waitsForModal('Hủy kết quả');
    await clears(SECRETARY);
  });

  test('in English: the form, what became of it and the papers', async () => {
    await speak(world, 'en', [SECRETARY]);
    await secretary().types('/hoidong');
    await secretary().clicks('Papers', { in: 'modal' });
    await secretary().waitsForModal('Papers of the sitting');
    await secretary().clicks('Attach a signed copy', { in: 'modal' });
    await secretary().waitsForModal('Attach a signed copy');
    await secretary().fills({
      ...{ Paper: 'Minutes', Number: '31/BB-HĐSK', 'Signed by': 'Phạm Tuấn Minh' },
      'Signed copy': [{ name: 'minutes.pdf', content: PDF }],
    });
    expect(await secretary().submits()).toBe('updated');
    await secretary().sees('Attached: Minutes 31/BB-HĐSK', SOON);
  });
});

describe('a decision that somebody attaches who records no recognitions', () => {
  let other: World;
  beforeAll(async () => {
    other = world;
    world = await openStage();
  });
  afterAll(async () => {
    await world.close();
    world = other;
  });

  test('the secretary records them by the same number and day, without typing them', async () => {
    await convenes(world, [WAITING_TITLE]);
    await opensBallot(world, OPEN);
    for (const voter of VOTERS) await votes(world, voter, 'Đồng ý');
    await secretary().sees('Ghi quyết định công nhận', SOON);
    const decision = { paper: DECISION, number: '77/QĐ-BHXH', signatory: 'Lê Quang Hùng' };
    await attaches(CHAIR, decision, `Đã đính kèm ${DECISION} số 77/QĐ-BHXH`);
    await at(world, CHAIR).sees('Chờ thư ký thi đua ghi công nhận theo số và ngày này');
    const { id } = await ballotRow(world);
    expect(await world.deps.db.initiativeDecision.count({ where: { ballotId: id } })).toBe(0);

    await clears(SECRETARY);
    await secretary().clicks('Ghi quyết định công nhận');
    await secretary().waitsForModal('Quyết định công nhận');
    await secretary().fills({ 'Số quyết định': '78/QĐ-BHXH' });
    expect(await secretary().submits()).toBe('errors');
    expect(Object.values(secretary().errors()).join()).toContain('số 77/QĐ-BHXH ngày');
    await clears(SECRETARY);
    await secretary().clicks('Ghi quyết định công nhận');
    await secretary().waitsForModal('Quyết định công nhận');
    expect(await secretary().submits()).toBe('updated');
    expect(
      await world.deps.db.initiativeDecision.findUniqueOrThrow({
        where: { initiativeId: await initiativeId(world) },
      }),
    ).toMatchObject({ number: '77/QĐ-BHXH', signatory: 'Lê Quang Hùng' });
  });
});
