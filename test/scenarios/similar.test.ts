import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { similarButton } from '../../src/initiatives/similar/similar-controls.ts';
import type { Actor } from '../../src/sandbox/driver.ts';
import type { Login } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { formerUnit, storedInitiative } from '../initiatives/support.ts';
import type { World } from '../support/world.ts';
import { describes, handsIn, tellsSubstance } from './support/initiatives.ts';
import { pressesForged } from './support/old-card.ts';
import { at, openStage, speak, TRANSPORTS } from './support/places.ts';
import { isTurnedDown, SOON, timesSeen } from './support/watching.ts';

const TITLE = 'Sổ tay điện tử theo dõi người hưởng lương hưu đi khỏi địa bàn';
const WITHOUT_ACCENTS = 'So tay dien tu theo doi nguoi huong luong huu di khoi dia ban';
const PASSAGE =
  'Lập sổ tay dùng chung trên máy của tổ chi trả; mỗi lần người hưởng báo đi xa thì ghi ngày đi, nơi đến và người nhận thay';
const COPIED =
  'Lap so tay dung chung tren may cua to chi tra; moi lan nguoi huong bao di xa thi ghi ngay di, noi den va nguoi nhan thay';
const UNREAD = 'chìa khoá do tổ trưởng giữ';
const SECRET = 'Mã khoá của sổ tay là 4793';
const ESSENCE = 'Bản chất của giải pháp';

