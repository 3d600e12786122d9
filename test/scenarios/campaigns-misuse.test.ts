import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, formatDay } from '../../src/kernel/time.ts';
import type { Actor } from '../../src/sandbox/driver.ts';
import type { World } from '../support/world.ts';
import { campaignRow, postedCount } from './support/campaigns.ts';
import { keepsCard, type OldCard, pressesForged } from './support/old-card.ts';
import { at, goTo, openStage, speak, stranger, todayOf, tooLate } from './support/places.ts';
import { changesNothing, hears, isTurnedDown, SOON, timesSeen } from './support/watching.ts';

const WORDS = {
  vi: {
    form: 'Phong trào thi đua',
    name: 'Tên phong trào',
    kind: 'Loại',
    adHoc: 'Thi đua đột xuất',
    audience: 'Đối tượng',
    both: 'Tập thể và cá nhân',
    collectives: 'Tập thể',
    from: 'Từ ngày',
    to: 'Đến hết ngày',
    second: 'Bước 2/3',
    third: 'Bước 3/3',
    basis: 'Căn cứ',
    objective: 'Mục tiêu',
    content: 'Nội dung',
    measures: 'Biện pháp',
    criteria: 'Tiêu chí',
    checks: 'Ngày kiểm tra',
    rewards: 'Hình thức khen thưởng',
    prizes: 'Số giải',
    budget: 'Kinh phí (đồng)',
    preview: 'Bản xem trước, chỉ anh/chị thấy',
    publish: 'Phát động',
    amend: 'Sửa lại',
    discard: 'Bỏ bản nháp',
    launched: 'Đã phát động phong trào PT-',
    again: 'đã được phát động với mã PT-',
    gone: 'Bản nháp này không còn nữa',
    changed: 'Bản nháp đã được sửa sau khi anh/chị mở bản này',
    readAgain: 'Kế hoạch hoặc chỉ tiêu đã thay đổi sau khi anh/chị xem bản này',
    pastEnd: 'Ngày kết thúc đã qua',
    notYet: 'chưa được phát động nên chưa nhận hưởng ứng',
    joinForm: 'Hưởng ứng phong trào',
    joinFor: 'Hưởng ứng cho',
    self: 'Cá nhân tôi',
    joined: 'Đã ghi nhận anh/chị hưởng ứng phong trào',
    joinedBefore: 'Anh/chị đã hưởng ứng phong trào',
    own: 'Đăng ký của tôi',
    collectivesOnly: 'Phong trào này dành cho tập thể',
    over: 'Phong trào đã kết thúc ngày',
    whoMay: 'được lập kế hoạch phong trào cho đơn vị mình',
    nothingToResend: 'Bản nháp này không còn nữa',
    notUnderstood: 'Thi Đua chưa hiểu “xem phim”',
    help: '/phongtrao danh sách',
    stranger: 'chưa được ghép với danh sách cán bộ',
    tooSlow: 'Biểu mẫu mở quá chậm',
  },
  en: {
    form: 'Emulation campaign',
    name: 'Name',
    kind: 'Kind',
    adHoc: 'Ad hoc',
    audience: 'For whom',
    both: 'Collectives and persons',
    collectives: 'Collectives',
    from: 'First day',
    to: 'Last day',
    second: 'Step 2 of 3',
    third: 'Step 3 of 3',
    basis: 'Basis',
    objective: 'Objective',
    content: 'Content',
    measures: 'Measures',
    criteria: 'Criteria',
    checks: 'Days of checks',
    rewards: 'Rewards',
    prizes: 'Number of prizes',
    budget: 'Budget (đồng)',
    preview: 'A preview that only you see',
    publish: 'Launch',
    amend: 'Change',
    discard: 'Discard',
    launched: 'is launched. The announcement is going out',
    again: 'This campaign is out already',
    gone: 'This draft is gone',
    changed: 'The draft was changed after you opened this',
    readAgain: 'The plan or its indicators changed after you read this',
    pastEnd: 'The last day is past',
    notYet: 'This campaign is not launched yet',
    joinForm: 'Join the campaign',
    joinFor: 'Join for',
    self: 'Myself',
    joined: 'You have joined the campaign',
    joinedBefore: 'You joined the campaign PT-',
    own: 'My pledges',
    collectivesOnly: 'This campaign is for collectives',
    over: 'The campaign ended on',
    whoMay: 'may write the plan of a campaign for their unit',
    nothingToResend: 'This draft is gone',
    notUnderstood: 'Thi Đua does not know “xem phim”',
    help: '/phongtrao list',
    stranger: 'is not matched to the staff list',
    tooSlow: 'The form opened too late',
  },
} as const;

/** On the announcement, which is in Vietnamese for everybody. */
const JOIN = 'Hưởng ứng';

