import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findDraft } from '../../src/initiatives/intake/draft-of.ts';
import { fileInitiative } from '../../src/initiatives/intake/file-initiative.ts';
import { findSimilar } from '../../src/initiatives/similar/find-similar.ts';
import { openSimilar, similarTo } from '../../src/initiatives/similar/open-similar.ts';
import { searchInitiatives } from '../../src/initiatives/similar/search-initiatives.ts';
import { warnOfSimilar } from '../../src/initiatives/similar/warn-of-similar.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import {
  type Agency,
  drafted,
  filed,
  formerUnit,
  openAgencyWithCouncils,
  storedInitiative,
} from './support.ts';

const TITLE = 'Sổ tay điện tử theo dõi người hưởng lương hưu đi khỏi địa bàn';
const ESSENCE =
  'Lập sổ tay dùng chung trên máy của tổ chi trả; mỗi lần người hưởng báo đi xa thì ghi ngày đi, nơi đến và người nhận thay; đầu tháng lọc danh sách để gọi điện xác nhận trước khi chuyển tiền.';
/** Stands in the stored one only. */
const UNREAD = 'Mật khẩu của sổ tay do tổ trưởng giữ trong két sắt tầng hai';
const SECRET =
  'Công thức chấm điểm rủi ro gồm bảy hệ số lấy từ lịch sử mười hai tháng của từng người hưởng.';

let agency: Agency;
let past: { id: string; number: string };
beforeAll(async () => {
  agency = await openAgencyWithCouncils();
  const district = await formerUnit(agency.deps, 'BHXH huyện Sa Đình', unitId('SH-BL'));
  past = await storedInitiative(agency.deps, {
    number: 'SK-2024-0007',
    title: TITLE,
    essence: `${ESSENCE} ${UNREAD}.`,
    confidential: SECRET,
    unitId: district,
    by: 'giang.bui',
  });
});
afterAll(() => agency.close());

const db = () => agency.deps.db;
const plain = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

function find(title: string, essence: string, authors: Login[] = []) {
  const authorIds = authors.map(personId);
  return findSimilar(agency.deps, db(), {
    title,
    essence,
    except: randomUUID(),
    authorIds,
    limit: 10,
  });
}

async function found(title: string, essence: string): Promise<(string | undefined)[]> {
  return (await find(title, essence)).map(({ initiative }) => initiative?.number);
}

