import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../src/kernel/time.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { EXE } from '../initiatives/evidence-support.ts';
import type { World } from '../support/world.ts';
import {
  agreeAll,
  COMMUNICATIONS,
  edits,
  exemplarRow,
  praises,
  publishes,
  tells,
} from './support/exemplars.ts';
import { keepsCard, pressesForged } from './support/old-card.ts';
import { at, goTo, openStage, speak, stranger, TRANSPORTS, todayOf } from './support/places.ts';
import { changesNothing, hears, isTurnedDown, SOON, timesSeen } from './support/watching.ts';

const HOSTILE = '<!channel> *đậm* <https://doc.example|bấm vào> & @here';
const DEED = `Giúp cụ già điền hồ sơ ${HOSTILE}`;
const HEADLINE = `Tận tụy ${HOSTILE}`;

describe.each(TRANSPORTS)('praise, misused over %s', (transport) => {
  let world: World;
  beforeAll(async () => {
    world = await openStage(transport);
  });
  afterAll(() => world.close());

  test('unknown words are answered with help, in the reader’s language; a stranger whom to ask', async () => {
    const person = at(world, 'nga.bui');
    await isTurnedDown(world, person, 'Thi Đua chưa hiểu “xem phim”', () =>
      person.types('/tuyenduong xem phim'),
    );
    await person.sees('/tuyenduong tìm Lan');
    await hears(person, 'Anh/chị ghi thêm từ cần tìm', () => person.types('/tuyenduong tìm'));
    await speak(world, 'en', ['chau.do']);
    const english = at(world, 'chau.do');
    await hears(english, 'Thi Đua does not know “xem phim”', () =>
      english.types('/tuyenduong xem phim'),
    );
    const outsider = stranger(world);
    await isTurnedDown(world, outsider, 'chưa được ghép với danh sách cán bộ', () =>
      outsider.types('/tuyenduong', { in: '#chung' }),
    );
  });

  test('nobody praises themselves, nobody at all, or what is still to come', async () => {
    const person = at(world, 'nga.bui');
    await person.types('/tuyenduong');
    await person.waitsForModal('Tuyên dương (1/3)');
    const day = 'Ngày diễn ra, hoặc bắt đầu';
    await changesNothing(world, async () => {
      await person.fills({ [day]: addDays(todayOf(world), 1) });
      expect(await person.submits()).toBe('errors');
      expect(person.errors()).toEqual({
        'Người được tuyên dương': expect.stringContaining('ít nhất một người'),
        [day]: expect.stringContaining('chưa tới'),
      });
      await person.fills({ 'Người được tuyên dương': [person.person.email] });
      expect(await person.submits()).toBe('errors');
      expect(person.errors()).toMatchObject({
        'Người được tuyên dương': expect.stringContaining('để đồng nghiệp kể sẽ hay hơn'),
      });
      await person.fills({
        'Người được tuyên dương': ['Trương Hoài Nam'],
        [day]: todayOf(world),
        'Đến ngày': todayOf(world),
      });
      expect(await person.submits()).toBe('errors');
      expect(person.errors()).toEqual({
        'Người được tuyên dương': expect.stringContaining('chưa có trong danh sách cán bộ'),
        'Đến ngày': expect.stringContaining('Chỉ điển hình tiên tiến'),
      });
      await person.closesModal({ all: true });
    });
  });

  test('a report that is sent twice and comes twice is one; a file that lies is not kept', async () => {
    const person = at(world, 'nga.bui');
    await person.types('/tuyenduong');
    await person.waitsForModal('Tuyên dương (1/3)');
    const files = [{ name: 'anh.png', content: EXE }];
    await tells(world, person, { deed: DEED, persons: ['hieu.trinh', 'van.doan'], files });
    world.workspace.faults.duplicateNextEnvelope();
    await Promise.all([person.submits(), person.submits()]);
    await person.closesModal({ all: true });
    await person.sees('Không nhận: anh.png', SOON);
    expect(await world.deps.db.exemplar.count({ where: { deed: DEED } })).toBe(1);
    expect(await world.deps.db.exemplarEvidence.count()).toBe(0);
    const { id } = await exemplarRow(world, DEED);
    const reported = { kind: 'exemplar.reported', subjectId: id };
    expect(await world.deps.db.auditEvent.count({ where: reported })).toBe(1);
  });

  test('who is named again for the same day is joined, not praised twice', async () => {
    const other = at(world, 'chi.luong');
    await other.types('/tuyenduong');
    await other.waitsForModal('Tuyên dương (1/3)');
    await tells(world, other, { deed: 'Tôi cũng thấy việc này', persons: ['hieu.trinh'] });
    expect(await other.submits()).toBe('updated');
    await other.sees('đã có người kể', { in: 'modal' });
    await other.closesModal({ all: true });
    const row = await exemplarRow(world, DEED);
    expect(row.mentions).toMatchObject([{ reporterId: personId('chi.luong') }]);
    expect(await world.deps.db.exemplar.count({ where: { state: 'waiting' } })).toBe(1);
    const hieu = at(world, 'hieu.trinh');
    await hieu.sees('Anh/chị được đề nghị tuyên dương', SOON);
    expect(timesSeen(hieu, 'Anh/chị được đề nghị tuyên dương')).toBe(1);
  });

  test('hostile words harm nothing where they are shown', async () => {
    const hieu = at(world, 'hieu.trinh');
    await hieu.sees('Giúp cụ già điền hồ sơ <!channel> *đậm*', SOON);
    await at(world, 'loan.pham').sees('Giúp cụ già điền hồ sơ <!channel>', SOON);
  });

  test('nobody answers for another, endorses their own, or edits without the office', async () => {
    const row = await exemplarRow(world, DEED);
    const [hieu] = row.subjects.filter((one) => one.personId === personId('hieu.trinh'));
    const endorsement = await world.deps.db.exemplarEndorsement.findFirstOrThrow({
      where: { exemplarId: row.id },
    });
    const forged = async (login: Login, actionId: string, value: unknown, words: string) => {
      const person = at(world, login);
      await isTurnedDown(world, person, words, () =>
        pressesForged(world, person, { actionId, value }),
      );
    };
    const own = 'Chỉ người được tuyên dương trả lời';
    for (const login of ['van.doan', 'loan.pham', 'nga.bui', COMMUNICATIONS] as const)
      await forged(login, 'exemplars.consent_public', { subjectId: hieu?.id }, own);
    const head = 'Việc này do thủ trưởng đơn vị';
    for (const login of ['hieu.trinh', 'phuc.dang', 'ha.nguyen', COMMUNICATIONS] as const)
      for (const actionId of ['exemplars.endorse', 'exemplars.not_endorse'])
        await forged(login, actionId, { endorsementId: endorsement.id }, head);
    const office = 'Việc này dành cho người làm truyền thông';
    for (const login of ['nga.bui', 'loan.pham', 'ha.nguyen', 'hieu.trinh'] as const)
      for (const actionId of ['exemplars.edit', 'exemplars.close', 'exemplars.press_pack'])
        await forged(login, actionId, { exemplarId: row.id }, office);
    await forged(
      'khanh.phan',
      'exemplars.view',
      { exemplarId: row.id },
      'Không có bài tuyên dương này',
    );
    await forged('nga.bui', 'exemplars.propose', { exemplarId: row.id }, 'Thủ trưởng hoặc thư ký');
    await forged(
      'loan.pham',
      'exemplars.propose',
      { exemplarId: row.id },
      'chưa xác nhận việc này',
    );
    await forged(
      'huong.dang',
      'exemplars.apply',
      { exemplarId: row.id },
      'Chỉ điển hình tiên tiến',
    );
    await forged(
      'nga.bui',
      'exemplars.congratulate',
      { exemplarId: row.id },
      'không còn được đăng',
    );
    await forged(
      'nga.bui',
      'exemplars.get_file',
      { evidenceId: randomUUID() },
      'Không có bài tuyên dương này',
    );
    await forged('nga.bui', 'exemplars.resume', { draftId: randomUUID() }, 'không còn nữa');
    for (const person of ['nga.bui', 'loan.pham', 'khanh.phan'] as const)
      expect(at(world, person).modal()).toBeNull();
  });

  test('who refuses is not named; the others may be', async () => {
    const van = at(world, 'van.doan');
    await van.clicks('Không đồng ý', { in: 'Anh/chị được đề nghị tuyên dương', ...SOON });
    await van.sees('Anh/chị không đồng ý công bố lúc', SOON);
    await agreeAll(world, { persons: ['hieu.trinh'], head: 'loan.pham' });
    const editor = at(world, COMMUNICATIONS);
    await editor.clicks('Biên tập, đăng', { in: 'Gương tốt chờ biên tập', ...SOON });
    await editor.waitsForModal('Biên tập bài');
    await editor.sees('Chưa được nêu tên: Đoàn Khánh Vân', { in: 'modal' });
    await changesNothing(world, async () => {
      await editor.fills({
        'Tiêu đề': 'Anh Hiếu và chị doan khanh van',
        'Nội dung bài': 'Hai người cùng giúp.',
        'Đăng ở kênh': ['#thi-dua'],
        'Người dân trong bài': 'Có nêu tên, đã có sự đồng ý',
      });
      expect(await editor.submits()).toBe('errors');
      expect(editor.errors()).toEqual({
        'Tiêu đề': expect.stringContaining('Bỏ tên Đoàn Khánh Vân'),
        'Sự đồng ý được ghi ở đâu': expect.stringContaining('ghi rõ ai đồng ý'),
      });
      await editor.closesModal({ all: true });
    });
    await publishes(world, { headline: HEADLINE, text: HOSTILE, channels: ['#thi-dua'] });
    const reader = at(world, 'nga.bui');
    await reader.sees('Tuyên dương: Trịnh Trung Hiếu (BHXH cơ sở Đồi Sim)', { in: '#thi-dua' });
    const posted = world.workspace.textsIn('#thi-dua').find((text) => text.includes('Tận tụy'));
    expect(posted).toContain('<!channel>');
    const { text } = postOf(world);
    expect(text).toContain('&lt;!channel&gt;');
  });

  test('a press that comes twice congratulates once; nobody congratulates themselves', async () => {
    const person = at(world, 'dat.lam');
    const card = { in: '#thi-dua' };
    world.workspace.faults.duplicateNextEnvelope(2);
    await Promise.all([person.clicks('Chúc mừng', card), person.clicks('Chúc mừng', card)]);
    await person.sees('Anh/chị đã chúc mừng. Cảm ơn');
    await expect.poll(() => timesSeen(person, 'Anh/chị đã chúc mừng rồi')).toBe(3);
    await person.sees('1 người chúc mừng', { ...card, ...SOON });
    const { id } = await exemplarRow(world, DEED);
    const once = { where: { exemplarId: id } };
    expect(await world.deps.db.exemplarCongratulation.count(once)).toBe(1);
    const congratulated = { kind: 'exemplar.congratulated' };
    expect(await world.deps.db.auditEvent.count({ where: congratulated })).toBe(1);
    const hieu = at(world, 'hieu.trinh');
    await isTurnedDown(world, hieu, 'Đây là bài tuyên dương anh/chị', () =>
      hieu.clicks('Chúc mừng', card),
    );
  });

  test('the press pack waits for consent to the press', async () => {
    const hieu = at(world, 'hieu.trinh');
    const editor = at(world, COMMUNICATIONS);
    const { id } = await exemplarRow(world, DEED);
    await hieu.clicks('Đồng ý, trong cơ quan', { in: 'Anh/chị được đề nghị tuyên dương' });
    await hieu.sees('Anh/chị đã đồng ý công bố trong cơ quan lúc', SOON);
    const pack = { actionId: 'exemplars.press_pack', value: { exemplarId: id } };
    await isTurnedDown(world, editor, 'Chưa đồng ý lên báo chí: Trịnh Trung Hiếu', () =>
      pressesForged(world, editor, pack),
    );
  });

  test('a preview publishes nothing that changed, and nobody who took consent back', async () => {
    const persons = ['thao.dinh', 'nam.hoang'] as const;
    const deed = 'Sửa máy cho cả cơ sở trong đêm';
    const row = await praises(world, 'nga.bui', { deed, persons });
    const director = at(world, 'hung.le');
    // The head is praised too, so the level above endorses.
    await agreeAll(world, { persons, head: 'hung.le' });
    const post = {
      headline: 'Đêm sửa máy',
      text: 'Anh Hoàng Nhật Nam ở lại.',
      channels: ['#chung'],
    };
    const editor = await edits(world, post);
    const nam = at(world, 'nam.hoang');
    const card = keepsCard(world, nam, 'Anh/chị được đề nghị tuyên dương');
    await nam.clicks('Rút đồng ý', { in: 'Anh/chị được đề nghị tuyên dương' });
    await nam.sees('Anh/chị không đồng ý công bố', SOON);
    expect(await editor.submits()).toBe('updated');
    await editor.sees('Bỏ tên Hoàng Nhật Nam', { in: 'modal' });
    await editor.closesModal({ all: true });
    expect(await world.deps.db.exemplar.findUnique({ where: { id: row.id } })).toMatchObject({
      state: 'waiting',
    });
    // An old card of theirs can still say yes, and then no again.
    await card.presses('Đồng ý, trong cơ quan');
    await nam.sees('Anh/chị đã đồng ý công bố trong cơ quan lúc', SOON);
    await publishes(world, post);
    await nam.clicks('Rút đồng ý', { in: 'Anh/chị được đề nghị tuyên dương' });
    await editor.sees(`Bài tuyên dương ${row.number} tạm gỡ để sửa lại`, SOON);
    await director.sees(`Bài tuyên dương ${row.number} đã được gỡ`, { in: '#chung', ...SOON });
    await publishes(world, { ...post, text: 'Giám đốc cơ sở ở lại.' });
    await director.sees('Giám đốc cơ sở ở lại.', { in: '#chung', ...SOON });
    expect(
      world.workspace.textsIn('#chung').filter((text) => text.includes('Đêm sửa máy')),
    ).toHaveLength(1);
    director.seesNot('Hoàng Nhật Nam', { in: '#chung' });
  });

  test('what the head does not endorse goes no further; why is told, and not to others', async () => {
    const deed = 'Làm thay việc của người khác';
    await praises(world, 'giang.bui', { deed, persons: ['dat.lam'], ago: 3 });
    const head = at(world, 'phuc.dang');
    await head.clicks('Không xác nhận', { in: 'Xác nhận gương tốt của đơn vị', ...SOON });
    await head.waitsForModal('Không xác nhận');
    await changesNothing(world, async () => {
      await head.fills({ 'Lý do không xác nhận': ' ' });
      expect(await head.submits()).toBe('errors');
    });
    await head.fills({ 'Lý do không xác nhận': 'Việc này chưa đúng quy trình' });
    world.workspace.faults.duplicateNextEnvelope();
    expect(await head.submits()).toBe('closed');
    const reporter = at(world, 'giang.bui');
    await reporter.sees('Việc này chưa đúng quy trình', SOON);
    await at(world, 'dat.lam').sees('Bài tuyên dương này hiện không đăng', SOON);
    const other = at(world, 'chi.luong');
    expect(other.everything()).not.toContain('Việc này chưa đúng quy trình');
    const { number } = await exemplarRow(world, deed);
    await isTurnedDown(world, other, 'Không có bài tuyên dương này', () =>
      other.types(`/tuyenduong ${number}`),
    );
  });

  test('a channel that does not take the post is told of, and another one takes it', async () => {
    const deed = 'Giữ lại túi tiền cho người dân';
    const { number } = await praises(world, 'nga.bui', { deed, persons: ['tuan.vu'], ago: 2 });
    await agreeAll(world, { persons: ['tuan.vu'], head: 'binh.nguyen' });
    const post = { headline: 'Túi tiền bỏ quên', text: 'Trả lại đủ.' };
    const editor = await edits(world, { ...post, channels: ['#phong-truyen-thong'] });
    await editor.submits();
    await editor.closesModal({ all: true });
    await expect.poll(() => deadPosts(world)).toBe(1);
    await world.advance(60_000);
    await editor.sees(`Bài tuyên dương ${number} chưa đăng được`, SOON);
    await editor.clicks('Sửa bài', { in: `${number} chưa đăng được` });
    await editor.waitsForModal('Biên tập bài');
    await editor.fills({ 'Đăng ở kênh': ['#thi-dua'] });
    expect(await editor.submits()).toBe('updated');
    await editor.submits();
    await editor.closesModal({ all: true });
    await at(world, 'nga.bui').sees('Túi tiền bỏ quên', { in: '#thi-dua', ...SOON });
  });

  test('communications put a report aside and take a post down, with the reason', async () => {
    const editor = at(world, COMMUNICATIONS);
    const { id, number } = await exemplarRow(world, DEED);
    await editor.types(`/tuyenduong ${number}`);
    await editor.waitsForModal('Gương tốt');
    await editor.clicks('Gỡ bài', { in: 'modal' });
    await editor.waitsForModal('Gỡ bài');
    await editor.fills({ 'Lý do': 'Ảnh minh họa chưa đúng' });
    expect(await editor.submits()).toBe('updated');
    await editor.closesModal({ all: true });
    const reporter = at(world, 'nga.bui');
    await reporter.sees('Ảnh minh họa chưa đúng', SOON);
    await reporter.sees(`Bài tuyên dương ${number} đã được gỡ`, { in: '#thi-dua', ...SOON });
    const press = { actionId: 'exemplars.edit', value: { exemplarId: id } };
    await isTurnedDown(world, editor, 'đã khép lại nên không sửa', () =>
      pressesForged(world, editor, press),
    );
  });

  test('five reports a day and no more; the next day goes on with what was kept', async () => {
    for (let count = 1; count <= 5; count += 1) {
      const deed = `Việc tốt thứ ${count}`;
      await praises(world, 'linh.cao', { deed, persons: ['bao.huynh'], ago: 10 + count });
    }
    const person = at(world, 'linh.cao');
    await person.types('/tuyenduong');
    await person.waitsForModal('Tuyên dương (1/3)');
    await tells(world, person, { deed: 'Việc tốt thứ 6', persons: ['bao.huynh'], ago: 20 });
    await changesNothing(world, async () => {
      expect(await person.submits()).toBe('errors');
      expect(Object.values(person.errors()).join()).toContain('nhiều nhất trong một ngày');
      await person.closesModal({ all: true });
    });
    await goTo(world, addDays(todayOf(world), 1), '08:30');
    await person.types('/tuyenduong');
    await person.clicks('Viết tiếp', { in: 'Việc tốt thứ 6' });
    await person.waitsForModal('Tuyên dương (1/3)');
    await tells(world, person, { deed: 'Việc tốt thứ 6', ago: 20 });
    expect(await person.submits()).toBe('updated');
    await person.closesModal({ all: true });
    expect(await exemplarRow(world, 'Việc tốt thứ 6')).toMatchObject({ state: 'waiting' });
  });
});

/** The post in the channel, as it was given to Slack. */
function postOf(world: World): { text: string } {
  const channel = world.workspace.conversation('#thi-dua').id;
  const posted = world.workspace.messagesIn(channel);
  const message = posted.find(({ text }) => text.includes('Tận tụy'));
  if (!message) throw new Error('the post is not in its channel');
  return message;
}

function deadPosts(world: World): Promise<number> {
  return world.deps.db.outgoingMessage.count({
    where: { purpose: 'exemplars.post', state: 'dead' },
  });
}
