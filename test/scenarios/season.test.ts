import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, dateColumn, formatDay } from '../../src/kernel/time.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import type { World } from '../support/world.ts';
import { at, goTo, openStage, todayOf } from './support/places.ts';
import { CSTDCS, LDTT, TITLES_FIELD } from './support/titles.ts';
import { SOON } from './support/watching.ts';

const TEAM = 'Tổ Một cửa Đông Sơn';

/** A registration season from the window to the accepted lists, in a province with three levels. */
describe('a registration season', () => {
  let world: World;
  let year: number;
  let opens: string;
  let closes: string;

  beforeAll(async () => {
    world = await openStage();
    const on = todayOf(world);
    year = Number(on.slice(0, 4)) + 2;
    opens = addDays(on, 1);
    closes = addDays(on, 21);
    await openTeam(world);
  });
  afterAll(() => world.close());

  async function registers(login: Login, title: string) {
    const person = at(world, login);
    await person.types(`/dangky ${year}`);
    await person.waitsForModal('Đăng ký danh hiệu');
    await person.fills({ [TITLES_FIELD]: [title] });
    expect(await person.submits()).toBe('updated');
    await person.closesModal();
    return person;
  }

  async function stateOf(login: Login) {
    const key = { personId_year: { personId: personId(login), year } };
    return (await world.deps.db.titleRegistration.findUnique({ where: key }))?.state;
  }

  async function opensList(login: Login, unit: string) {
    const head = at(world, login);
    await head.types(`/dangky danh sách ${year}`);
    await head.waitsForModal('Danh sách đăng ký');
    await head.sees(unit, { in: 'modal' });
    return head;
  }

  test('the secretary sets the window; its first morning announces it', async () => {
    const ha = at(world, 'ha.nguyen');
    await ha.types(`/dangky đợt ${year}`);
    await ha.waitsForModal('Đợt đăng ký danh hiệu');
    await ha.fills({
      'Mở từ ngày': opens,
      'Đóng sau ngày': addDays(opens, -1),
      'Thông báo trong kênh': ['#thi-dua'],
    });
    expect(await ha.submits()).toBe('errors');
    expect(Object.values(ha.errors())).toEqual(['Ngày đóng phải bằng hoặc sau ngày mở.']);
    await ha.fills({ 'Đóng sau ngày': closes });
    expect(await ha.submits()).toBe('updated');
    await ha.sees(`đến hết ngày ${formatDay(closes)}`, { in: 'modal' });
    await ha.closesModal();

    const van = at(world, 'van.doan');
    await van.types(`/dangky ${year}`);
    await van.sees(`Chưa đến đợt đăng ký danh hiệu năm ${year}`);

    await goTo(world, opens, '08:00');
    await van.sees(`Đăng ký danh hiệu thi đua năm ${year}`, { in: '#thi-dua', ...SOON });
    await van.clicks('Đăng ký', { in: '#thi-dua' });
    await van.waitsForModal('Đăng ký danh hiệu');
    await van.closesModal();
  });

  test('a person who may not is told so when they would set a window or read a list', async () => {
    const dat = at(world, 'dat.lam');
    await dat.types(`/dangky đợt ${year}`);
    await dat.sees('Chỉ thư ký thi đua của đơn vị hoặc của cấp trên đặt đợt đăng ký');
    await dat.types(`/dangky danh sách ${year}`);
    await dat.sees('Danh sách của đơn vị chỉ dành cho thủ trưởng');
    await dat.types('/dangky bổ sung');
    await dat.sees('Chỉ thủ trưởng có thẩm quyền xác nhận');
  });

  test('people register; one withdraws and registers anew, with the history to see', async () => {
    const van = await registers('van.doan', CSTDCS);
    await registers('hieu.trinh', LDTT);
    await registers('loan.pham', LDTT);
    await van.types(`/dangky ${year}`);
    await van.waitsForModal('Đăng ký danh hiệu');
    await van.clicks('Rút đăng ký', { in: 'modal', confirm: true });
    await van.waitsForModal('Đã rút đăng ký');
    await van.closesModal();
    expect(van.modal()).toBeNull();
    expect(await stateOf('van.doan')).toBe('withdrawn');
    await registers('van.doan', CSTDCS);
    await van.types(`/dangky ${year}`);
    await van.waitsForModal('Đăng ký danh hiệu');
    await van.clicks('Lịch sử', { in: 'modal' });
    await van.waitsForModal('Lịch sử đăng ký');
    await van.sees('Rút · Đoàn Khánh Vân', { in: 'modal' });
    await van.closesModal({ all: true });
    expect(await stateOf('van.doan')).toBe('submitted');
  });

  test('the team’s leader confirms the whole list in one modal and sends it up', async () => {
    const hieu = await opensList('hieu.trinh', TEAM);
    await hieu.sees('2/2 người đã đăng ký', { in: 'modal' });
    await hieu.sees(`Đoàn Khánh Vân: ${CSTDCS}`, { in: 'modal' });
    hieu.seesNot('Trịnh Trung Hiếu:', { in: 'modal' });
    expect(await hieu.submits()).toBe('updated');
    await hieu.sees('Đã xác nhận 1 bản đăng ký', { in: 'modal' });
    await hieu.closesModal();
    expect(await stateOf('van.doan')).toBe('confirmed');

    // The leader's own is for the head above to confirm.
    await opensList('hieu.trinh', TEAM);
    await hieu.clicks('Gửi cấp trên', { in: 'modal', confirm: true });
    await hieu.sees('Còn 1 bản đăng ký chờ xác nhận', { in: 'modal' });
    await hieu.closesModal({ all: true });
    const loan = await opensList('loan.pham', 'BHXH cơ sở');
    await loan.sees(`${TEAM}: chưa gửi`, { in: 'modal' });
    expect(await loan.submits()).toBe('updated');
    await loan.closesModal();
    expect(await stateOf('hieu.trinh')).toBe('confirmed');
    await opensList('hieu.trinh', TEAM);
    await hieu.clicks('Gửi cấp trên', { in: 'modal', confirm: true });
    await hieu.sees('Đã gửi danh sách', { in: 'modal' });
    await hieu.closesModal();
    expect(hieu.modal()).toBeNull();
  });

  test('the level above returns the list with a reason; amended and sent again it is accepted', async () => {
    const ha = at(world, 'ha.nguyen');
    await ha.sees(`${TEAM} · năm ${year}`, SOON);
    await ha.clicks('Trả lại', { in: TEAM });
    await ha.waitsForModal('Trả lại danh sách');
    expect(await ha.submits()).toBe('errors');
    await ha.fills({ 'Lý do trả lại': 'Mỗi tổ một CSTĐCS là đủ, <!here> xin xem lại' });
    expect(await ha.submits()).toBe('closed');
    const hieu = at(world, 'hieu.trinh');
    await hieu.sees('Mỗi tổ một CSTĐCS là đủ, <!here> xin xem lại', SOON);

    const van = await registers('van.doan', LDTT);
    await van.types(`/dangky ${year}`);
    await van.waitsForModal('Đăng ký danh hiệu');
    await van.fills({ [TITLES_FIELD]: [LDTT] });
    await van.submits();
    await van.closesModal();
    await opensList('hieu.trinh', TEAM);
    await hieu.submits();
    await hieu.closesModal();
    await opensList('hieu.trinh', TEAM);
    await hieu.clicks('Gửi cấp trên', { in: 'modal', confirm: true });
    await hieu.sees('Đã gửi danh sách', { in: 'modal' });
    await hieu.closesModal();
    await ha.sees('Đã được thay bằng danh sách gửi sau', SOON);
    await ha.clicks('Chấp nhận', { in: TEAM });
    await ha.sees('Nguyễn Thu Hà đã chấp nhận danh sách', SOON);
    await hieu.sees('Nguyễn Thu Hà đã chấp nhận danh sách đăng ký', SOON);
    const list = await world.deps.db.registrationList.findFirstOrThrow({ where: { year } });
    expect(list).toMatchObject({ state: 'accepted', revision: 2 });
  });

  test('a head’s Home counts who has registered and opens the list', async () => {
    const khanh = at(world, 'khanh.phan');
    await khanh.opensHome();
    expect(khanh.home()).toMatch(/Phòng Quản lý thu – Sổ, thẻ, năm \d{4}: \d\/5 người đã đăng ký/);
    await khanh.clicks('Xem danh sách', { in: 'home' });
    await khanh.waitsForModal('Danh sách đăng ký');
    await khanh.closesModal();
    const lan = at(world, 'lan.tran');
    await lan.opensHome();
    expect(lan.home()).not.toContain('người đã đăng ký');
  });

  test('the list comes as a workbook and as a document', async () => {
    const loan = await opensList('loan.pham', 'BHXH cơ sở');
    await loan.clicks('Tải .xlsx', { in: 'modal' });
    await loan.sees('Tệp được gửi vào tin nhắn', { in: 'modal' });
    await loan.closesModal();
    await loan.clicks('Tải .docx', { in: 'modal' });
    await loan.closesModal({ all: true });
    const mine = () => [...world.workspace.core.state.files.values()];
    await loan.sees('.xlsx', { within: 60_000 });
    await loan.sees('.docx', { within: 60_000 });
    const workbook = new ExcelJS.Workbook();
    const content = mine().find(({ name }) => name.endsWith('.xlsx'))?.contentBase64 ?? '';
    await workbook.xlsx.load(new Uint8Array(Buffer.from(content, 'base64')).buffer);
    const rows = workbook.getWorksheet('Cá nhân')?.getSheetValues() ?? [];
    const lines = rows.map((row) => (Array.isArray(row) ? row.slice(1).join(' | ') : ''));
    expect(lines).toContain(
      `3 | Đoàn Khánh Vân | Chuyên viên quản lý thu | ${TEAM} | Lao động tiên tiến | Đã xác nhận | `,
    );
    expect(lines.join('\n')).not.toContain('Lâm Thành Đạt');
    const zip = await JSZip.loadAsync(
      mine().find(({ name }) => name.endsWith('.docx'))?.contentBase64 ?? '',
      { base64: true },
    );
    const document = (await zip.file('word/document.xml')?.async('string')) ?? '';
    for (const text of ['Đoàn Khánh Vân', 'THỦ TRƯỞNG ĐƠN VỊ', 'Phạm Kim Loan', 'Nguyễn Thu Hà']) {
      expect(document).toContain(text);
    }
  });

  test('heads are reminded once, of their own people; nobody else is', async () => {
    await goTo(world, addDays(closes, -5), '08:00');
    const khanh = at(world, 'khanh.phan');
    await khanh.sees(`người thuộc phạm vi của anh/chị chưa đăng ký danh hiệu năm ${year}`, SOON);
    await khanh.sees('Trần Thị Lan');
    khanh.seesNot('Lâm Thành Đạt');
    for (const login of ['hieu.trinh', 'lan.tran'] as const) {
      at(world, login).seesNot('chưa đăng ký danh hiệu năm');
    }
    await khanh.clicks('Xem danh sách');
    await khanh.waitsForModal('Danh sách đăng ký');
    await khanh.sees('0/5 người đã đăng ký', { in: 'modal' });
    await khanh.closesModal();
  });

  test('who looks after several units is asked of which the reminder’s button opens the list', async () => {
    await world.deps.db.roleGrant.create({
      data: {
        personId: personId('khanh.phan'),
        unitId: unitId('SH-CT'),
        role: 'inspector',
        fromDate: dateColumn('2025-08-01'),
      },
    });
    const question = 'Anh/chị xem danh sách của đơn vị nào?';
    const khanh = at(world, 'khanh.phan');
    await khanh.clicks('Xem danh sách', { in: `chưa đăng ký danh hiệu năm ${year}` });
    await khanh.sees(question);
    expect(khanh.modal()).toBeNull();
    await khanh.clicks('Mở', { in: question });
    await khanh.waitsForModal('Danh sách đăng ký');
    // The first of the two by name, which is not where the presser works.
    await khanh.sees('BHXH cơ sở Cầu Trắng', { in: 'modal' });
    await khanh.sees('0/3 người đã đăng ký', { in: 'modal' });
    await khanh.closesModal();
  });

  test('who is late is registered by the head, with a reason, and told', async () => {
    await goTo(world, addDays(closes, 1), '09:00');
    const dat = at(world, 'dat.lam');
    await dat.types(`/dangky ${year}`);
    await dat.sees(`Đợt đăng ký danh hiệu năm ${year} đã đóng`);
    const phuc = at(world, 'phuc.dang');
    await phuc.types(`/dangky bổ sung <@${dat.id}> ${year}`);
    await phuc.waitsForModal('Đăng ký bổ sung');
    await phuc.fills({ [TITLES_FIELD]: [CSTDCS] });
    expect(await phuc.submits()).toBe('errors');
    await phuc.fills({ 'Lý do đăng ký sau hạn': 'Nghỉ phép trong đợt đăng ký' });
    expect(await phuc.submits()).toBe('updated');
    await phuc.sees('Đã đăng ký bổ sung 2 danh hiệu', { in: 'modal' });
    await phuc.closesModal();
    await dat.sees('Đặng Hồng Phúc đã đăng ký bổ sung danh hiệu', SOON);
    await dat.sees('Nghỉ phép trong đợt đăng ký');
    expect(await stateOf('dat.lam')).toBe('confirmed');

    // By the form that asks for whom.
    await phuc.types(`/dangky bổ sung ${year}`);
    await phuc.waitsForModal('Đăng ký bổ sung');
    expect(await phuc.submits()).toBe('errors');
    await phuc.fills({ 'Người được đăng ký': 'Bùi Hương Giang' });
    expect(await phuc.submits()).toBe('updated');
    await phuc.fills({ [TITLES_FIELD]: [LDTT], 'Lý do đăng ký sau hạn': 'Mới chuyển đến' });
    expect(await phuc.submits()).toBe('updated');
    await phuc.closesModal({ all: true });
    expect(await stateOf('giang.bui')).toBe('confirmed');
    // Of another unit.
    await phuc.types(`/dangky bổ sung <@${at(world, 'lan.tran').id}> ${year}`);
    await phuc.sees('Chỉ thủ trưởng có thẩm quyền xác nhận');
    expect(await stateOf('lan.tran')).toBeUndefined();
  });
});

/** A third level: a team below a grassroots agency, with its own head. */
async function openTeam(world: World): Promise<void> {
  const { db } = world.deps;
  const since = dateColumn('2025-08-01');
  const team = await db.unit.create({
    data: {
      code: 'SH-DS-MC',
      name: TEAM,
      kind: 'team',
      parentId: unitId('SH-DS'),
      validFrom: since,
    },
  });
  for (const login of ['hieu.trinh', 'van.doan'] as const) {
    await db.posting.updateMany({
      where: { personId: personId(login) },
      data: { unitId: team.id },
    });
  }
  await db.roleGrant.create({
    data: { personId: personId('hieu.trinh'), unitId: team.id, role: 'head', fromDate: since },
  });
}