describe.each(TRANSPORTS)('similar initiatives over %s', (transport) => {
  let world: World;
  let lan: Actor;
  let ha: Actor;
  beforeAll(async () => {
    world = await openStage(transport);
    lan = at(world, 'lan.tran');
    ha = at(world, 'ha.nguyen');
    const district = await formerUnit(
      world.deps,
      'BHXH huyện Sa Đình',
      unitId('SH-BL'),
      unitId('SH'),
    );
    const { id: initiativeId } = await storedInitiative(world.deps, {
      number: 'SK-2024-0007',
      title: TITLE,
      essence: `${PASSAGE}; ${UNREAD}.`,
      confidential: SECRET,
      unitId: district,
      by: 'giang.bui',
      state: 'recognised',
    });
    await world.deps.db.recognisedWork.create({
      data: {
        initiativeId,
        kind: 'initiative',
        level: 'grassroots',
        title: TITLE,
        year: 2024,
        decisionNumber: '88/QĐ-BHXH',
        decidedOn: new Date('2024-09-01'),
        signatory: 'Giám đốc BHXH huyện Sa Đình',
      },
    });
  });
  afterAll(() => world.close());

  async function reachesWarning(login: Login, title: string, essence: string): Promise<Actor> {
    const person = at(world, login);
    await person.types('/sangkien mới');
    await person.waitsForModal('Nộp sáng kiến (1/3)');
    await describes(world, person, { title });
    expect(await person.submits()).toBe('updated');
    await person.waitsForModal('Nộp sáng kiến (2/3)');
    await tellsSubstance(person, login, { title });
    await person.fills({ [ESSENCE]: essence });
    world.workspace.faults.duplicateNextEnvelope();
    expect(await person.submits()).toBe('updated');
    await person.waitsForModal('Nộp sáng kiến (3/3)');
    return person;
  }

  test('a copy from a former unit, typed without accents, is shown to its author, who may go on', async () => {
    await reachesWarning('lan.tran', WITHOUT_ACCENTS, `${COPIED}.`);
    const shown = lan.modalText();

    expect(shown).toContain('Có thể trùng với sáng kiến đã có');
    expect(shown).toContain(`SK-2024-0007 – ${TITLE}`);
    expect(shown).toContain('BHXH huyện Sa Đình (nay là BHXH cơ sở Bến Lội) · năm 2024');
    expect(shown).toContain('Tên giống 100%, bản chất trùng 100%');
    expect(shown).toContain(COPIED);
    // There is more to that initiative than its title and the author's own words.
    expect(lan.everything()).not.toContain(PASSAGE.slice(0, 20));
    expect(lan.everything()).not.toContain(UNREAD);
    expect(lan.everything()).not.toContain(SECRET);
    expect(await world.deps.db.similarShown.count()).toBe(1);

    expect(await lan.submits()).toBe('updated');
    await lan.waitsForModal('Đã nộp sáng kiến');
    await lan.closesModal({ all: true });
  });

  test('the secretary finds it on the card, with both passages and that the author was told', async () => {
    await ha.clicks('Sáng kiến tương tự (1)', SOON);
    await ha.waitsForModal('Sáng kiến tương tự');
    const shown = ha.modalText();

    expect(shown).toContain('Trước khi nộp, tác giả đã được báo');
    expect(shown).toContain('SK-2024-0007: tên giống 100%');
    expect(shown).toContain(`Hồ sơ này:\n“${COPIED}”`);
    expect(shown).toContain(`SK-2024-0007:\n“${PASSAGE}”`);
    await ha.clicks('Xem hồ sơ');
    await ha.waitsForModal('Hồ sơ sáng kiến');
    await ha.sees(UNREAD);
    await ha.closesModal({ all: true });
  });

  test('a member of the council finds it in the file, its author does not', async () => {
    const { number, id } = await world.deps.db.initiative.findFirstOrThrow({
      where: { title: WITHOUT_ACCENTS },
    });
    const minh = at(world, 'minh.pham');
    await minh.types(`/sangkien ${number}`);
    await minh.waitsForModal('Hồ sơ sáng kiến');
    await minh.clicks('Sáng kiến tương tự (1)');
    await minh.waitsForModal('Sáng kiến tương tự');
    await minh.clicks('Xem hồ sơ');
    await minh.waitsForModal('Hồ sơ sáng kiến');
    await minh.sees('SK-2024-0007');
    // The third modal in the stack leads nowhere on.
    expect(minh.modalText()).not.toContain('Sáng kiến tương tự');
    await minh.closesModal({ all: true });

    await lan.types(`/sangkien ${number}`);
    await lan.waitsForModal('Hồ sơ sáng kiến');
    expect(lan.modalText()).not.toContain('Sáng kiến tương tự');
    await lan.closesModal({ all: true });
    const forged = { actionId: similarButton.actionId, value: { initiativeId: id } };
    await isTurnedDown(world, lan, 'Chỉ thư ký thi đua và thành viên hội đồng', () =>
      pressesForged(world, lan, forged),
    );
    const nga = at(world, 'nga.bui');
    await isTurnedDown(world, nga, 'không có sáng kiến nào mang số này', () =>
      pressesForged(world, nga, forged),
    );
  });

  test('an earlier one of the same author is told as such', async () => {
    const giang = await reachesWarning('giang.bui', TITLE, `${PASSAGE}.`);
    expect(giang.modalText()).toContain('(cùng tác giả)');
    await giang.closesModal({ all: true });
  });

  test.each([
    ['markup', '*<!channel>* _<@U1>_', '<https://x.example|*bấm*> '.repeat(100)],
    ['one word', 'Sổ', 'a'.repeat(3000)],
    ['no word', '!!!', '…'.repeat(3000)],
    ['emoji', '🚀🚀', '👩‍👩‍👧‍👦'.repeat(250)],
    ['marks without letters', '\u0301\u0302', '\u0301'.repeat(3000)],
    ['one thing over and over', `${'sổ '.repeat(60)}tay`, 'sổ tay '.repeat(420)],
  ])('hostile text does not break the form: %s', async (_, title, essence) => {
    const duc = await reachesWarning('duc.vu', title, essence);
    expect(duc.modalText()).not.toContain('SK-2024-0007');
    await duc.closesModal({ all: true });
    await world.deps.db.initiativeDraft.deleteMany();
  });

  test('a title full of markup is shown as it was written', async () => {
    const title = '<!channel> *Bảng* `giờ` <@U1> hẹn _trả_ kết quả';
    await handsIn(world, 'duc.vu', { title });
    await reachesWarning('lan.tran', 'Bảng giờ hẹn trả kết quả channel U1', 'Làm khác hẳn.');
    expect(lan.modalText()).toContain(title);
    await lan.closesModal({ all: true });
  });

  test('words are searched without accents, in what one may read and in recognised titles', async () => {
    const nga = at(world, 'nga.bui');
    await nga.types('/sangkien tim so tay dien tu');
    await nga.sees(`SK-2024-0007 – ${TITLE}`, SOON);
    expect(timesSeen(nga, WITHOUT_ACCENTS)).toBe(0);
    // What is recognised everybody may read in short.
    await nga.clicks('Xem hồ sơ');
    await nga.waitsForModal();
    expect(nga.modalText()).toContain(TITLE);
    expect(nga.modalText()).not.toContain(SECRET);
    await nga.closesModal({ all: true });

    await lan.types('/sangkien tìm kiếm SỔ TAY');
    await lan.sees('2 sáng kiến có “SỔ TAY”', SOON);
    await lan.clicks('Xem hồ sơ');
    await lan.waitsForModal('Hồ sơ sáng kiến');
    expect(lan.modalText()).toContain(WITHOUT_ACCENTS);
    await lan.closesModal();

    await isTurnedDown(world, nga, 'Không tìm thấy sáng kiến nào có “<!channel>”', () =>
      nga.types('/sangkien tìm <!channel>'),
    );
    await isTurnedDown(world, nga, 'Anh/chị ghi thêm từ cần tìm', () =>
      nga.types('/sangkien tìm ???'),
    );
  });

  test('English reads the same', async () => {
    await speak(world, 'en', ['duc.vu']);
    const duc = at(world, 'duc.vu');
    await duc.types('/sangkien find so tay dien');
    await duc.sees('BHXH huyện Sa Đình (now BHXH cơ sở Bến Lội)', SOON);
    await speak(world, 'vi', ['duc.vu']);
  });
});
