import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { myInitiatives } from '../../src/initiatives/file-queries.ts';
import { fileInitiative } from '../../src/initiatives/intake/file-initiative.ts';
import { saveDescription } from '../../src/initiatives/intake/save-description.ts';
import { openFile } from '../../src/initiatives/open-file.ts';
import {
  authorPersonIds,
  initiativeForCouncil,
  initiativesAwaitingCouncil,
} from '../../src/initiatives/queries.ts';
import { beginVoting } from '../../src/initiatives/workflow/begin-voting.ts';
import { countDue, dueInitiatives } from '../../src/initiatives/workflow/deadline-queries.ts';
import { endVoting } from '../../src/initiatives/workflow/end-voting.ts';
import { openDecision } from '../../src/initiatives/workflow/open-decision.ts';
import { recordDecision } from '../../src/initiatives/workflow/record-decision.ts';
import { today } from '../../src/kernel/deps.ts';
import { addDays } from '../../src/kernel/time.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import {
  type Agency,
  accepted,
  closedBallot,
  drafted,
  filed,
  messagesAbout,
  openAgencyWithCouncils,
  sampleDescription,
} from './support.ts';

let agency: Agency;
beforeAll(async () => {
  agency = await openAgencyWithCouncils();
});
afterAll(() => agency.close());

const db = () => agency.deps.db;
const year = () => Number(today(agency.deps).slice(0, 4));
const sequence = (number: string) => Number(number.split('-')[2]);

async function lastInRegister(): Promise<number> {
  const row = await db().register.findUnique({
    where: { series_year: { series: 'SK', year: year() } },
  });
  return row?.last ?? 0;
}

async function kinds(subjectId: string): Promise<string[]> {
  const events = await db().auditEvent.findMany({ where: { subjectId }, orderBy: { id: 'asc' } });
  return events.map(({ kind }) => kind);
}

