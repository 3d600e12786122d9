import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildDocumentFile, requestDocument } from '../../src/initiatives/papers/document-file.ts';
import type { DocumentName } from '../../src/initiatives/papers/document-names.ts';
import { recordDecision } from '../../src/initiatives/workflow/record-decision.ts';
import { today } from '../../src/kernel/deps.ts';
import { addDays, dateColumn, formatDay } from '../../src/kernel/time.ts';
import { addMonths } from '../../src/rulebook/calendar.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { docxWords } from '../support/docx.ts';
import {
  type Agency,
  accepted,
  checked,
  closedBallot,
  filed,
  openAgencyWithCouncils,
} from './support.ts';

let agency: Agency;

beforeAll(async () => {
  agency = await openAgencyWithCouncils();
});
afterAll(() => agency.close());

type Form = Parameters<typeof filed>[1];

const FORM = {
  by: 'lan.tran',
  authors: ['lan.tran', 'duc.vu'],
  shares: [60, 40],
  description: { title: 'Nhắc đóng & đối chiếu <tự động>', essence: 'Dòng một\nDòng hai' },
  particulars: { confidential: 'Mã nguồn ở máy chủ số 3' },
} as const satisfies Form;

async function words(name: DocumentName, initiativeId: string, by: Login = 'lan.tran') {
  const file = await buildDocumentFile(agency.deps, {
    params: { initiativeId, name },
    personId: personId(by),
    language: 'vi',
  });
  return { ...file, words: await docxWords(file.content) };
}

async function decided(
  kind: 'recognised' | 'refused',
  { signatory = 'Lê Quang Hùng, Giám đốc', form = FORM }: { signatory?: string; form?: Form } = {},
) {
  const initiative = await accepted(agency, form);
  const state = kind === 'recognised' ? 'passed' : 'not_passed';
  const ballotId = await closedBallot(agency, initiative.id, state);
  await agency.deps.db.initiative.update({ where: { id: initiative.id }, data: { state } });
  await recordDecision(agency.deps, {
    actor: await agency.actor('ha.nguyen'),
    initiativeId: initiative.id,
    ballotId,
    kind,
    number: '99/QĐ-BHXH',
    decidedOn: today(agency.deps),
    signatory,
    ...(kind === 'refused' ? { reason: 'Đã có ở đơn vị khác.' } : {}),
  });
  return initiative;
}

describe('the request', () => {
  let id: string;
  beforeEach(async () => {
    ({ id } = await filed(agency, FORM));
  });

  test('has every field of the official form, as it was handed in', async () => {
    const { name, words: read } = await words('request', id);
    expect(name).toMatch(/^don-yeu-cau-cong-nhan-sang-kien-sk-\d{4}-\d{4}\.docx$/);
    expect(read.slice(0, 4)).toEqual([
      'BHXH TỈNH SÔNG HÀN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      expect.stringContaining('ngày'),
    ]);
    // A department without a council of its own recognises nothing.
    expect(read).toContain('Kính gửi: BHXH tỉnh Sông Hàn');
    const rows = read.slice(read.indexOf('Tỷ lệ (%) đóng góp') + 1);
    expect(rows.slice(0, 10)).toEqual([
      '1',
      'Trần Thị Lan',
      'Phòng Quản lý thu – Sổ, thẻ',
      'Chuyên viên quản lý thu',
      '60',
      '2',
      'Vũ Anh Đức',
      'Phòng Quản lý thu – Sổ, thẻ',
      'Chuyên viên cấp sổ, thẻ',
      '40',
    ]);
    const said = (label: string) => read[read.indexOf(label) + 1];
    expect(said('Lĩnh vực áp dụng và vấn đề được giải quyết:')).toBe('Một cửa; giảm thời gian chờ');
    expect(said('Ngày áp dụng lần đầu hoặc áp dụng thử:')).toBe(
      formatDay(addDays(today(agency.deps), -30)),
    );
    expect(read).toContain('Dòng một');
    expect(read).toContain('Dòng hai');
    expect(read.join(' ')).toContain('Nhắc đóng & đối chiếu <tự động>');
    expect(read.at(-1)).toBe('Trần Thị Lan');
  });

  test('shows the confidential part to those who may read it, and nobody else', async () => {
    expect((await words('request', id)).words.join(' ')).not.toContain('Mã nguồn');
    expect((await words('request', id, 'ha.nguyen')).words.join(' ')).toContain('Mã nguồn');
    await expect(words('request', id, 'anh.trinh')).rejects.toMatchObject({
      code: 'initiative_unknown',
    });
    const wanted = { initiativeId: id, name: 'request' } as const;
    await expect(
      requestDocument(agency.deps, { actor: await agency.actor('anh.trinh'), wanted }),
    ).rejects.toMatchObject({ code: 'initiative_unknown' });
  });

  test('is the only paper there is before the form was checked', async () => {
    for (const name of ['receipt', 'certificate', 'answer'] as const) {
      await expect(words(name, id)).rejects.toMatchObject({ code: 'document_not_yet' });
      await expect(
        requestDocument(agency.deps, {
          actor: await agency.actor('lan.tran'),
          wanted: { initiativeId: id, name },
        }),
      ).rejects.toMatchObject({ code: 'document_not_yet' });
    }
  });
});

