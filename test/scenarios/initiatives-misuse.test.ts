import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../src/sandbox/driver.ts';
import { emailOf, personId } from '../../src/sandbox/sample/people.ts';
import type { World } from '../support/world.ts';
import { initiativeRow } from './support/initiatives.ts';
import { pressesForged } from './support/old-card.ts';
import { at, openStage, speak, stranger, todayOf, tooLate } from './support/places.ts';
import { changesNothing, isTurnedDown, SOON, timesSeen } from './support/watching.ts';

const WORDS = {
  vi: {
    first: 'Nộp sáng kiến (1/3)',
    second: 'Nộp sáng kiến (2/3)',
    third: 'Nộp sáng kiến (3/3)',
    title: 'Tên sáng kiến',
    kind: 'Loại giải pháp',
    managerial: 'Giải pháp quản lý',
    authors: 'Tác giả, đồng tác giả',
    field: 'Lĩnh vực và vấn đề được giải quyết',
    day: 'Ngày áp dụng lần đầu hoặc áp dụng thử',
    before: 'Tình trạng trước khi có sáng kiến',
    essence: 'Bản chất của giải pháp',
    benefits: 'Lợi ích thu được, theo ý kiến tác giả',
    share: 'Tỷ lệ đóng góp (%) – Trần Thị Lan',
    receipt: 'Đã nộp sáng kiến',
    received: 'Đã nộp, chờ kiểm tra hình thức',
    file: 'Xem hồ sơ',
    card: 'Sáng kiến mới nộp',
    notUnderstood: 'Thi Đua chưa hiểu “bỏ <phiếu>”',
    help: '/sangkien của tôi',
    stranger: 'chưa được ghép với danh sách cán bộ',
    strangerAuthor: 'Người chọn thứ 2 chưa có trong danh sách cán bộ',
    unknown: 'không có sáng kiến nào mang số này để xem',
    onlySecretary: 'Chỉ thư ký thi đua của đơn vị hoặc cấp trên ghi quyết định này',
    noVote: 'Chưa có kết quả biểu quyết',
    tooSlow: 'Biểu mẫu mở quá chậm',
    changed: 'Bản nháp đã được sửa từ một biểu mẫu khác nên chưa nộp',
  },
  en: {
    first: 'Initiative (1 of 3)',
    second: 'Initiative (2 of 3)',
    third: 'Initiative (3 of 3)',
    title: 'Title of the initiative',
    kind: 'Kind of solution',
    managerial: 'Managerial solution',
    authors: 'Author and co-authors',
    field: 'Field and problem solved',
    day: 'Day of first application or trial',
    before: 'State before the initiative',
    essence: 'Essence of the solution',
    benefits: 'Benefits, in your opinion',
    share: 'Share (%) – Trần Thị Lan',
    receipt: 'Handed in',
    received: 'Handed in, form to be checked',
    file: 'View the file',
    card: 'An initiative was handed in',
    notUnderstood: 'Thi Đua does not know “bỏ <phiếu>”',
    help: '/sangkien mine',
    stranger: 'is not matched to the staff list',
    strangerAuthor: 'Not in the staff list: number 2 of those chosen',
    unknown: 'There is no initiative of this number for you to read',
    onlySecretary: 'Only the secretary of emulation of the unit or of one above records this',
    noVote: 'There is no result of a vote',
    tooSlow: 'The form opened too late',
    changed: 'The draft was changed in another form, so it was not handed in',
  },
} as const;

