import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../src/sandbox/driver.ts';
import type { Login } from '../../src/sandbox/sample/people.ts';
import type { World } from '../support/world.ts';
import {
  AUTHOR,
  ballotRow,
  initiativeId,
  SECRETARY,
  VOTERS,
  WAITING_TITLE,
} from './support/councils.ts';
import { keepsCard, type OldCard, pressesForged } from './support/old-card.ts';
import { at, openStage, speak, stranger, tooLate } from './support/places.ts';
import { changesNothing, hears, isTurnedDown, SOON, timesSeen } from './support/watching.ts';

const HOUR_MS = 60 * 60_000;

const WORDS = {
  vi: {
    convene: 'Lập phiên họp',
    place: 'Địa điểm hoặc hình thức',
    agenda: 'Sáng kiến đưa ra xét',
    saved: 'Phiên họp đã được lập',
    openBallot: 'Mở bỏ phiếu',
    ballotForm: 'Mở bỏ phiếu',
    method: 'Hình thức',
    open: 'Biểu quyết công khai',
    card: 'Mời bỏ phiếu',
    agree: 'Đồng ý',
    disagree: 'Không đồng ý',
    other: 'Ý kiến khác',
    opinion: 'Ý kiến của anh/chị',
    recorded: 'Đã ghi phiếu Đồng ý',
    votedBefore: 'Phiếu của anh/chị đã được ghi trước đó; lần bấm này không thay đổi gì',
    closed: 'Cuộc bỏ phiếu đã đóng nên phiếu không được ghi',
    isAuthor: 'Anh/chị là tác giả của sáng kiến này nên không bỏ phiếu',
    notOnRoll: 'không có tên trong danh sách bỏ phiếu',
    mayNot: 'Chỉ Chủ tịch, Thư ký hội đồng hoặc thư ký thi đua',
    noCouncil: 'chưa là thành viên hoặc thư ký của hội đồng nào',
    alreadyVotedOn: 'đang được bỏ phiếu hoặc đã có kết quả',
    itemGone: 'không còn trong chương trình',
    passed: 'Thông qua',
    record: 'Ghi quyết định công nhận',
    decisionForm: 'Quyết định công nhận',
    number: 'Số quyết định',
    signatory: 'Người ký',
    stands: 'Đã có kết quả từ trước',
    onlySecretary: 'Chỉ thư ký thi đua của đơn vị hoặc cấp trên ghi quyết định này',
    notUnderstood: 'Thi Đua chưa hiểu “họp gấp”',
    help: '/hoidong mới',
    stranger: 'chưa được ghép với danh sách cán bộ',
    tooSlow: 'Biểu mẫu mở quá chậm',
    unknownBallot: 'Không tìm thấy cuộc bỏ phiếu này',
  },
  en: {
    convene: 'Convene a sitting',
    place: 'Place or form',
    agenda: 'Initiatives on the agenda',
    saved: 'The sitting is convened',
    openBallot: 'Open ballot',
    ballotForm: 'Open a ballot',
    method: 'Method',
    open: 'Open vote',
    card: 'Please vote',
    agree: 'Agree',
    disagree: 'Disagree',
    other: 'Other opinion',
    opinion: 'Your opinion',
    recorded: 'Your vote Agree is recorded',
    votedBefore: 'Your vote was recorded before; this press changed nothing',
    closed: 'The ballot has closed, so the vote was not recorded',
    isAuthor: 'You are an author of this initiative, so you do not vote on it',
    notOnRoll: 'You are not on the roll of this ballot',
    mayNot: 'Only the chair or secretary of the council',
    noCouncil: 'You are not a member or secretary of any council',
    alreadyVotedOn: 'is being voted on or has its result already',
    itemGone: 'no longer on the agenda',
    passed: 'Passed',
    record: 'Record the decision',
    decisionForm: 'Decision to recognise',
    number: 'Number of the decision',
    signatory: 'Signed by',
    stands: 'There is a decision already',
    onlySecretary: 'Only the secretary of emulation of the unit or of one above records this',
    notUnderstood: 'Thi Đua does not know “họp gấp”',
    help: '/hoidong new',
    stranger: 'is not matched to the staff list',
    tooSlow: 'The form opened too late',
    unknownBallot: 'This ballot was not found',
  },
} as const;

