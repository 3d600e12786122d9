import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personId } from '../../src/sandbox/sample/people.ts';
import type { World } from '../support/world.ts';
import { keepsCard, pressesForged } from './support/old-card.ts';
import { at, openStage, speak, stranger, tooLate } from './support/places.ts';
import { registered, windowOf } from './support/titles.ts';
import { changesNothing, hears, isTurnedDown, SOON, timesSeen } from './support/watching.ts';

const DAY_MS = 24 * 60 * 60_000;

const WORDS = {
  vi: {
    form: 'Đăng ký danh hiệu',
    field: 'Danh hiệu, từ thấp đến cao',
    ldtt: 'Lao động tiên tiến (LĐTT)',
    cstdcs: 'Chiến sĩ thi đua cơ sở (CSTĐCS)',
    receipt: 'Đã gửi đăng ký',
    confirm: 'Xác nhận',
    giveBack: 'Trả lại',
    amend: 'Sửa đăng ký',
    returnForm: 'Trả lại đăng ký',
    reason: 'Lý do trả lại',
    amendment: 'Bản sửa lần 1',
    notUnderstood: 'Thi Đua chưa hiểu “xin <!channel> nghỉ & về”',
    help: '/dangky đơn vị',
    stranger: 'chưa được ghép với danh sách cán bộ',
    notConfirmer: 'Chỉ thủ trưởng có thẩm quyền của đơn vị',
    notHead: 'Chỉ thủ trưởng đơn vị đăng ký danh hiệu cho tập thể',
    confirmedLate: 'Đã được Phan Quốc Khánh xác nhận lúc',
    replaced: 'Đã được thay bằng bản đăng ký mới gửi lúc',
    nothingMore: 'Lần bấm này không thay đổi gì',
    tooSlow: 'Biểu mẫu mở quá chậm',
    waiting: 'Đang chờ thủ trưởng',
    closed: 'đã đóng: nhận từ ngày',
  },
  en: {
    form: 'Register titles',
    field: 'Titles, from low to high',
    ldtt: 'Advanced Worker (LĐTT)',
    cstdcs: 'Grassroots Emulation Fighter (CSTĐCS)',
    receipt: 'Registration sent',
    confirm: 'Confirm',
    giveBack: 'Return',
    amend: 'Amend',
    returnForm: 'Return registration',
    reason: 'Reason',
    amendment: 'Amendment 1',
    notUnderstood: 'Thi Đua does not know “xin <!channel> nghỉ & về”',
    help: '/dangky unit',
    stranger: 'is not matched to the staff list',
    notConfirmer: 'Only a head with authority over the unit',
    notHead: 'Only the head of a unit registers titles for it',
    confirmedLate: 'Confirmed by Phan Quốc Khánh at',
    replaced: 'Replaced by a newer registration sent at',
    nothingMore: 'This press changed nothing',
    tooSlow: 'The form opened too late',
    waiting: 'Waiting to be confirmed by',
    closed: 'is closed: it ran from',
  },
} as const;