test('the receipt tells who took it in, when, and until when it is decided', async () => {
  const { id, number } = await accepted(agency, FORM);
  const { words: read } = await words('receipt', id);
  const on = today(agency.deps);
  expect(read).toContain(`- Số tiếp nhận: ${number}`);
  expect(read).toContain(`- Ngày tiếp nhận: ${formatDay(on)}`);
  expect(read).toContain(`- Thời hạn xét công nhận: chậm nhất ngày ${formatDay(addMonths(on, 3))}`);
  expect(read).toContain('- Căn cứ: Nghị định 13/2012/NĐ-CP Điều 7');
  expect(read[0]).toBe('BHXH TỈNH SÔNG HÀN');
  expect(read).toContain('BHXH tỉnh Sông Hàn đã nhận đơn yêu cầu công nhận sáng kiến:');
  expect(read.slice(-4)).toEqual([
    'NGƯỜI NỘP ĐƠN',
    'Trần Thị Lan',
    'NGƯỜI TIẾP NHẬN',
    'Nguyễn Thu Hà',
  ]);
});

test('the certificate names the decision and every author with the share; none of what is confidential', async () => {
  const { id } = await decided('recognised');
  const { words: read } = await words('certificate', id, 'ha.nguyen');
  expect(read).toContain(
    `- Quyết định công nhận: số 99/QĐ-BHXH ngày ${formatDay(today(agency.deps))}`,
  );
  expect(read).toContain('- Người ký quyết định: Lê Quang Hùng, Giám đốc');
  expect(read).toContain('- Chủ đầu tư tạo ra sáng kiến: Tác giả (đồng thời là chủ đầu tư)');
  expect(read[0]).toBe('BHXH TỈNH SÔNG HÀN');
  expect(read).toContain('Vũ Anh Đức');
  expect(read).toContain('40');
  expect(read.join(' ')).not.toContain('Mã nguồn');
  expect(read.slice(-5)).toEqual([
    'Nơi nhận:',
    '- Tác giả;',
    '- Lưu: VT, TĐKT.',
    'GIÁM ĐỐC',
    'Lê Quang Hùng',
  ]);
});

test('no author signs a paper by guess: a head who is one, or a signatory without an office', async () => {
  const form: Form = { ...FORM, by: 'khanh.phan', authors: ['khanh.phan'], shares: [100] };
  const { id } = await decided('refused', { form, signatory: 'Lê Quang Hùng' });
  const { words: read } = await words('answer', id, 'khanh.phan');
  expect(read.slice(-2)).toEqual(['THỦ TRƯỞNG ĐƠN VỊ', 'Lê Quang Hùng']);
  expect(read[0]).toBe('BHXH TỈNH SÔNG HÀN');
});