describe('handing in', () => {
  test('writes the initiative, its authors and the messages, and takes the draft away', async () => {
    const { id, number } = await filed(agency, {
      by: 'lan.tran',
      authors: ['lan.tran', 'duc.vu'],
      outside: 'Trần Văn Bình; Đại học Y',
      particulars: { confidential: 'Ngưỡng 20%.' },
      shares: [50, 30, 20],
    });
    expect(number).toBe(`SK-${year()}-0001`);
    const row = await db().initiative.findUniqueOrThrow({
      where: { id },
      include: { authors: { orderBy: { ordinal: 'asc' } } },
    });
    expect(row).toMatchObject({
      number,
      state: 'received',
      filedLate: false,
      unitId: unitId('SH-THU'),
      filedById: personId('lan.tran'),
      confidential: 'Ngưỡng 20%.',
    });
    expect(row.authors).toMatchObject([
      { personId: personId('lan.tran'), outsideName: null, share: 50 },
      { personId: personId('duc.vu'), outsideName: null, share: 30 },
      { personId: null, outsideName: 'Trần Văn Bình', workplace: 'Đại học Y', share: 20 },
    ]);
    expect(await messagesAbout(agency, id)).toEqual([
      { purpose: 'initiatives.receipt', personId: personId('lan.tran') },
      { purpose: 'initiatives.receipt', personId: personId('duc.vu') },
      { purpose: 'initiatives.filed', personId: personId('ha.nguyen') },
    ]);
    expect(await kinds(id)).toEqual(['initiative.filed']);
    expect(await db().initiativeDraft.count()).toBe(0);
  });

  test('of the same draft many times at once makes one initiative with one number', async () => {
    const draft = await drafted(agency, { by: 'anh.trinh' });
    const actor = await agency.actor('anh.trinh');
    const before = await lastInRegister();
    const submission = { actor, ...draft, shares: [100] };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => fileInitiative(agency.deps, submission)),
    );
    answers.push(await fileInitiative(agency.deps, submission));
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1);
    expect(await lastInRegister()).toBe(before + 1);
    expect(await db().initiative.count({ where: { filedById: actor.personId } })).toBe(1);
    expect(await messagesAbout(agency, draft.draftId)).toHaveLength(2);
    expect(await kinds(draft.draftId)).toEqual(['initiative.filed']);
  });

  test('by many at once leaves no gap in the register, even when one is refused', async () => {
    const before = await lastInRegister();
    const logins: Login[] = ['trang.ly', 'bao.huynh', 'nhung.chu', 'mai.thai', 'chau.do'];
    const outcomes = await Promise.allSettled(
      logins.map((by, index) => filed(agency, { by, shares: index === 2 ? [99] : [100] })),
    );
    const numbers = outcomes.flatMap((one) =>
      one.status === 'fulfilled' ? [sequence(one.value.number)] : [],
    );
    expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4].map((step) => before + step));
    expect(outcomes[2]).toMatchObject({ status: 'rejected', reason: { code: 'shares_wrong' } });
    expect(await db().initiativeDraft.count()).toBe(1);
  });

  test.each([
    [[60, 30], 'share_1', 'Tổng tỷ lệ là 90%, còn thiếu 10%'],
    [[60, 50], 'share_1', 'Tổng tỷ lệ là 110%, thừa 10%'],
    [[60.5, 39.5], 'share_0', 'số nguyên'],
    [[100, 0], 'share_1', 'số nguyên'],
    [[100, Number.NaN], 'share_1', 'số nguyên'],
  ])('with shares %j is refused at its field and the draft stays', async (shares, field, words) => {
    await db().initiativeDraft.deleteMany();
    const draft = await drafted(agency, { by: 'linh.cao', authors: ['linh.cao', 'duc.vu'] });
    const actor = await agency.actor('linh.cao');
    const before = await lastInRegister();
    const error = await fileInitiative(agency.deps, { actor, ...draft, shares }).catch((e) => e);
    expect(error).toMatchObject({ code: 'shares_wrong', field });
    expect(error.say('vi')).toContain(words);
    expect(await db().initiativeDraft.count({ where: { id: draft.draftId } })).toBe(1);
    expect(await lastInRegister()).toBe(before);
  });

  test('more than a year after the first application is accepted and marked', async () => {
    const firstAppliedOn = addDays(today(agency.deps), -400);
    const { id } = await filed(agency, { by: 'hieu.trinh', description: { firstAppliedOn } });
    expect(await db().initiative.findUnique({ where: { id } })).toMatchObject({ filedLate: true });
  });

  test('for others goes to the unit of the first author, and who filed it gets a receipt too', async () => {
    const { id } = await filed(agency, { by: 'nga.bui', authors: ['tuan.vu'] });
    const row = await db().initiative.findUniqueOrThrow({ where: { id } });
    expect(row.unitId).toBe(unitId('SH-BL'));
    const receipts = (await messagesAbout(agency, id)).filter(
      ({ purpose }) => purpose === 'initiatives.receipt',
    );
    expect(receipts.map((one) => one.personId)).toEqual([personId('nga.bui'), personId('tuan.vu')]);
  });

  test('a first step that comes once more after it makes no new draft', async () => {
    const { id, number } = await filed(agency, { by: 'van.doan' });
    const actor = await agency.actor('van.doan');
    const description = sampleDescription(agency);
    const authors = { slackUserIds: [actor.slackUserId] };
    const again = { actor, draftId: id, description, authors };
    expect(await saveDescription(agency.deps, again)).toEqual({
      kind: 'filed',
      initiative: { id, number },
    });
    expect(await db().initiativeDraft.count({ where: { personId: actor.personId } })).toBe(0);
  });
});