describe('a stored initiative is found', () => {
  test.each([
    ['copied', TITLE, ESSENCE],
    ['copied without accents', plain(TITLE), plain(ESSENCE)],
    ['decomposed and in capitals', TITLE.normalize('NFD').toUpperCase(), ESSENCE.normalize('NFD')],
    ['by its essence, under another title', 'Chi trả an toàn cho người cao tuổi', ESSENCE],
    [
      'by its title turned round',
      'Theo dõi người hưởng lương hưu đi khỏi địa bàn: sổ tay điện tử',
      'Viết lại toàn bộ nội dung bằng những câu chữ hoàn toàn không giống gì với bản cũ kia cả.',
    ],
    [
      'by one long passage in a text of its own',
      'Cải tiến khâu chuyển tiền',
      `Trước hết rà soát tài khoản. ${ESSENCE.slice(0, 150)} Cuối quý đánh giá lại cách làm với ngân hàng.`,
    ],
  ])('%s', async (_, title, essence) => {
    expect(await found(title, essence)).toEqual([past.number]);
  });

  test('with its unit, what that is now, the year and the words and passages in common', async () => {
    const [work] = await find(plain(TITLE), plain(ESSENCE), ['giang.bui']);

    expect(work).toMatchObject({
      unitName: 'BHXH huyện Sa Đình',
      unitNow: ['BHXH cơ sở Bến Lội'],
      year: 2024,
      titlePercent: 100,
      sameAuthor: true,
      titleParts: [{ text: TITLE, shared: true }],
      passages: [{ own: plain(ESSENCE).slice(0, -1), theirs: ESSENCE.slice(0, -1) }],
    });
  });

  test('as it is after it was changed', async () => {
    const { id } = await storedInitiative(agency.deps, {
      number: 'SK-2024-0031',
      title: 'Tên ban đầu chưa đúng ý',
      essence: 'Bản chất ban đầu chỉ có mấy chữ viết tạm để lấy số tiếp nhận cho kịp hạn nộp.',
      unitId: unitId('SH-CD'),
      by: 'huong.dang',
    });
    const title = 'Gửi giấy hẹn thai sản bằng ảnh chụp';
    const essence =
      'Người lao động chụp giấy ra viện gửi vào hộp thư chung, tổ một cửa trả lại giấy hẹn bằng ảnh trong buổi.';
    await db().initiative.update({ where: { id }, data: { title, essence } });

    expect(await found('Tên ban đầu chưa đúng ý', 'Không có gì giống với các bản khác.')).toEqual(
      [],
    );
    expect(await found('Khác hẳn', essence)).toEqual(['SK-2024-0031']);
    const rows = await db().$queryRaw<{ marks: bigint; wanted: bigint }[]>`
      select (select count(*) from compared_passage join compared_work on compared_work.id = compared_id
          where initiative_id = ${id}::uuid) as marks,
        (select count(*) from passage_marks(compared_words(${essence}))) as wanted`;
    expect(rows[0]?.marks).toBe(rows[0]?.wanted);
  });

  test('a work recognised before the app by its title, marked when annulled', async () => {
    const work = {
      kind: 'research' as const,
      level: 'ministry' as const,
      title: 'Mô hình dự báo số người hưởng trợ cấp thất nghiệp theo mùa vụ',
      year: 2019,
      decisionNumber: '12/QĐ-BHXH',
      decidedOn: new Date('2019-11-01'),
      signatory: 'Tổng Giám đốc',
    };
    const { id } = await db().recognisedWork.create({ data: work });
    const search = () => find('Dự báo số người hưởng trợ cấp thất nghiệp theo mùa vụ', ESSENCE);
    const named = (await search()).find((one) => one.work);
    expect(named).toMatchObject({
      initiative: null,
      work: { kind: 'research', annulled: false },
      essencePercent: null,
      recognisedBy: '12/QĐ-BHXH',
      year: 2019,
    });

    await db().recognisedWork.update({ where: { id }, data: { annulledAt: new Date() } });
    expect((await search()).find((one) => one.work)?.work?.annulled).toBe(true);
  });

  test('a work that turns out to be an initiative of the app is found once', async () => {
    const title = 'Thẻ màu nhắc hạn thanh toán trực tiếp';
    const { id } = await db().recognisedWork.create({
      data: {
        kind: 'initiative',
        level: 'grassroots',
        title,
        year: 2024,
        decisionNumber: '77/QĐ-BHXH',
        decidedOn: new Date('2024-11-01'),
        signatory: 'Giám đốc',
      },
    });
    const { number, id: initiativeId } = await storedInitiative(agency.deps, {
      number: 'SK-2024-0055',
      title,
      essence: 'Mỗi màu một tuần.',
      unitId: unitId('SH-CD'),
      by: 'huong.dang',
    });
    expect((await found(title, 'Không')).toSorted()).toEqual([number, undefined]);

    await db().recognisedWork.update({ where: { id }, data: { initiativeId } });
    expect(await found(title, 'Không')).toEqual([number]);
  });

  test.each(['withdrawn', 'form_refused', 'merged'] as const)(
    'when it is %s, too',
    async (state) => {
      const title = `Bảng màu ${state} phân luồng hàng đợi`;
      await storedInitiative(agency.deps, {
        number: { withdrawn: 'SK-2023-0001', form_refused: 'SK-2023-0002', merged: 'SK-2023-0003' }[
          state
        ],
        ...(state === 'merged' ? { mergedIntoId: past.id } : {}),
        title,
        essence: 'Mỗi quầy một màu.',
        unitId: unitId('SH-CD'),
        by: 'huong.dang',
        state,
      });
      const [work] = await find(title, 'Không có gì giống với các bản khác.');
      expect(work?.initiative?.state).toBe(state);
      expect(work?.mergedInto).toBe(state === 'merged' ? past.number : null);
    },
  );
});

