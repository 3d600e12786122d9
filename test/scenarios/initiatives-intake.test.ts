import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../src/sandbox/driver.ts';
import { type Login, personId, STAFF, staffOf } from '../../src/sandbox/sample/people.ts';
import { EXE, officeFile, PDF, PNG } from '../initiatives/evidence-support.ts';
import type { World } from '../support/world.ts';
import {
  COUNCIL_ONLY,
  describes,
  handsIn,
  initiativeRow,
  tellsBenefits,
} from './support/initiatives.ts';
import { pressesForged } from './support/old-card.ts';
import { at, openStage, speak, stranger, TRANSPORTS, tooLate } from './support/places.ts';
import { changesNothing, hears, isTurnedDown, SOON } from './support/watching.ts';

const SHORTCUT = 'Ghi thành sáng kiến';
const FILES = 'Tệp minh chứng';

/** The files that the app has put into somebody's direct messages, by name. */
function filesSentTo(world: World, login: Login): string[] {
  const channel = at(world, login).conversation().id;
  const { botUserId } = world.workspace.core.identity;
  return [...world.workspace.core.state.files.values()]
    .filter((file) => file.channels.includes(channel) && file.userId === botUserId)
    .map(({ name }) => name);
}

function evidenceOf(world: World, initiativeId: string) {
  return world.deps.db.initiativeEvidence.findMany({
    where: { initiativeId },
    include: { content: true },
    orderBy: { addedAt: 'asc' },
  });
}