describe.each([
  ['socket', 'vi'],
  ['http', 'en'],
] as const)('campaigns, misused over %s in %s', (transport, language) => {
  const words = WORDS[language];
  let world: World;
  let author: Actor;
  let staff: Actor;
  let head: Actor;
  let announcement: OldCard;
  beforeAll(async () => {
    world = await openStage(transport);
    await speak(world, language, ['hung.le', 'lan.tran', 'khanh.phan', 'nga.bui', 'stranger']);
    author = at(world, 'hung.le');
    staff = at(world, 'lan.tran');
    head = at(world, 'khanh.phan');
  });
  afterAll(() => world.close());

  async function fillsFirst(name: string, audience: string, days = 10): Promise<void> {
    await author.types('/phongtrao', { in: '#thi-dua' });
    await author.waitsForModal(words.form);
    await author.fills({
      [words.name]: name,
      [words.kind]: words.adHoc,
      [words.audience]: audience,
      [words.from]: todayOf(world),
      [words.to]: addDays(todayOf(world), days - 1),
    });
  }

  async function writes(name: string, audience: string, days = 10): Promise<void> {
    await fillsFirst(name, audience, days);
    expect(await author.submits()).toBe('updated');
    await author.sees(words.second, { in: 'modal' });
    await author.fills(secondStep());
    expect(await author.submits()).toBe('updated');
    await author.sees(words.third, { in: 'modal' });
    await author.fills(thirdStep());
    expect(await author.submits()).toBe('closed');
    await author.sees(name, SOON);
  }

  function secondStep() {
    return {
      [words.basis]: 'Kế hoạch 12',
      [words.objective]: 'Một',
      [words.content]: 'Hai',
      [words.measures]: 'Ba',
      [words.criteria]: 'Bốn: 100',
    };
  }

  function thirdStep() {
    return {
      [words.checks]: formatDay(todayOf(world)),
      [words.rewards]: 'Giấy khen',
      [words.prizes]: '3',
      [words.budget]: '0',
    };
  }

  test('unknown words are answered with help', async () => {
    await isTurnedDown(world, staff, words.notUnderstood, () => staff.types('/phongtrao xem phim'));
    await staff.sees(words.help);
    expect(staff.modal()).toBeNull();
  });

  test('a stranger is told what to do', async () => {
    const outsider = stranger(world);
    await isTurnedDown(world, outsider, words.stranger, () =>
      outsider.types('/phongtrao', { in: '#chung' }),
    );
    expect(outsider.modal()).toBeNull();
  });

  test('one without the right sees the list and who may launch, and opens no form', async () => {
    await isTurnedDown(world, staff, words.whoMay, () =>
      staff.types('/phongtrao', { in: '#chung' }),
    );
    expect(staff.modal()).toBeNull();
  });

  test('a form that opens too late is explained; a closed one leaves nothing', async () => {
    await isTurnedDown(world, author, words.tooSlow, () =>
      tooLate(world, () => author.types('/phongtrao', { in: '#chung' })),
    );
    expect(author.modal()).toBeNull();
    await changesNothing(world, async () => {
      await fillsFirst('Không gửi', words.both);
      expect(await author.submits()).toBe('updated');
      await author.closesModal({ all: true });
    });
  });

  test('a plan that is sent twice and comes twice is one draft with one preview', async () => {
    await fillsFirst('Chung tay', words.both);
    world.workspace.faults.duplicateNextEnvelope();
    expect(await author.submits()).toBe('updated');
    await author.sees(words.second, { in: 'modal' });
    await author.fills(secondStep());
    world.workspace.faults.duplicateNextEnvelope();
    expect(await author.submits()).toBe('updated');
    await author.sees(words.third, { in: 'modal' });
    await author.fills(thirdStep());
    world.workspace.faults.duplicateNextEnvelope();
    await Promise.all([author.submits(), author.submits()]);
    await author.sees(words.preview, SOON);
    expect(await world.deps.db.campaign.count({ where: { name: 'Chung tay' } })).toBe(1);
    const { id } = await campaignRow(world, 'Chung tay');
    expect(await postedCount(world, id, 'preview')).toBe(1);
  });

  test('nobody else can launch, change or discard a draft, and the preview takes nobody', async () => {
    const { id: campaignId } = await campaignRow(world, 'Chung tay');
    for (const person of [staff, head]) {
      for (const actionId of ['campaign_publish', 'campaign_amend', 'campaign_discard']) {
        await isTurnedDown(world, person, words.gone, () =>
          pressesForged(world, person, { actionId, value: { campaignId, mark: '0' } }),
        );
      }
      const value = { campaignId, messageId: crypto.randomUUID(), channelId: 'C1' };
      await isTurnedDown(world, person, words.nothingToResend, () =>
        pressesForged(world, person, { actionId: 'campaign_resend', value }),
      );
      expect(person.modal()).toBeNull();
    }
    await isTurnedDown(world, author, words.notYet, () => author.clicks(JOIN, { in: 'Chung tay' }));
    await isTurnedDown(world, author, words.tooSlow, () =>
      tooLate(world, () => author.clicks(words.amend, { in: 'Chung tay' })),
    );
  });

  test('an old preview launches nothing that its author has not seen', async () => {
    const old = keepsCard(world, author, 'Chung tay');
    await author.clicks(words.amend, { in: 'Chung tay' });
    await author.waitsForModal(words.form);
    await author.fills({ [words.name]: 'Chung tay cuối năm' });
    expect(await author.submits()).toBe('updated');
    expect(await author.submits()).toBe('updated');
    expect(await author.submits()).toBe('closed');
    await isTurnedDown(world, author, words.readAgain, () => old.presses(words.publish));
    await isTurnedDown(world, author, words.changed, () => old.presses(words.amend));
    expect(author.modal()).toBeNull();
    await author.sees('Chung tay cuối năm', SOON);
  });

  test('a launch that is pressed twice and comes twice is announced once', async () => {
    const name = 'Chung tay cuối năm';
    const preview = keepsCard(world, author, name);
    world.workspace.faults.duplicateNextEnvelope(2);
    await Promise.all([
      author.clicks(words.publish, { in: name }),
      author.clicks(words.publish, { in: name }),
    ]);
    await author.sees(words.launched);
    await expect.poll(() => timesSeen(author, words.again)).toBe(3);
    const { id } = await campaignRow(world, name);
    expect(await postedCount(world, id, 'announcement')).toBe(1);
    const launched = { subjectId: id, kind: 'campaign.published' };
    expect(await world.deps.db.auditEvent.count({ where: launched })).toBe(1);
    await staff.sees(name, { in: '#thi-dua', ...SOON });
    announcement = keepsCard(world, staff, name);
    for (const button of [words.publish, words.amend, words.discard])
      await isTurnedDown(world, author, words.again, () => preview.presses(button));
    expect(author.modal()).toBeNull();
  });

  test('a stranger in the channel joins nothing', async () => {
    const outsider = stranger(world);
    await outsider.sees('Chung tay cuối năm', { in: '#thi-dua' });
    await isTurnedDown(world, outsider, words.stranger, () =>
      outsider.clicks(JOIN, { in: '#thi-dua' }),
    );
  });

  test('a press that comes twice, from two clicks and twice again, joins once', async () => {
    const card = { in: '#thi-dua' };
    await staff.clicks(JOIN, card);
    await staff.waitsForModal(words.joinForm);
    world.workspace.faults.duplicateNextEnvelope(2);
    await Promise.all([staff.submits(), staff.submits()]);
    await staff.closesModal();
    const { id, pledges } = await campaignRow(world, 'Chung tay cuối năm');
    expect(pledges).toHaveLength(1);
    const pledged = { subjectId: id, kind: 'campaign.pledged' };
    expect(await world.deps.db.auditEvent.count({ where: pledged })).toBe(1);
    await staff.sees('1 cá nhân và 0 tập thể đã hưởng ứng', { ...card, ...SOON });
    await changesNothing(world, async () => {
      await announcement.presses(JOIN);
      await staff.waitsForModal(words.own);
      await staff.closesModal();
    });
  });

  test('the choice for whom to join opens in time or says so; closed, it joins nothing', async () => {
    const card = { in: '#thi-dua' };
    await isTurnedDown(world, head, words.tooSlow, () =>
      tooLate(world, () => head.clicks(JOIN, card)),
    );
    await changesNothing(world, async () => {
      await head.clicks(JOIN, card);
      await head.waitsForModal(words.joinForm);
      await head.fills({ [words.joinFor]: words.self });
      await head.closesModal();
    });
  });

  test('where units are invited, one who heads none is told whom to ask', async () => {
    await writes('Tập thể đi đầu', words.collectives);
    await author.clicks(words.publish, { in: 'Tập thể đi đầu' });
    await staff.sees('Tập thể đi đầu', { in: '#thi-dua', ...SOON });
    await isTurnedDown(world, staff, words.collectivesOnly, () =>
      staff.clicks(JOIN, { in: 'Tập thể đi đầu' }),
    );
    await staff.sees('Phan Quốc Khánh');
  });

  test('after the end every late press is answered and changes nothing', async () => {
    const name = 'Chung tay cuối năm';
    const lastDay = addDays(todayOf(world), 9);
    await writes('Quá hạn', words.both, 2);
    const overdue = keepsCard(world, author, 'Quá hạn');
    await head.clicks(JOIN, { in: name });
    await head.waitsForModal(words.joinForm);
    await head.fills({ [words.joinFor]: words.self });

    // The last day is over; the closing has not been posted yet.
    await goTo(world, addDays(lastDay, 1), '00:01');
    const late = at(world, 'nga.bui');
    await isTurnedDown(world, late, words.over, () => late.clicks(JOIN, { in: name }));
    await changesNothing(world, async () => {
      expect(await head.submits()).toBe('errors');
      expect(head.errors()).toEqual({ [words.joinFor]: expect.stringContaining(words.over) });
      await head.closesModal();
    });
    await isTurnedDown(world, author, words.pastEnd, () => overdue.presses(words.publish));

    await goTo(world, addDays(lastDay, 1), '08:00');
    for (const closed of [name, 'Tập thể đi đầu'])
      await staff.sees(`Phong trào “${closed}” (PT-`, { in: '#thi-dua', ...SOON });
    await isTurnedDown(world, staff, words.over, () => announcement.presses(JOIN));
    expect((await campaignRow(world, name)).pledges).toHaveLength(1);
    await hears(staff, words.help, () => staff.types('/phongtrao ?'));
  });
});