describe('nothing is found', () => {
  test.each([
    [
      'for other work of the same field',
      'Chuyển lương hưu qua bưu điện lưu động tại thôn',
      ESSENCE2(),
    ],
    ['for text without a word', '!!! … ???', '*_~ :) 🚀🚀 —'],
    ['for text of other scripts', '你好 мир', '😀'.repeat(1500)],
    ['by the confidential part', 'Đánh giá người hưởng', SECRET],
  ])('%s', async (_, title, essence) => {
    expect(await found(title, essence)).toEqual([]);
  });

  test('for one word that titles merely contain', async () => {
    expect(await found('Sổ', 'Một')).toEqual([]);
  });
});

function ESSENCE2(): string {
  return 'Xe của bưu điện đến nhà văn hoá từng thôn theo lịch; người già nhận tiền tại chỗ, ký bằng vân tay và được nhắc lịch kỳ sau.';
}

describe('before handing in', () => {
  const shown = (id: string) =>
    db().similarShown.findMany({
      where: { initiativeId: id },
      select: { comparedId: true, titlePercent: true, essencePercent: true, shownAt: true },
    });

  test('the author is warned, of the other text reads nothing, and the warning is kept', async () => {
    const form = { title: plain(TITLE), essence: `Bổ sung. ${plain(ESSENCE)}` };
    const { draftId, savedAt, particulars } = await drafted(agency, {
      by: 'lan.tran',
      description: form,
    });
    const actor = await agency.actor('lan.tran');
    const draft = await findDraft(db(), { draftId, personId: actor.personId });
    if (!draft) throw new Error('no draft');
    const [warning, ...more] = await warnOfSimilar(agency.deps, { actor, draft });

    expect(more).toEqual([]);
    expect(warning?.ownPassages).toEqual([plain(ESSENCE).slice(0, -1)]);
    expect(JSON.stringify(warning)).not.toContain('Mật khẩu');
    expect(JSON.stringify(warning)).not.toContain(ESSENCE.slice(0, 20));
    const first = await shown(draftId);
    expect(first).toMatchObject([{ titlePercent: 100 }]);

    await agency.clock.advance(60_000);
    await warnOfSimilar(agency.deps, { actor, draft });
    expect(await shown(draftId)).toEqual(first);

    await fileInitiative(agency.deps, { actor, draftId, savedAt, particulars, shares: [100] });
    const file = await openSimilar(agency.deps, await agency.actor('ha.nguyen'), draftId);
    expect(file.shown).toMatchObject([{ titlePercent: 100, name: past.number }]);
    expect(file.similar[0]?.initiative?.number).toBe(past.number);
    // The secretary of the province has no office over the former district.
    expect(file.similar[0]?.mayRead).toBe(false);
    expect(file.similar[0]?.passages[0]?.theirs).toBeNull();
    await db().initiative.update({
      where: { id: draftId },
      data: { title: 'Gạt sang bên', essence: 'Gạt sang bên' },
    });
  });

  test('what was shown of a draft that was given up is thrown away', async () => {
    const actor = await agency.actor('duc.vu');
    const { draftId } = await drafted(agency, { by: 'duc.vu', description: { title: TITLE } });
    const draft = await findDraft(db(), { draftId, personId: actor.personId });
    if (!draft) throw new Error('no draft');
    await warnOfSimilar(agency.deps, { actor, draft });
    expect(await shown(draftId)).toHaveLength(1);

    await db().initiativeDraft.delete({ where: { id: draftId } });
    const second = await drafted(agency, { by: 'duc.vu', description: { title: TITLE } });
    const next = await findDraft(db(), { draftId: second.draftId, personId: actor.personId });
    if (!next) throw new Error('no draft');
    await warnOfSimilar(agency.deps, { actor, draft: next });

    expect(await shown(draftId)).toEqual([]);
    expect(await shown(next.id)).toHaveLength(1);
    await db().initiativeDraft.delete({ where: { id: next.id } });
  });
});