describe.each([
  ['socket', 'vi'],
  ['http', 'en'],
] as const)('initiatives, misused over %s in %s', (transport, language) => {
  const words = WORDS[language];
  let world: World;
  let lan: Actor;
  let nga: Actor;
  beforeAll(async () => {
    world = await openStage(transport);
    await speak(world, language, ['lan.tran', 'nga.bui', 'ha.nguyen', 'duc.vu', 'stranger']);
    lan = at(world, 'lan.tran');
    nga = at(world, 'nga.bui');
  });
  afterAll(() => world.close());

  async function opensForm(person: Actor): Promise<void> {
    await person.types('/sangkien new');
    await person.waitsForModal(words.first);
  }

  async function describes(person: Actor, title: string, ...coAuthors: string[]): Promise<void> {
    await person.fills({
      [words.title]: title,
      [words.authors]: [person.person.email, ...coAuthors],
      [words.kind]: words.managerial,
      [words.field]: 'Một cửa',
      [words.day]: todayOf(world),
    });
  }

  /** The second step, which must be open, with its shares as they are. */
  async function fillsSecondStep(person: Actor, shares: Record<string, number> = {}) {
    await person.fills({
      ...shares,
      [words.before]: 'Chờ lâu',
      [words.essence]: 'Hẹn giờ',
      [words.benefits]: 'Nhanh hơn',
    });
  }

  async function reachesThirdStep(person: Actor, title: string): Promise<void> {
    await reachesSecondStep(person, title);
    expect(await person.submits()).toBe('updated');
    await person.waitsForModal(words.third);
  }

  async function reachesSecondStep(person: Actor, title: string): Promise<void> {
    await opensForm(person);
    await describes(person, title);
    expect(await person.submits()).toBe('updated');
    await person.waitsForModal(words.second);
    await fillsSecondStep(person);
  }

  test('unknown words are answered with help', async () => {
    await isTurnedDown(world, nga, words.notUnderstood, () => nga.types('/sangkien bỏ <phiếu>'));
    await nga.sees(words.help);
    expect(nga.modal()).toBeNull();
  });

  test('a stranger is told what to do, and cannot be an author', async () => {
    const outsider = stranger(world);
    await isTurnedDown(world, outsider, words.stranger, () => outsider.types('/sangkien'));
    expect(outsider.modal()).toBeNull();
    await opensForm(nga);
    await changesNothing(world, async () => {
      await describes(nga, 'Với người ngoài', outsider.person.email);
      expect(await nga.submits()).toBe('errors');
    });
    expect(nga.errors()).toEqual({
      [words.authors]: expect.stringContaining(words.strangerAuthor),
    });
    await nga.closesModal();
  });

  test('a form that opens too late is explained', async () => {
    await isTurnedDown(world, nga, words.tooSlow, () =>
      tooLate(world, () => nga.types('/sangkien')),
    );
    expect(nga.modal()).toBeNull();
  });

  test('a closed form leaves nothing', async () => {
    await changesNothing(world, async () => {
      await opensForm(nga);
      await describes(nga, 'Không nộp');
      await nga.closesModal();
    });
    expect(nga.modal()).toBeNull();
  });

  test('each step that is pressed twice and comes twice is kept once', async () => {
    await opensForm(lan);
    await describes(lan, 'Bấm hai lần', emailOf('duc.vu'));
    world.workspace.faults.duplicateNextEnvelope();
    expect(await lan.submits()).toBe('updated');
    await lan.waitsForModal(words.second);
    expect(await world.deps.db.initiativeDraft.count()).toBe(1);
    await fillsSecondStep(lan, { [words.share]: 50 });
    world.workspace.faults.duplicateNextEnvelope();
    expect(await lan.submits()).toBe('updated');
    await lan.waitsForModal(words.third);
    world.workspace.faults.duplicateNextEnvelope();
    expect(await Promise.all([lan.submits(), lan.submits()])).toEqual(['updated', 'updated']);
    await lan.waitsForModal(words.receipt);
    await lan.closesModal({ all: true });
    const row = await initiativeRow(world, 'Bấm hai lần');
    expect(
      await world.deps.db.initiative.count({
        where: { filedById: row.filedById, title: row.title },
      }),
    ).toBe(1);
    const about = { where: { subjectId: row.id } };
    expect(await world.deps.db.auditEvent.count(about)).toBe(1);
    expect(await world.deps.db.outgoingMessage.count(about)).toBe(3);
    expect(await world.deps.db.initiativeDraft.count()).toBe(0);
    await at(world, 'duc.vu').sees(row.number, SOON);
    expect(timesSeen(at(world, 'duc.vu'), `${row.number} – Bấm hai lần`)).toBe(1);
  });

  test('a form that was closed before its answer came is not lost: the receipt comes by message', async () => {
    await reachesThirdStep(nga, 'Đóng sớm');
    await world.deps.db.person.updateMany({ data: { profileSeenAt: null } });
    const release = world.workspace.faults.holdAnswers('users.info');
    const submitting = nga.submits();
    await nga.closesModal({ all: true });
    release();
    await submitting;
    expect(nga.modal()).toBeNull();
    const { number } = await initiativeRow(world, 'Đóng sớm');
    await nga.sees(`${number} – Đóng sớm`, SOON);
  });

  test('a last step that comes after the draft was changed hands nothing in', async () => {
    await reachesThirdStep(nga, 'Hai thiết bị');
    // Changed from another device, while this form stays open.
    const { db } = world.deps;
    const draft = await db.initiativeDraft.findFirstOrThrow({
      where: { personId: personId('nga.bui') },
    });
    await db.initiativeDraft.update({
      where: { id: draft.id },
      data: { updatedAt: new Date(draft.updatedAt.getTime() + 1) },
    });
    const filed = await db.initiative.count();
    expect(await nga.submits()).toBe('errors');
    expect(Object.values(nga.errors())).toEqual([expect.stringContaining(words.changed)]);
    await nga.closesModal({ all: true });
    expect(await db.initiative.count()).toBe(filed);
    expect(await db.initiativeDraft.count({ where: { id: draft.id } })).toBe(1);
  });

  test('one without the right cannot read another’s file, by number or by a forged press', async () => {
    const { id, number } = await initiativeRow(world, 'Bấm hai lần');
    await isTurnedDown(world, nga, words.unknown, () => nga.types(`/sangkien ${number}`));
    await isTurnedDown(world, nga, words.unknown, () => nga.types('/sangkien SK-2001-0001'));
    await isTurnedDown(world, nga, words.unknown, () =>
      pressesForged(world, nga, { actionId: 'initiatives.view', value: { initiativeId: id } }),
    );
    expect(nga.modal()).toBeNull();
  });

  test('nor record a decision; and the secretary none before the vote', async () => {
    const { id } = await initiativeRow(world, 'Bấm hai lần');
    const value = { initiativeId: id, ballotId: crypto.randomUUID() };
    const press = (person: Actor) =>
      pressesForged(world, person, { actionId: 'initiatives.decision', value });
    for (const person of [nga, lan])
      await isTurnedDown(world, person, words.onlySecretary, () => press(person));
    const secretary = at(world, 'ha.nguyen');
    await isTurnedDown(world, secretary, words.noVote, () => press(secretary));
    expect(secretary.modal()).toBeNull();
  });

  test('a card that opens its file too late is explained', async () => {
    const secretary = at(world, 'ha.nguyen');
    const { number } = await initiativeRow(world, 'Bấm hai lần');
    await secretary.sees(number, SOON);
    await isTurnedDown(world, secretary, words.tooSlow, () =>
      tooLate(world, () => secretary.clicks(words.file, { in: number })),
    );
    expect(secretary.modal()).toBeNull();
    await secretary.clicks(words.file, { in: number });
    await secretary.sees(words.received, { in: 'modal' });
    await secretary.closesModal();
  });
});