describe.each(TRANSPORTS)(
  'an idea in a message becomes a joint initiative, over %s',
  (transport) => {
    const IDEA = 'Đặt mã QR ở quầy: dân quét là thấy hồ sơ tới đâu & <b>không</b> phải hỏi';
    const title = 'Mã QR tra cứu tại quầy';
    let world: World;
    let lan: Actor;
    beforeAll(async () => {
      world = await openStage(transport);
      lan = at(world, 'lan.tran');
      const thanh = at(world, 'thanh.mai');
      await thanh.types(`${IDEA} <@${lan.id}> xem https://bhxh.example/qr`, { in: '#thi-dua' });
    });
    afterAll(() => world.close());

    test('the shortcut keeps it once, however often it comes, with its writer as the author', async () => {
      world.workspace.faults.duplicateNextEnvelope();
      await lan.usesMessageShortcut(SHORTCUT, 'Đặt mã QR');
      await lan.waitsForModal('Nộp sáng kiến (1/3)');
      await lan.sees('Đặt mã QR ở quầy: dân quét là thấy hồ sơ tới đâu & <b>không</b> phải hỏi', {
        in: 'modal',
      });
      await lan.sees('@Trần Thị Lan xem', { in: 'modal' });
      const drafts = await world.deps.db.initiativeDraft.findMany();
      expect(drafts).toHaveLength(1);
      expect(drafts[0]).toMatchObject({
        personId: personId('lan.tran'),
        content: { authors: { personIds: [personId('thanh.mai')] } },
      });
      await lan.closesModal();
      // Chosen again it is the same draft.
      await changesNothing(world, () => lan.usesMessageShortcut(SHORTCUT, 'Đặt mã QR'));
      await lan.waitsForModal('Nộp sáng kiến (1/3)');
      await lan.closesModal();
    });

    test('beside another draft it asks which to go on with; nothing is lost', async () => {
      await lan.types('Có thể gọi trước cho dân', { in: '#thi-dua' });
      await lan.usesMessageShortcut(SHORTCUT, 'Có thể gọi trước');
      await lan.waitsForModal('Ghi thành sáng kiến');
      await lan.sees('Từ tin nhắn này\nCó thể gọi trước cho dân', { in: 'modal' });
      await lan.sees('Đặt mã QR ở quầy', { in: 'modal' });
      expect(await world.deps.db.initiativeDraft.count()).toBe(2);
      await lan.closesModal({ all: true });
      await lan.types('/sangkien của tôi');
      await lan.sees('và 1 bản khác');
      const newest = await world.deps.db.initiativeDraft.findFirstOrThrow({
        orderBy: { updatedAt: 'desc' },
      });
      await lan.types('/sangkien');
      await lan.clicks('Xóa', { confirm: true });
      await lan.sees('Đã xóa bản nháp');
      expect(await world.deps.db.initiativeDraft.count({ where: { id: newest.id } })).toBe(0);
    });

    test('a stranger is refused, and who came too late is told so', async () => {
      const outsider = stranger(world);
      await isTurnedDown(world, outsider, 'chưa được ghép với danh sách cán bộ', () =>
        outsider.usesMessageShortcut(SHORTCUT, 'Đặt mã QR'),
      );
      const nga = at(world, 'nga.bui');
      await hears(nga, 'Biểu mẫu mở quá chậm', () =>
        tooLate(world, () => nga.usesMessageShortcut(SHORTCUT, 'Đặt mã QR')),
      );
      expect(nga.modal()).toBeNull();
    });

    test('three authors of three units hand it in; the two others are asked for their shares', async () => {
      await lan.types('/sangkien');
      await lan.clicks('Viết tiếp');
      await lan.waitsForModal('Nộp sáng kiến (1/3)');
      const request = { title, coAuthors: ['thanh.mai', 'tuan.vu'], shares: [40, 40, 20] } as const;
      await describes(world, lan, request);
      expect(await lan.submits()).toBe('updated');
      await lan.waitsForModal('Nộp sáng kiến (2/3)');
      // The message is there as the essence.
      expect(JSON.stringify(lan.modal()?.view.blocks)).toContain('Đặt mã QR ở quầy');
      await tellsBenefits(lan, 'lan.tran', request);
      await lan.fills({
        'Thông tin thêm về tác giả': 'Trần Thị Lan; 01/02/1985; Cử nhân\nMai Chí Thành',
      });
      expect(await lan.submits()).toBe('errors');
      expect(lan.errors()).toEqual({
        'Thông tin thêm về tác giả': expect.stringContaining('Dòng 2: ghi theo mẫu'),
      });
      await lan.fills({ 'Thông tin thêm về tác giả': 'Trần Thị Lan; 01/02/1985; Cử nhân' });
      expect(await lan.submits()).toBe('updated');
      await lan.waitsForModal('Đã nộp sáng kiến');
      await lan.closesModal({ all: true });
      const row = await initiativeRow(world, title);
      const units = new Set(
        (['lan.tran', 'thanh.mai', 'tuan.vu'] as const).map((login) => staffOf(login).unit),
      );
      expect(units.size).toBe(3);
      expect(row.authors.map(({ share }) => share)).toEqual([40, 40, 20]);
      expect(row.authorDetails).toBe('Trần Thị Lan; 01/02/1985; Cử nhân');

      for (const [login, share] of [
        ['thanh.mai', 40],
        ['tuan.vu', 20],
      ] as const) {
        const author = at(world, login);
        await author.sees('Xác nhận tỷ lệ đóng góp', SOON);
        await author.sees(`ghi anh/chị là đồng tác giả với tỷ lệ ${share}%`);
        await author.sees('Trần Thị Lan: 40% · đã xác nhận');
      }
      const secretary = at(world, 'ha.nguyen');
      await secretary.sees('Chờ đồng tác giả xác nhận: Mai Chí Thành, Vũ Minh Tuấn', SOON);
    });

    test('one confirms, pressed twice; one does not agree, and why is told', async () => {
      const thanh = at(world, 'thanh.mai');
      world.workspace.faults.duplicateNextEnvelope();
      await thanh.clicks('Xác nhận tỷ lệ', { in: 'Xác nhận tỷ lệ đóng góp' });
      await thanh.sees('Anh/chị đã xác nhận lúc', SOON);
      const row = await initiativeRow(world, title);
      const confirmed = { subjectId: row.id, kind: 'initiative.share_confirmed' };
      expect(await world.deps.db.auditEvent.count({ where: confirmed })).toBe(1);

      const tuan = at(world, 'tuan.vu');
      await tuan.clicks('Không đồng ý', { in: 'Xác nhận tỷ lệ đóng góp' });
      await tuan.waitsForModal('Không đồng ý tỷ lệ');
      await tuan.fills({ 'Lý do': 'Tôi viết phần mềm <!channel>' });
      expect(await tuan.submits()).toBe('closed');
      await tuan.sees('Anh/chị không đồng ý lúc', SOON);
      for (const login of ['lan.tran', 'ha.nguyen'] as const) {
        const reader = at(world, login);
        await reader.sees('Vũ Minh Tuấn không đồng ý với tỷ lệ 20%', SOON);
        await reader.sees('Tôi viết phần mềm <!channel>');
      }
      const secretary = at(world, 'ha.nguyen');
      await secretary.types(`/sangkien ${row.number}`);
      await secretary.waitsForModal('Hồ sơ sáng kiến');
      await secretary.sees('Mai Chí Thành (Phòng Chế độ BHXH): 40% · đã xác nhận', { in: 'modal' });
      await secretary.sees('Vũ Minh Tuấn không đồng ý với tỷ lệ', { in: 'modal' });
      await secretary.closesModal();
    });

    test('nobody else answers for them, and the message now leads to the initiative', async () => {
      const row = await initiativeRow(world, title);
      const request = await world.deps.db.shareRequest.findFirstOrThrow({
        where: { initiativeId: row.id, personId: personId('tuan.vu') },
      });
      const value = { requestId: request.id, share: 20 };
      for (const login of ['lan.tran', 'ha.nguyen'] as const)
        for (const actionId of ['initiatives.confirm_share', 'initiatives.decline_share'])
          await isTurnedDown(world, at(world, login), 'không có tỷ lệ nào ở đây', () =>
            pressesForged(world, at(world, login), { actionId, value }),
          );
      await changesNothing(world, () => lan.usesMessageShortcut(SHORTCUT, 'Đặt mã QR'));
      await lan.waitsForModal('Hồ sơ sáng kiến');
      await lan.sees(row.number, { in: 'modal' });
      await lan.closesModal();
    });
  },
);