describe('for those who judge', () => {
  test('both texts stand side by side when both may be read, its own is not among them', async () => {
    const words = {
      title: 'Nhắc hạn thẻ BHYT bằng giọng đọc ghi sẵn',
      essence:
        'Tổng đài gọi tự động đọc tên và hạn thẻ bằng giọng ghi sẵn, người nghe bấm phím một để được gọi lại trong giờ làm việc.',
    };
    const one = await filed(agency, { by: 'trang.ly', description: words });
    const other = await filed(agency, { by: 'duc.vu', description: words });
    const file = await openSimilar(agency.deps, await agency.actor('ha.nguyen'), other.id);

    expect(file.shown).toEqual([]);
    expect(file.similar.map(({ initiative }) => initiative?.number)).toEqual([one.number]);
    expect(file.similar[0]).toMatchObject({ mayRead: true, sameAuthor: false });
    expect(file.similar[0]?.passages[0]?.theirs).toBe(words.essence.slice(0, -1));
    expect(await similarTo(agency.deps, { id: other.id, ...words })).toBe(1);
  });

  test.each(['duc.vu', 'nga.bui'] as const)('%s, who does not judge, is refused', async (login) => {
    const { id } = await db().initiative.findFirstOrThrow({
      where: { title: { startsWith: 'Nhắc hạn thẻ' }, filedById: personId('duc.vu') },
    });
    const code = login === 'duc.vu' ? 'similar_for_council' : 'initiative_unknown';
    await expect(openSimilar(agency.deps, await agency.actor(login), id)).rejects.toMatchObject({
      code,
    });
  });
});

describe('searching by words', () => {
  async function search(login: Login, typed: string) {
    const { total, found } = await searchInitiatives(agency.deps, await agency.actor(login), typed);
    return {
      total,
      numbers: found.map(({ initiative, mayRead }) => [initiative?.number, mayRead]),
    };
  }

  test('others find the title of a recognised one, and of no other', async () => {
    expect(await search('nga.bui', 'so tay LUONG HUU')).toEqual({ total: 0, numbers: [] });

    await db().initiative.update({ where: { id: past.id }, data: { state: 'recognised' } });
    expect(await search('nga.bui', 'so tay LUONG HUU')).toEqual({
      total: 1,
      numbers: [[past.number, false]],
    });
    // Words of its essence are for those who may read it.
    expect(await search('nga.bui', 'ket sat tang hai')).toEqual({ total: 0, numbers: [] });
    expect(await search('giang.bui', 'kết sắt tầng hai')).toEqual({
      total: 1,
      numbers: [[past.number, true]],
    });
    // Nor is the confidential part searched for anybody.
    expect((await search('giang.bui', 'bay he so')).total).toBe(0);
  });

  test('the last word may be a beginning; every word must be there', async () => {
    expect((await search('giang.bui', 'điện t')).numbers).toContainEqual([past.number, true]);
    expect((await search('giang.bui', 'điện tử xyz')).total).toBe(0);
  });

  test.each(['', '!!!', '🚀'])('%j is asked for again', async (typed) => {
    await expect(search('nga.bui', typed)).rejects.toMatchObject({ code: 'nothing_to_search' });
  });

  test('operators of the database’s search mean nothing', async () => {
    expect((await search('nga.bui', "sổ | !tay & ('hưu':*")).total).toBe(1);
  });

  test('a work whose recognition was annulled is not found', async () => {
    expect((await search('nga.bui', 'mô hình dự báo')).total).toBe(0);
  });
});