describe('reading', () => {
  test('authors, the secretary and the initiative council may read; others may not tell it from none', async () => {
    const { id, number } = await filed(agency, {
      by: 'giang.bui',
      authors: ['dat.lam'],
      particulars: { confidential: 'Mã nguồn.' },
    });
    const read = async (login: Login, which: { id: string } | { number: string } = { id }) =>
      openFile(agency.deps, await agency.actor(login), which).then(
        ({ confidential }) => (confidential ? 'all' : 'without_confidential'),
        (error) => `${error.code}: ${error.say('vi')}`,
      );
    expect(await read('giang.bui')).toBe('without_confidential');
    expect(await read('dat.lam', { number })).toBe('without_confidential');
    expect(await read('ha.nguyen')).toBe('all');
    expect(await read('tam.do')).toBe('all');
    const refused = await read('son.hoang');
    expect(refused).toMatch(/^initiative_unknown/);
    expect(await read('son.hoang', { number: 'SK-2001-0001' })).toBe(refused);
  });

  test('mine are those of which I am an author or which I handed in, newest first', async () => {
    const one = await filed(agency, { by: 'phuc.dang' });
    const two = await filed(agency, { by: 'nam.hoang', authors: ['phuc.dang'] });
    const mine = await myInitiatives(agency.deps, db(), {
      personId: personId('phuc.dang'),
      limit: 1,
    });
    expect(mine.total).toBe(2);
    expect(mine.newest.map(({ number }) => number)).toEqual([two.number]);
    expect(one.number).not.toBe(two.number);
  });

  test('a secretary sees how many wait in the units below and the oldest', async () => {
    const received = await db().initiative.findMany({
      where: { state: 'received', unitId: unitId('SH-CG') },
      orderBy: { filedAt: 'asc' },
    });
    const waiting = async (...under: string[]) =>
      countDue(await dueInitiatives(agency.deps, db(), { under }))[0];
    expect(await waiting(unitId('SH-CG'))).toMatchObject({
      kind: 'form_check',
      count: received.length,
      first: { number: received[0]?.number },
    });
    const all = await waiting(unitId('SH'), unitId('SH-CG'));
    expect(all?.count).toBe(await db().initiative.count({ where: { state: 'received' } }));
  });
});

describe('before the council', () => {
  test('an initiative waits in the council’s tree until it is voted on, and moves once', async () => {
    const { id } = await accepted(agency, {
      by: 'thanh.mai',
      authors: ['thanh.mai', 'huong.dang'],
      outside: 'Lê Hà; Sở Y tế',
      particulars: { confidential: 'Riêng.' },
      shares: [50, 30, 20],
    });
    const waiting = async (code: 'SH' | 'SH-BL') =>
      (await initiativesAwaitingCouncil(db(), { councilUnitId: unitId(code) })).map(
        (one) => one.id,
      );
    expect(await waiting('SH')).toContain(id);
    expect(await waiting('SH-BL')).not.toContain(id);
    expect(await initiativeForCouncil(db(), id)).toMatchObject({
      confidential: 'Riêng.',
      authors: [
        { personId: personId('thanh.mai'), name: 'Mai Chí Thành', share: 50 },
        { personId: personId('huong.dang'), name: 'Đặng Thu Hương', share: 30 },
        { personId: null, name: 'Lê Hà', share: 20 },
      ],
    });
    expect(await authorPersonIds(db(), id)).toEqual([
      personId('thanh.mai'),
      personId('huong.dang'),
    ]);

    expect(await beginVoting(db(), id)).toBe(true);
    expect(await beginVoting(db(), id)).toBe(false);
    expect(await waiting('SH')).not.toContain(id);
    expect(await endVoting(db(), id, 'no_quorum')).toBe(true);
    expect(await endVoting(db(), id, 'passed')).toBe(false);
    expect(await waiting('SH')).toContain(id);
    expect(await beginVoting(db(), id)).toBe(true);
    expect(await endVoting(db(), id, 'not_passed')).toBe(true);
    expect((await initiativeForCouncil(db(), id))?.title).toBeDefined();
  });
});