describe.each([
  ['socket', 'vi'],
  ['http', 'en'],
] as const)('councils, misused over %s in %s', (transport, language) => {
  const words = WORDS[language];
  let world: World;
  let secretary: Actor;
  let nga: Actor;
  let sittingCard: OldCard;
  let voteCards: Map<Login, OldCard>;
  beforeAll(async () => {
    world = await openStage(transport);
    await speak(world, language, [...VOTERS, AUTHOR, 'nga.bui', 'stranger']);
    secretary = at(world, SECRETARY);
    nga = at(world, 'nga.bui');
  });
  afterAll(() => world.close());

  const vote = (person: Actor, choice: 'agree' | 'disagree' | 'other', ballotId: string) =>
    pressesForged(world, person, { actionId: `councils.${choice}`, value: { ballotId } });

  async function fillsSitting(): Promise<void> {
    await secretary.types('/hoidong mới');
    await secretary.waitsForModal(words.convene);
    await secretary.fills({ [words.place]: 'Trực tuyến', [words.agenda]: [WAITING_TITLE] });
  }

  test('unknown words are answered with help', async () => {
    await isTurnedDown(world, nga, words.notUnderstood, () => nga.types('/hoidong họp gấp'));
    await nga.sees(words.help);
    expect(nga.modal()).toBeNull();
  });

  test.each(['trợ giúp', 'TRO GIUP', 'trợ giúp'.normalize('NFD'), 'hướng dẫn', '?'])(
    'help is understood however it is typed: %s',
    async (typed) => {
      await hears(nga, words.help, () => nga.types(`/hoidong ${typed}`));
      nga.seesNot(`“${typed}”`);
    },
  );

  test('a stranger is told what to do, whether they type or press', async () => {
    const outsider = stranger(world);
    await isTurnedDown(world, outsider, words.stranger, () => outsider.types('/hoidong mới'));
    await isTurnedDown(world, outsider, words.stranger, () =>
      vote(outsider, 'agree', crypto.randomUUID()),
    );
    expect(outsider.modal()).toBeNull();
  });

  test('one without the right convenes nothing: neither a colleague nor a plain member', async () => {
    await isTurnedDown(world, nga, words.noCouncil, () => nga.types('/hoidong'));
    for (const person of [nga, at(world, 'tam.do')]) {
      await isTurnedDown(world, person, words.mayNot, () => person.types('/hoidong moi'));
      expect(person.modal()).toBeNull();
    }
  });

  test('a form that opens too late is explained; a closed one leaves nothing', async () => {
    await isTurnedDown(world, secretary, words.tooSlow, () =>
      tooLate(world, () => secretary.types('/hoidong mới')),
    );
    expect(secretary.modal()).toBeNull();
    await changesNothing(world, async () => {
      await fillsSitting();
      await secretary.closesModal();
    });
  });

  test('a sitting that is sent twice and comes twice is convened once', async () => {
    await fillsSitting();
    world.workspace.faults.duplicateNextEnvelope();
    await Promise.all([secretary.submits(), secretary.submits()]);
    await secretary.sees(words.saved, { in: 'modal' });
    await secretary.closesModal({ all: true });
    const where = { place: 'Trực tuyến' };
    expect(await world.deps.db.sitting.count({ where })).toBe(1);
    await secretary.sees(`[${words.openBallot}]`, SOON);
    sittingCard = keepsCard(world, secretary, 'Trực tuyến');
  });

  test('one without the right opens no ballot, and is not shown the roll', async () => {
    const item = await world.deps.db.agendaItem.findFirstOrThrow({
      where: { initiativeId: await initiativeId(world) },
    });
    const press = (agendaItemId: string) => ({
      actionId: 'councils.open_ballot',
      value: { agendaItemId },
    });
    for (const person of [nga, at(world, 'tam.do')]) {
      await isTurnedDown(world, person, words.mayNot, () =>
        pressesForged(world, person, press(item.id)),
      );
      expect(person.modal()).toBeNull();
    }
    await isTurnedDown(world, secretary, words.itemGone, () =>
      pressesForged(world, secretary, press(crypto.randomUUID())),
    );
  });

  test('a ballot that is opened twice, from a form sent twice, opens once', async () => {
    await secretary.clicks(words.openBallot, { in: 'Trực tuyến' });
    await secretary.waitsForModal(words.ballotForm);
    await secretary.fills({ [words.method]: words.open });
    world.workspace.faults.duplicateNextEnvelope();
    await Promise.all([secretary.submits(), secretary.submits()]);
    const about = { agendaItem: { initiativeId: await initiativeId(world) } };
    expect(await world.deps.db.ballot.count({ where: about })).toBe(1);
    if (secretary.modal()) await secretary.closesModal({ all: true });
    for (const voter of VOTERS) await at(world, voter).sees(words.card, SOON);
    voteCards = new Map(
      VOTERS.map((login) => [login, keepsCard(world, at(world, login), words.card)]),
    );
    // The sitting's card as it stood before the opening.
    await isTurnedDown(world, secretary, words.alreadyVotedOn, () =>
      sittingCard.presses(words.openBallot),
    );
    expect(secretary.modal()).toBeNull();
  });

  test('the author and those who are not on the roll cast no vote', async () => {
    const { id } = await ballotRow(world);
    for (const choice of ['agree', 'disagree', 'other'] as const) {
      await isTurnedDown(world, at(world, AUTHOR), words.isAuthor, () =>
        vote(at(world, AUTHOR), choice, id),
      );
      await isTurnedDown(world, nga, words.notOnRoll, () => vote(nga, choice, id));
    }
    for (const choice of ['agree', 'other'] as const)
      await isTurnedDown(world, nga, words.unknownBallot, () =>
        vote(nga, choice, crypto.randomUUID()),
      );
    expect([nga.modal(), at(world, AUTHOR).modal()]).toEqual([null, null]);
    // The database holds it too, whatever the code does.
    await expect(
      world.deps.db.$executeRaw`insert into turnout (ballot_id, person_id)
        select ballot_id, person_id from roll_entry
        where excluded is not null and ballot_id = ${id}::uuid`,
    ).rejects.toThrow(/excluded/);
  });

  test('“other opinion” that opens too late or is closed casts no vote', async () => {
    const chair = at(world, 'minh.pham');
    const card = { in: words.card };
    await isTurnedDown(world, chair, words.tooSlow, () =>
      tooLate(world, () => chair.clicks(words.other, card)),
    );
    await changesNothing(world, async () => {
      await chair.clicks(words.other, card);
      await chair.waitsForModal(words.other);
      await chair.fills({ [words.opinion]: 'Chưa gửi' });
      await chair.closesModal();
    });
    expect(
      await world.deps.db.turnout.count({ where: { ballotId: (await ballotRow(world)).id } }),
    ).toBe(0);
  });

  test('a press that comes twice, from two clicks and twice again, is one vote', async () => {
    const { id: ballotId } = await ballotRow(world);
    const dung = at(world, 'dung.tran');
    const card = { in: words.card };
    world.workspace.faults.duplicateNextEnvelope(2);
    await Promise.all([dung.clicks(words.agree, card), dung.clicks(words.agree, card)]);
    await dung.sees(words.recorded);
    await expect.poll(() => timesSeen(dung, words.votedBefore)).toBe(3);
    expect(timesSeen(dung, words.recorded)).toBe(1);
    expect(await world.deps.db.openVote.count({ where: { ballotId } })).toBe(1);

    // Another choice, on a card that was not redrawn yet, changes nothing either.
    const old = voteCards.get('dung.tran')!;
    await isTurnedDown(world, dung, words.votedBefore, () => old.presses(words.disagree));
    expect(await world.deps.db.openVote.findMany({ where: { ballotId } })).toMatchObject([
      { choice: 'agree' },
    ]);
  });

  test('two different choices at once are one vote', async () => {
    const { id: ballotId } = await ballotRow(world);
    const thuy = at(world, 'thuy.vo');
    const card = voteCards.get('thuy.vo')!;
    await hears(thuy, words.votedBefore, () =>
      Promise.all([card.presses(words.agree), card.presses(words.disagree)]),
    );
    const personId = (
      await world.deps.db.person.findUniqueOrThrow({ where: { email: thuy.person.email } })
    ).id;
    expect(await world.deps.db.openVote.count({ where: { ballotId, personId } })).toBe(1);
    await world.deps.db.openVote.update({
      where: { ballotId_personId: { ballotId, personId } },
      data: { choice: 'agree' },
    });
  });

  test('after the close every late press is answered and changes nothing', async () => {
    const tam = at(world, 'tam.do');
    await tam.clicks(words.other, { in: words.card });
    await tam.waitsForModal(words.other);
    await tam.fills({ [words.opinion]: 'Gửi muộn' });
    for (const voter of ['minh.pham', 'ha.nguyen', 'hoa.nguyen', 'huong.dang'] as const)
      await voteCards.get(voter)!.presses(words.agree);

    // The statement that writes judges the deadline, whether or not a timer has closed the ballot yet.
    const { id: ballotId } = await ballotRow(world);
    await world.clock.advance(26 * HOUR_MS);
    const long = at(world, 'long.duong');
    const late = voteCards.get('long.duong')!;
    await hears(long, words.closed, () => late.presses(words.agree));
    expect(await world.deps.db.turnout.count({ where: { ballotId } })).toBe(6);
    await world.advance(0);
    await secretary.sees(words.passed, SOON);
    expect((await ballotRow(world)).state).toBe('closed');

    for (const choice of [words.agree, words.disagree])
      await isTurnedDown(world, long, words.closed, () => late.presses(choice));
    await isTurnedDown(world, at(world, 'dung.tran'), words.votedBefore, () =>
      voteCards.get('dung.tran')!.presses(words.disagree),
    );
    await isTurnedDown(world, at(world, AUTHOR), words.isAuthor, () =>
      vote(at(world, AUTHOR), 'agree', ballotId),
    );
    await changesNothing(world, async () => {
      expect(await tam.submits()).toBe('errors');
      expect(tam.errors()).toEqual({ [words.opinion]: expect.stringContaining(words.closed) });
      await tam.closesModal();
    });
    // From the old card the form for another opinion is not even opened.
    await isTurnedDown(world, long, words.closed, () => late.presses(words.other));
    expect(long.modal()).toBeNull();
    await isTurnedDown(world, secretary, words.alreadyVotedOn, () =>
      sittingCard.presses(words.openBallot),
    );
  });

  test('a decision is recorded once, by the secretary alone', async () => {
    await secretary.sees(`[${words.record}]`, SOON);
    const card = keepsCard(world, secretary, words.record);
    const initiative = await initiativeId(world);
    const value = { initiativeId: initiative, ballotId: (await ballotRow(world)).id };
    await isTurnedDown(world, at(world, 'minh.pham'), words.onlySecretary, () =>
      pressesForged(world, at(world, 'minh.pham'), { actionId: 'initiatives.decision', value }),
    );
    await isTurnedDown(world, secretary, words.tooSlow, () =>
      tooLate(world, () => card.presses(words.record)),
    );
    await changesNothing(world, async () => {
      await secretary.clicks(words.record);
      await secretary.waitsForModal(words.decisionForm);
      await secretary.closesModal();
    });
    await secretary.clicks(words.record);
    await secretary.waitsForModal(words.decisionForm);
    await secretary.fills({ [words.number]: '905/QĐ-BHXH', [words.signatory]: 'Lê Quang Hùng' });
    world.workspace.faults.duplicateNextEnvelope();
    await Promise.all([secretary.submits(), secretary.submits()]);
    await secretary.closesModal({ all: true });
    const { db } = world.deps;
    expect(await db.initiativeDecision.count({ where: { initiativeId: initiative } })).toBe(1);
    const told = { subjectId: initiative, purpose: 'initiatives.decided' };
    expect(await db.outgoingMessage.count({ where: told })).toBe(2);
    await isTurnedDown(world, secretary, words.stands, () => card.presses(words.record));
    expect(secretary.modal()).toBeNull();
  });

  test('a title that carries a call to everybody calls nobody', async () => {
    const title = 'Gọi <!channel> & <@U1>';
    const { id } = await world.deps.db.initiative.findFirstOrThrow({
      where: { state: 'received' },
      select: { id: true },
    });
    const acceptedAt = world.clock.now();
    await world.deps.db.initiative.update({
      where: { id },
      data: { title, state: 'accepted', acceptedAt },
    });
    await secretary.types('/hoidong mới');
    await secretary.waitsForModal(words.convene);
    await secretary.fills({ [words.place]: 'Trực tuyến', [words.agenda]: [title] });
    await secretary.submits();
    await secretary.clicks(words.openBallot, { in: 'modal' });
    await secretary.waitsForModal(words.ballotForm);
    await secretary.fills({ [words.method]: words.open });
    await secretary.submits();
    for (const voter of VOTERS) await at(world, voter).sees(title, SOON);
    for (const conversation of world.workspace.core.state.conversations.keys()) {
      for (const { text, blocks } of world.workspace.messagesIn(conversation)) {
        const mrkdwn = JSON.stringify(blocks).match(/"type":"mrkdwn","text":"[^"]*"/g) ?? [];
        expect([text, ...mrkdwn].join('\n')).not.toMatch(/<!channel>|<@U1>/);
      }
    }
  });
});