test('a council of the unit itself recognises, with what stands above as the superior', async () => {
  const { db } = agency.deps;
  const { id: councilOfUnit } = await db.council.create({
    data: {
      unitId: unitId('SH-THU'),
      kind: 'initiative',
      name: 'Hội đồng sáng kiến Phòng Thu',
      decisionNumber: '7/QĐ-BHXH',
      decidedOn: dateColumn('2025-01-01'),
      fromDate: dateColumn('2025-01-01'),
    },
  });
  const { id } = await filed(agency, FORM);
  const { words: read } = await words('request', id);
  expect(read.slice(0, 2)).toEqual(['BHXH TỈNH SÔNG HÀN', 'PHÒNG QUẢN LÝ THU – SỔ, THẺ']);
  // What the council of the province has voted on stays the province's.
  const { id: voted } = await decided('recognised');
  expect((await words('certificate', voted)).words[0]).toBe('BHXH TỈNH SÔNG HÀN');
  expect((await words('certificate', voted)).words[1]).toBe('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  await db.council.delete({ where: { id: councilOfUnit } });
});

test('the request has what was written of each author, and a table of those who took part', async () => {
  const form: Form = {
    ...FORM,
    particulars: {
      addressee: 'Chủ tịch UBND tỉnh',
      authorDetails: 'Vũ Anh Đức; 1990\ntrần thị lan; 1/2/1985; Thạc sĩ',
      participants: 'Cao Diệu Linh; Phòng Thu; Chuyên viên; Nhập dữ liệu thử',
    },
  };
  const { id } = await filed(agency, form);
  const { words: read, comment } = await words('request', id);
  expect(read).toContain('Kính gửi: Chủ tịch UBND tỉnh');
  const after = (label: string, count: number) => {
    const place = read.indexOf(label) + 1;
    return read.slice(place, place + count);
  };
  expect(after('Tỷ lệ (%) đóng góp', 7)).toEqual([
    '1',
    'Trần Thị Lan',
    '01/02/1985',
    'Phòng Quản lý thu – Sổ, thẻ',
    'Chuyên viên quản lý thu',
    'Thạc sĩ',
    '60',
  ]);
  expect(read).toContain('1990');
  expect(after('Nội dung công việc hỗ trợ', 5)).toEqual([
    '1',
    'Cao Diệu Linh',
    'Phòng Thu',
    'Chuyên viên',
    'Nhập dữ liệu thử',
  ]);
  // Of the second author the qualification is missing.
  expect(comment).toContain('còn trống thì ghi tay');
});

test('writing by hand is spoken of only where something is left open, in the papers that ask for it', async () => {
  const authorDetails = 'Trần Thị Lan; 01/02/1985; Thạc sĩ\nVũ Anh Đức; 03/04/1990; Cử nhân';
  const whole = await filed(agency, { ...FORM, particulars: { authorDetails } });
  expect((await words('request', whole.id)).comment).not.toContain('ghi tay');
  const { id } = await accepted(agency, FORM);
  expect((await words('request', id)).comment).toContain('ghi tay');
  expect((await words('receipt', id)).comment).not.toContain('ghi tay');
});

test('a form that was refused has its answer in writing, with ground and reason, to be signed', async () => {
  const { id } = await filed(agency, FORM);
  await expect(words('form_refusal', id)).rejects.toMatchObject({ code: 'document_not_yet' });
  const reason = 'Đã áp dụng ở phòng khác từ năm 2024.';
  await checked(agency, id, { kind: 'form_refused', ground: 'not_new', reason });
  const { name, words: read } = await words('form_refusal', id);
  expect(name).toMatch(/^thong-bao-khong-tiep-nhan-sk-/);
  expect(read[0]).toBe('BHXH TỈNH SÔNG HÀN');
  expect(read).toContain('Số: …………');
  expect(read.join(' ')).toContain('Căn cứ: Không có tính mới trong phạm vi cơ sở (Nghị định 13');
  expect(read[read.indexOf('Lý do:') + 1]).toBe(reason);
  expect(read.at(-1)).toBe('THỦ TRƯỞNG ĐƠN VỊ');
});

test('the answer to what was refused gives the reason in writing', async () => {
  const { id } = await decided('refused');
  const { words: read } = await words('answer', id);
  expect(read).toContain('Số: 99/QĐ-BHXH');
  expect(read).toContain('Kính gửi: Trần Thị Lan, Vũ Anh Đức');
  expect(read[read.indexOf('Lý do:') + 1]).toBe('Đã có ở đơn vị khác.');
  await expect(words('certificate', id)).rejects.toMatchObject({ code: 'document_not_yet' });
});