describe('the decision', () => {
  async function voted(by: Login, result: 'passed' | 'not_passed') {
    const { id } = await accepted(agency, { by });
    await beginVoting(db(), id);
    await endVoting(db(), id, result);
    return { initiativeId: id, ballotId: await closedBallot(agency, id, result) };
  }
  const paper = () => ({
    number: '905/QĐ-BHXH',
    decidedOn: today(agency.deps),
    signatory: 'Lê Quang Hùng, Giám đốc',
  });

  test('is recorded once, however often it is sent, and told to the authors once', async () => {
    const subject = await voted('binh.nguyen', 'passed');
    const actor = await agency.actor('ha.nguyen');
    const input = { actor, ...subject, kind: 'recognised' as const, ...paper() };
    const [one, two] = await Promise.all([
      recordDecision(agency.deps, input),
      recordDecision(agency.deps, { ...input, number: '906/QĐ-BHXH' }),
    ]);
    expect([one.happened, two.happened].filter(Boolean)).toHaveLength(1);
    expect(one.number).toBe(two.number);
    const row = await db().initiative.findUnique({
      where: { id: subject.initiativeId },
      include: { decision: true },
    });
    expect(row).toMatchObject({ state: 'recognised', decision: { number: one.number } });
    const told = (await messagesAbout(agency, subject.initiativeId)).filter(
      ({ purpose }) => purpose === 'initiatives.decided',
    );
    expect(told).toEqual([{ purpose: 'initiatives.decided', personId: personId('binh.nguyen') }]);
    expect(await kinds(subject.initiativeId)).toEqual([
      'initiative.filed',
      'initiative.accepted',
      'initiative.recognised',
    ]);
    expect(await openDecision(agency.deps, actor, subject.initiativeId)).toMatchObject({
      awaited: null,
      standing: { number: one.number },
    });
  });

  test('of refusal needs its reason and follows a vote that did not pass', async () => {
    const subject = await voted('ngoc.le', 'not_passed');
    const actor = await agency.actor('ha.nguyen');
    const input = { actor, ...subject, ...paper() };
    expect(await openDecision(agency.deps, actor, subject.initiativeId)).toMatchObject({
      awaited: 'refused',
    });
    const attempt = (changes: Partial<Parameters<typeof recordDecision>[1]>) =>
      recordDecision(agency.deps, { ...input, kind: 'refused', reason: 'Chưa mới.', ...changes });
    await expect(attempt({ reason: undefined })).rejects.toMatchObject({ field: 'reason' });
    await expect(attempt({ kind: 'recognised' })).rejects.toMatchObject({
      code: 'vote_not_fitting',
    });
    await expect(attempt({ decidedOn: addDays(today(agency.deps), 1) })).rejects.toMatchObject({
      field: 'decidedOn',
    });
    await expect(attempt({ decidedOn: addDays(today(agency.deps), -1) })).rejects.toMatchObject({
      code: 'decision_before_vote',
      field: 'decidedOn',
    });
    await expect(attempt({ actor: await agency.actor('hung.le') })).rejects.toMatchObject({
      code: 'not_secretary',
    });
    expect(await db().initiativeDecision.count({ where: subject })).toBe(0);
    expect(await attempt({})).toMatchObject({ happened: true, kind: 'refused' });
    expect(
      await db().initiativeDecision.findUnique({ where: { initiativeId: subject.initiativeId } }),
    ).toMatchObject({ kind: 'refused', reason: 'Chưa mới.' });
  });

  test('cannot follow the ballot of another initiative', async () => {
    const subject = await voted('loan.pham', 'passed');
    const other = await voted('thao.dinh', 'passed');
    const actor = await agency.actor('ha.nguyen');
    await expect(
      recordDecision(agency.deps, {
        actor,
        ...subject,
        ballotId: other.ballotId,
        kind: 'recognised',
        ...paper(),
      }),
    ).rejects.toMatchObject({ code: 'vote_not_fitting' });
  });
});