// Each transport meets one of the languages; neither knows of the other.
describe.each([
  ['socket', 'vi'],
  ['http', 'en'],
] as const)('titles, misused over %s in %s', (transport, language) => {
  const words = WORDS[language];
  let world: World;
  beforeAll(async () => {
    world = await openStage(transport);
    const people = ['lan.tran', 'duc.vu', 'linh.cao', 'khanh.phan', 'nga.bui', 'stranger'] as const;
    await speak(world, language, people);
  });
  afterAll(() => world.close());

  const lan = () => at(world, 'lan.tran');
  const khanh = () => at(world, 'khanh.phan');
  const nga = () => at(world, 'nga.bui');
  const ofLan = () => registered(world, { personId: personId('lan.tran') });

  async function opensForm(person = lan()): Promise<void> {
    await person.types('/dangky');
    await person.waitsForModal(words.form);
  }

  test('unknown words are answered with help', async () => {
    await isTurnedDown(world, nga(), words.notUnderstood, () =>
      nga().types('/dangky xin <!channel> nghỉ & về'),
    );
    await nga().sees(words.help);
    expect(nga().modal()).toBeNull();
  });

  test('a stranger is told what to do, whether they type or press', async () => {
    await isTurnedDown(world, stranger(world), words.stranger, () =>
      stranger(world).types('/dangky'),
    );
    expect(stranger(world).modal()).toBeNull();
    const value = { registrationId: crypto.randomUUID(), revision: 1 };
    await isTurnedDown(world, stranger(world), words.stranger, () =>
      pressesForged(world, stranger(world), { actionId: 'titles.confirm', value }),
    );
  });

  test('one without the right cannot register a unit', async () => {
    await isTurnedDown(world, nga(), words.notHead, () => nga().types('/dangky đơn vị'));
    expect(nga().modal()).toBeNull();
  });

  test('a form that opens too late is explained', async () => {
    await isTurnedDown(world, lan(), words.tooSlow, () =>
      tooLate(world, () => lan().types('/dangky')),
    );
    expect(lan().modal()).toBeNull();
  });

  test('a command that comes twice opens one form and complains of nothing', async () => {
    const complaints = timesSeen(lan(), words.tooSlow);
    world.workspace.faults.duplicateNextEnvelope();
    await changesNothing(world, async () => {
      await opensForm();
      await lan().closesModal();
    });
    expect(timesSeen(lan(), words.tooSlow)).toBe(complaints);
  });

  test('a closed form leaves nothing', async () => {
    await changesNothing(world, async () => {
      await opensForm();
      await lan().fills({ [words.field]: [words.cstdcs] });
      await lan().closesModal();
    });
  });

  test('a submission that is pressed twice and comes twice registers once', async () => {
    await opensForm();
    await lan().fills({ [words.field]: [words.cstdcs] });
    world.workspace.faults.duplicateNextEnvelope();
    expect(await Promise.all([lan().submits(), lan().submits()])).toEqual(['updated', 'updated']);
    await lan().waitsForModal(words.receipt);
    await lan().closesModal({ all: true });
    const row = await ofLan();
    expect(row).toMatchObject({ state: 'submitted', revision: 1, titles: ['ldtt', 'cstdcs'] });
    const about = { where: { subjectId: row!.id } };
    expect(await world.deps.db.auditEvent.count(about)).toBe(1);
    expect(await world.deps.db.outgoingMessage.count(about)).toBe(1);
  });

  test('a form that was closed before its answer came is not lost: the command shows it', async () => {
    const linh = at(world, 'linh.cao');
    await opensForm(linh);
    await linh.fills({ [words.field]: [words.ldtt] });
    await world.deps.db.person.updateMany({ data: { profileSeenAt: null } });
    const release = world.workspace.faults.holdAnswers('users.info');
    const submitting = linh.submits();
    await linh.closesModal();
    release();
    await submitting;
    expect(linh.modal()).toBeNull();
    expect(await registered(world, { personId: personId('linh.cao') })).toMatchObject({
      titles: ['ldtt'],
    });
    await changesNothing(world, async () => {
      await opensForm(linh);
      await linh.sees(words.waiting, { in: 'modal' });
      await linh.closesModal();
    });
  });

  test('one without authority cannot press a card, nor can the person themselves', async () => {
    const { id: registrationId, revision } = (await ofLan())!;
    for (const actionId of ['titles.confirm', 'titles.return']) {
      for (const person of [nga(), lan()]) {
        await isTurnedDown(world, person, words.notConfirmer, () =>
          pressesForged(world, person, { actionId, value: { registrationId, revision } }),
        );
        expect(person.modal()).toBeNull();
      }
    }
  });

  test('a card that opens its form too late is explained', async () => {
    await khanh().sees('Trần Thị Lan', SOON);
    await isTurnedDown(world, khanh(), words.tooSlow, () =>
      tooLate(world, () => khanh().clicks(words.giveBack, { in: 'Trần Thị Lan' })),
    );
    expect(khanh().modal()).toBeNull();
  });

  test('a card of a revision that was replaced settles nothing and says so', async () => {
    const card = keepsCard(world, khanh(), 'Trần Thị Lan');
    await khanh().clicks(words.giveBack, { in: 'Trần Thị Lan' });
    await khanh().waitsForModal(words.returnForm);
    await opensForm();
    await lan().fills({ [words.field]: [words.ldtt] });
    expect(await lan().submits()).toBe('updated');
    await lan().closesModal();
    await changesNothing(world, async () => {
      await khanh().fills({ [words.reason]: 'Muộn rồi' });
      expect(await khanh().submits()).toBe('updated');
      await khanh().sees(words.replaced, { in: 'modal' });
      await khanh().sees(words.nothingMore, { in: 'modal' });
      await khanh().closesModal({ all: true });
    });
    for (const button of [words.confirm, words.giveBack]) {
      await isTurnedDown(world, khanh(), words.nothingMore, () => card.presses(button));
    }
    expect(await ofLan()).toMatchObject({ state: 'submitted', revision: 2 });
  });

  test('a press that comes twice, from two clicks and twice again, confirms once', async () => {
    await khanh().sees(words.amendment, SOON);
    const card = { in: words.amendment };
    const old = keepsCard(world, khanh(), words.amendment);
    world.workspace.faults.duplicateNextEnvelope(2);
    await Promise.all([khanh().clicks(words.confirm, card), khanh().clicks(words.confirm, card)]);
    expect((await ofLan())?.state).toBe('confirmed');
    const events = { subjectId: (await ofLan())!.id, kind: 'titles.confirmed' };
    expect(await world.deps.db.auditEvent.count({ where: events })).toBe(1);
    await khanh().sees(words.confirmedLate, SOON);

    // Late, on a card that was not redrawn yet.
    await changesNothing(world, () => old.presses(words.confirm));
    await isTurnedDown(world, khanh(), words.nothingMore, () => old.presses(words.giveBack));
    expect(khanh().modal()).toBeNull();
  });

  test('after the window the open form, the command and the old message are refused with its days', async () => {
    const duc = at(world, 'duc.vu');
    await opensForm(duc);
    await duc.fills({ [words.field]: [words.cstdcs] });
    expect(await duc.submits()).toBe('updated');
    await duc.closesModal();
    await khanh().sees('Vũ Anh Đức', SOON);
    await khanh().clicks(words.giveBack, { in: 'Vũ Anh Đức' });
    await khanh().waitsForModal(words.returnForm);
    await khanh().fills({ [words.reason]: 'Chưa đủ năm' });
    expect(await khanh().submits()).toBe('closed');
    await duc.sees('Chưa đủ năm', SOON);
    await opensForm(nga());

    await world.advance(61 * DAY_MS);
    const { closes } = windowOf(world);
    expect(closes).toBeDefined();
    await changesNothing(world, async () => {
      await nga().fills({ [words.field]: [words.cstdcs] });
      expect(await nga().submits()).toBe('errors');
      expect(nga().errors()[words.field]).toContain(words.closed);
      await nga().closesModal();
    });
    await isTurnedDown(world, nga(), words.closed, () => nga().types('/dangky'));
    await isTurnedDown(world, duc, words.closed, () => duc.clicks(words.amend));
    expect(duc.modal()).toBeNull();
    expect(timesSeen(nga(), words.closed)).toBeGreaterThan(0);
    await hears(nga(), words.help, () => nga().types('/dangky ?'));
  });
});