describe('evidence', () => {
  let world: World;
  let bao: Actor;
  const title = 'Cảnh báo chi phí bất thường';
  const SECRET = 'nguong-canh-bao-17';
  beforeAll(async () => {
    world = await openStage();
    bao = at(world, 'bao.huynh');
  });
  afterAll(() => world.close());

  const opensFile = async (person: Actor, number: string) => {
    await person.types(`/sangkien ${number}`);
    await person.waitsForModal('Hồ sơ sáng kiến');
  };

  test('of a wrong kind or too large is refused at its field; the rest of the form stays', async () => {
    const request = { title, coAuthors: ['anh.trinh'], shares: [50, 50] } as const;
    await bao.types('/sangkien');
    await describes(world, bao, request);
    expect(await bao.submits()).toBe('updated');
    await tellsBenefits(bao, 'bao.huynh', { ...request, confidential: 'Ngưỡng riêng' });
    const sends = async (files: { name: string; content: Buffer }[]) => {
      await bao.fills({ [FILES]: files });
      expect(await bao.submits()).toBe('errors');
      return bao.errors()[FILES];
    };
    expect(await sends([{ name: 'cài đặt.exe', content: EXE }])).toBe(
      'cài đặt.exe: chỉ nhận tệp pdf, docx, xlsx, pptx, jpg, png, heic.',
    );
    const large = { name: 'quét.pdf', content: Buffer.alloc(10 * 1024 * 1024 + 1, '%PDF-') };
    expect(await sends([{ name: 'tốt.pdf', content: PDF }, large])).toContain(
      'quét.pdf: tệp lớn hơn 10 MB',
    );
    expect(await world.deps.db.initiative.count({ where: { title } })).toBe(0);
    await bao.fills({
      [FILES]: [
        { name: 'Số liệu.PDF', content: PDF },
        { name: 'giả.docx', content: EXE },
        { name: 'bảng.xlsx', content: await officeFile('xlsx') },
      ],
    });
    expect(await bao.submits()).toBe('updated');
    await bao.waitsForModal('Đã nộp sáng kiến');
    await bao.closesModal({ all: true });
    expect((await initiativeRow(world, title)).confidential).toBe('Ngưỡng riêng');
  });

  test('is looked at by its content and kept with its hash; a renamed program is not', async () => {
    await bao.sees('giả.docx', SOON);
    await bao.sees('nội dung tệp không đúng với loại ghi ở tên tệp');
    const { id, number } = await initiativeRow(world, title);
    const kept = await evidenceOf(world, id);
    expect(kept.map(({ name, type }) => [name, type])).toEqual([
      ['Số liệu.pdf', 'pdf'],
      ['bảng.xlsx', 'xlsx'],
    ]);
    expect(kept[0]).toMatchObject({
      size: PDF.length,
      sha256: createHash('sha256').update(PDF).digest('hex'),
      councilOnly: false,
      addedById: personId('bao.huynh'),
    });
    expect(Buffer.from(kept[0]!.content!.bytes).equals(PDF)).toBe(true);
    await at(world, 'ha.nguyen').sees('2 tệp minh chứng', SOON);
    await opensFile(bao, number);
    await bao.sees('Số liệu.pdf · 1 kB', { in: 'modal' });
  });

  test('is added later by an author, for the council only; the same file is kept once', async () => {
    const { id } = await initiativeRow(world, title);
    const adds = async (content: Buffer, name: string) => {
      await bao.clicks('Bổ sung minh chứng', { in: 'modal' });
      await bao.waitsForModal('Bổ sung minh chứng');
      await bao.fills({ [FILES]: [{ name, content }], 'Ai xem được các tệp này': [COUNCIL_ONLY] });
      world.workspace.faults.duplicateNextEnvelope();
      expect(await bao.submits()).toBe('updated');
      await bao.sees('Các tệp đang được kiểm tra', { in: 'modal' });
      await bao.closesModal();
    };
    await adds(PNG, `${SECRET}.png`);
    await bao.sees('Tệp thứ 1', SOON);
    await hears(bao, 'đã có từ trước, giữ một bản', () => adds(PNG, 'lần hai.png'));
    const kept = await evidenceOf(world, id);
    expect(kept.filter(({ councilOnly }) => councilOnly).map(({ name }) => name)).toEqual([
      `${SECRET}.png`,
    ]);
    await bao.closesModal();
  });

  test('comes as a file to those who may read it', async () => {
    const { number } = await initiativeRow(world, title);
    const gets = async (login: Login, line: string) => {
      const person = at(world, login);
      await opensFile(person, number);
      const index = person
        .modalText()
        .split('Nhận tệp')
        .findIndex((part) => part.includes(line));
      expect(index).toBeGreaterThanOrEqual(0);
      await person.closesModal();
    };
    await gets('anh.trinh', 'Số liệu.pdf');
    await gets('tam.do', `${SECRET}.png`);
    const anh = at(world, 'anh.trinh');
    await opensFile(anh, number);
    await anh.clicks('Nhận tệp', { in: 'modal' });
    await anh.sees('Tệp đang được gửi', { in: 'modal' });
    await anh.closesModal({ all: true });
    await anh.sees('Mã kiểm tra SHA-256', { within: 60_000 });
    expect(filesSentTo(world, 'anh.trinh')).toHaveLength(1);
  });

  test('of the council stands before nobody else: no name, no file, in no message, job or audit row', async () => {
    const { id, number } = await initiativeRow(world, title);
    const all = await evidenceOf(world, id);
    const secret = all.find(({ councilOnly }) => councilOnly)!;
    const open = all.find(({ councilOnly }) => !councilOnly)!;
    const press = (login: Login, evidenceId: string) =>
      pressesForged(world, at(world, login), {
        actionId: 'initiatives.get_evidence',
        value: { evidenceId },
      });
    // Its own sender and co-author cannot have it back, no more than the confidential part.
    for (const login of ['bao.huynh', 'anh.trinh'] as const) {
      const author = at(world, login);
      await opensFile(author, number);
      // Whoever gave it sees that it is there, and nothing of what is in it.
      if (login === 'bao.huynh') await author.sees(SECRET, { in: 'modal' });
      else {
        await author.sees('1 tệp chỉ hội đồng sáng kiến và thư ký xem được', { in: 'modal' });
        author.seesNot(SECRET);
      }
      await author.closesModal();
      await isTurnedDown(world, author, 'không có tệp minh chứng này để xem', () =>
        press(login, secret.id),
      );
    }
    for (const login of ['nga.bui', 'hung.le'] as const)
      for (const evidenceId of [secret.id, open.id, crypto.randomUUID()])
        await isTurnedDown(world, at(world, login), 'không có tệp minh chứng này để xem', () =>
          press(login, evidenceId),
        );
    for (const { login } of STAFF) at(world, login).seesNot(SECRET);
    const { pool } = world.database;
    for (const table of ['outgoing_message', 'audit_event', 'graphile_worker._private_jobs']) {
      const { rows } = await pool.query<{ row: string }>(
        `select row_to_json(stored)::text as row from ${table} stored`,
      );
      expect(
        rows.filter(({ row }) => row.includes(SECRET)),
        table,
      ).toEqual([]);
    }
    // A member of the council has it.
    await press('tam.do', secret.id);
    await expect.poll(() => filesSentTo(world, 'tam.do')).toEqual([`${SECRET}.png`]);
  });

  test('is asked for again when it is sent: a right that ended in between ends it', async () => {
    const { id } = await initiativeRow(world, title);
    const secret = (await evidenceOf(world, id)).find(({ councilOnly }) => councilOnly)!;
    const { db } = world.deps;
    const payload = {
      purpose: 'initiatives.evidence',
      personId: personId('nga.bui'),
      params: { evidenceId: secret.id },
    };
    await db.$executeRaw`
      select graphile_worker.add_job('send_file', ${JSON.stringify(payload)}::json, max_attempts := 1)`;
    await at(world, 'nga.bui').sees('Tệp anh/chị yêu cầu chưa gửi được', { within: 60_000 });
    expect(filesSentTo(world, 'nga.bui')).toEqual([]);
  });

  test('is taken from authors only, and not once the vote is open', async () => {
    const { id, number } = await initiativeRow(world, title);
    const secretary = at(world, 'ha.nguyen');
    await opensFile(secretary, number);
    secretary.seesNot('Bổ sung minh chứng', { in: 'modal' });
    await secretary.closesModal();
    const value = { initiativeId: id };
    await isTurnedDown(world, at(world, 'nga.bui'), 'không có sáng kiến nào mang số này', () =>
      pressesForged(world, at(world, 'nga.bui'), { actionId: 'initiatives.add_evidence', value }),
    );
    await opensFile(bao, number);
    await bao.clicks('Bổ sung minh chứng', { in: 'modal' });
    await bao.waitsForModal('Bổ sung minh chứng');
    await world.deps.db.initiative.update({ where: { id }, data: { state: 'voting' } });
    await bao.fills({ [FILES]: [{ name: 'muộn.pdf', content: Buffer.from('%PDF-1.4 muộn') }] });
    await changesNothing(world, async () => expect(await bao.submits()).toBe('errors'));
    expect(bao.errors()[FILES]).toContain('không nhận thêm minh chứng');
    await bao.closesModal({ all: true });
  });

  test('in English: the request to confirm, the refusal and the evidence', async () => {
    await speak(world, 'en', ['chau.do', 'mai.thai']);
    await handsIn(world, 'viet.kieu', {
      title: 'Bản tin song ngữ',
      coAuthors: ['chau.do', 'mai.thai'],
      shares: [50, 30, 20],
      evidence: [{ name: 'a.pdf', content: PDF }],
    });
    const chau = at(world, 'chau.do');
    await chau.sees('names you as an author with a share of 30%', SOON);
    await chau.clicks('Confirm', { in: 'Confirm your share' });
    await chau.sees('You confirmed at', SOON);
    const mai = at(world, 'mai.thai');
    await mai.sees('Confirm your share', SOON);
    await mai.clicks('Do not agree', { in: 'Confirm your share' });
    await mai.fills({ Reason: 'I wrote half of it' });
    expect(await mai.submits()).toBe('closed');
    await at(world, 'viet.kieu').sees('I wrote half of it', SOON);
    await chau.types('A good idea in English', { in: '#thi-dua' });
    await chau.usesMessageShortcut(SHORTCUT, 'A good idea');
    await chau.waitsForModal('Initiative (1 of 3)');
    await chau.sees('The message became the essence', { in: 'modal' });
  });
});
