import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentOf } from '../../src/initiatives/initiative-content.ts';
import { initiativesAwaitingCouncil } from '../../src/initiatives/queries.ts';
import { checkForm } from '../../src/initiatives/workflow/check-form.ts';
import { keepRecognition } from '../../src/initiatives/workflow/keep-recognition.ts';
import { mendInitiative } from '../../src/initiatives/workflow/mend-initiative.ts';
import { mergeInitiatives } from '../../src/initiatives/workflow/merge-initiatives.ts';
import { openChanges } from '../../src/initiatives/workflow/open-changes.ts';
import { openMending } from '../../src/initiatives/workflow/open-mending.ts';
import { proposeAnnulment } from '../../src/initiatives/workflow/propose-annulment.ts';
import { saveMending } from '../../src/initiatives/workflow/save-mending.ts';
import { settleAnnulment } from '../../src/initiatives/workflow/settle-annulment.ts';
import { timelinesOf } from '../../src/initiatives/workflow/step-queries.ts';
import { withdrawInitiative } from '../../src/initiatives/workflow/withdraw-initiative.ts';
import { today } from '../../src/kernel/deps.ts';
import { dateColumn } from '../../src/kernel/time.ts';
import { personFacts } from '../../src/rulebook/person-facts.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import {
  type Agency,
  accepted,
  checked,
  filed,
  messagesAbout,
  openAgencyWithCouncils,
  sampleDescription,
  seenOf,
  slackIdOf,
} from './support.ts';

const DAY_MS = 86_400_000;

let agency: Agency;
beforeAll(async () => {
  agency = await openAgencyWithCouncils();
  // A second secretary, of the whole agency too.
  await agency.deps.db.roleGrant.create({
    data: {
      personId: personId('quan.dinh'),
      unitId: unitId('SH'),
      role: 'secretary',
      fromDate: dateColumn('2025-07-01'),
    },
  });
});
afterAll(() => agency.close());

const db = () => agency.deps.db;
const row = (id: string) => db().initiative.findUniqueOrThrow({ where: { id } });
const kinds = async (subjectId: string) =>
  (await db().auditEvent.findMany({ where: { subjectId }, orderBy: { id: 'asc' } })).map(
    ({ kind }) => kind,
  );
const told = async (id: string, purpose: string) =>
  (await messagesAbout(agency, id))
    .filter((one) => one.purpose === purpose)
    .map((one) => one.personId);
const RETURN = { kind: 'returned', reason: 'Bổ sung số liệu <quý III>.' } as const;

/** Both steps of mending, with the title given. */
async function mends(
  id: string,
  by: Login,
  changes: { title?: string; authors?: readonly Login[]; shares?: readonly number[] } = {},
) {
  const actor = await agency.actor(by);
  const { subject, current } = await openMending(agency.deps, {
    actor,
    initiativeId: id,
    revision: (await row(id)).revision,
  });
  const { revision } = subject;
  const saved = await saveMending(agency.deps, {
    actor,
    initiativeId: id,
    revision,
    description: { ...current.description, title: changes.title ?? current.description.title },
    authors: { slackUserIds: (changes.authors ?? [by]).map(slackIdOf) },
  });
  const input = {
    actor,
    initiativeId: id,
    revision,
    savedAt: saved.draft.updatedAt,
    shares: changes.shares ?? [100],
    written: { ...current.description, ...current.particulars },
  };
  return { input, mended: await mendInitiative(agency.deps, input) };
}

describe('the check of the form', () => {
  test('accepts once, with the receipt to authors and to who handed it in, whoever presses how often', async () => {
    const { id } = await filed(agency, { by: 'nga.bui', authors: ['lan.tran'] });
    const seen = await seenOf(agency, id);
    const verdict = { kind: 'accepted' } as const;
    const [ha, quan] = [await agency.actor('ha.nguyen'), await agency.actor('quan.dinh')];
    const presses = await Promise.all(
      [ha, quan, ha].map((actor) => checkForm(agency.deps, { actor, seen, verdict })),
    );
    const winner = presses[0]?.last.byId;
    expect(new Set(presses.map(({ last }) => last.byId))).toEqual(new Set([winner]));
    const done = presses.map((one) => one.done);
    expect(done).toEqual(
      winner === personId('ha.nguyen') ? [true, false, true] : [false, true, false],
    );
    expect(await row(id)).toMatchObject({ state: 'accepted', acceptedAt: expect.any(Date) });
    expect(await kinds(id)).toEqual(['initiative.filed', 'initiative.accepted']);
    expect((await told(id, 'initiatives.accepted')).toSorted()).toEqual(
      [personId('lan.tran'), personId('nga.bui')].toSorted(),
    );
    const waiting = await initiativesAwaitingCouncil(db(), { councilUnitId: unitId('SH') });
    expect(waiting.map((one) => one.id)).toContain(id);
  });

  test('of two secretaries who decide otherwise at once, one is told what stands', async () => {
    const { id } = await filed(agency, { by: 'duc.vu' });
    const seen = await seenOf(agency, id);
    const answers = await Promise.all([
      checkForm(agency.deps, {
        actor: await agency.actor('ha.nguyen'),
        seen,
        verdict: { kind: 'accepted' },
      }),
      checkForm(agency.deps, { actor: await agency.actor('quan.dinh'), seen, verdict: RETURN }),
    ]);
    expect(answers.filter(({ done }) => done)).toHaveLength(1);
    expect(new Set(answers.map(({ last }) => last.kind)).size).toBe(1);
    expect(await db().initiativeStep.count({ where: { initiativeId: id } })).toBe(1);
  });

  test('is for a secretary who is no author; the card goes to the other one', async () => {
    const { id } = await filed(agency, {
      by: 'ha.nguyen',
      authors: ['ha.nguyen', 'lan.tran'],
      shares: [60, 40],
    });
    expect(await told(id, 'initiatives.filed')).toEqual([personId('quan.dinh')]);
    const attempt = (by: Login) => checked(agency, id, { kind: 'accepted' }, by);
    await expect(attempt('ha.nguyen')).rejects.toMatchObject({ code: 'is_author' });
    for (const by of ['hung.le', 'tam.do', 'lan.tran'] as const)
      await expect(attempt(by)).rejects.toMatchObject({ code: 'not_secretary' });
    expect((await row(id)).state).toBe('received');
    expect(await attempt('quan.dinh')).toMatchObject({ done: true });
  });

  test('by nobody, for every secretary is an author: the administrators are told', async () => {
    const { id } = await filed(agency, {
      by: 'quan.dinh',
      authors: ['quan.dinh', 'ha.nguyen'],
      shares: [50, 50],
    });
    expect(await told(id, 'initiatives.filed')).toEqual([]);
    expect(await told(id, 'initiatives.nobody_to_check')).toEqual([personId('tam.do')]);
  });

  test('does not take in with a ground and a reason; incomplete only after a return', async () => {
    const { id } = await filed(agency, { by: 'linh.cao' });
    const refuse = (ground: 'not_new' | 'incomplete', reason = 'Đã có trong kế hoạch.') =>
      checked(agency, id, { kind: 'form_refused', ground, reason });
    await expect(refuse('incomplete')).rejects.toMatchObject({ field: 'ground' });
    await expect(refuse('not_new', '')).rejects.toMatchObject({ field: 'reason' });
    expect(await refuse('not_new')).toMatchObject({ done: true });
    expect((await row(id)).state).toBe('form_refused');
    expect(await told(id, 'initiatives.form_refused')).toEqual([personId('linh.cao')]);
    expect(await checked(agency, id)).toMatchObject({ done: false });
  });
});

describe('a return', () => {
  test('is mended under the same number, keeps what stood before, and is checked anew', async () => {
    const { id, number } = await filed(agency, {
      by: 'trang.ly',
      authors: ['trang.ly', 'bao.huynh'],
      shares: [70, 30],
      particulars: { confidential: 'Ngưỡng 20%' },
    });
    await checked(agency, id, RETURN);
    expect(await told(id, 'initiatives.returned')).toEqual([
      personId('trang.ly'),
      personId('bao.huynh'),
    ]);
    const { input, mended } = await mends(id, 'bao.huynh', {
      title: 'Tên mới',
      authors: ['bao.huynh', 'trang.ly'],
      shares: [50, 50],
    });
    expect(mended.changed).toEqual(['title', 'authors']);
    expect(await row(id)).toMatchObject({
      number,
      state: 'received',
      revision: 2,
      title: 'Tên mới',
      mendedLate: false,
      confidential: 'Ngưỡng 20%',
    });
    // The same submission again answers the same and changes nothing.
    await mendInitiative(agency.deps, input);
    expect(await db().initiativeStep.count({ where: { initiativeId: id } })).toBe(2);
    expect(await told(id, 'initiatives.filed')).toHaveLength(4);
    const { changes, confidential } = await openChanges(
      agency.deps,
      await agency.actor('trang.ly'),
      id,
    );
    expect(confidential).toBe(false);
    expect(changes).toMatchObject([
      {
        revision: 2,
        before: { shares: [70, 30] },
        after: { description: { title: 'Tên mới' }, shares: [50, 50] },
      },
    ]);
    expect((await timelinesOf(db(), [id])).get(id)?.map(({ kind }) => kind)).toEqual([
      'filed',
      'returned',
      'mended',
    ]);
    expect(await kinds(id)).toEqual([
      'initiative.filed',
      'initiative.returned',
      'initiative.mended',
    ]);
  });

  test('of a press on what was handed in anew since settles nothing', async () => {
    const { id } = await filed(agency, { by: 'nhung.chu' });
    const old = await seenOf(agency, id);
    await checked(agency, id, RETURN);
    await mends(id, 'nhung.chu', { title: 'Sửa rồi' });
    const actor = await agency.actor('quan.dinh');
    const late = { actor, seen: old, verdict: { kind: 'accepted' } as const };
    expect(await checkForm(agency.deps, late)).toMatchObject({
      done: false,
      last: { kind: 'mended' },
    });
    expect((await row(id)).state).toBe('received');
  });

  test('by two authors at once is mended once; the other reads who did', async () => {
    const { id } = await filed(agency, {
      by: 'huong.dang',
      authors: ['huong.dang', 'anh.trinh'],
      shares: [50, 50],
    });
    await checked(agency, id, RETURN);
    const both = ['huong.dang', 'anh.trinh'] as const;
    const outcomes = await Promise.allSettled(
      both.map((by) => mends(id, by, { title: `Của ${by}`, authors: both, shares: [50, 50] })),
    );
    const failed = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(failed).toMatchObject([{ code: 'not_returned' }]);
    expect((await row(id)).revision).toBe(2);
    await expect(mends(id, 'nga.bui')).rejects.toMatchObject({ code: 'not_author' });
  });

  test('can be mended late and is marked; refused only when its days are over', async () => {
    const late = await filed(agency, { by: 'mai.thai' });
    const never = await filed(agency, { by: 'viet.kieu' });
    for (const { id } of [late, never]) await checked(agency, id, RETURN);
    const refusal = { kind: 'form_refused', ground: 'incomplete', reason: 'Quá hạn.' } as const;
    await expect(checked(agency, never.id, refusal)).rejects.toMatchObject({
      code: 'correction_runs',
    });
    await agency.clock.advance(40 * DAY_MS);
    await mends(late.id, 'mai.thai', { title: 'Muộn' });
    expect(await row(late.id)).toMatchObject({ state: 'received', mendedLate: true });
    expect(await checked(agency, never.id, refusal)).toMatchObject({ done: true });
    await expect(mends(never.id, 'viet.kieu')).rejects.toMatchObject({ code: 'not_returned' });
  });

  test('of an accepted one takes it from the council until it is accepted anew', async () => {
    const { id } = await accepted(agency, { by: 'tuyet.ho' });
    await checked(agency, id, RETURN);
    const waiting = await initiativesAwaitingCouncil(db(), { councilUnitId: unitId('SH') });
    expect(waiting.map((one) => one.id)).not.toContain(id);
    await mends(id, 'tuyet.ho', { title: 'Bổ sung' });
    expect(await row(id)).toMatchObject({ state: 'received', acceptedAt: null });
    expect(await checked(agency, id)).toMatchObject({ done: true });
  });

  test('keeps the step as it was: the database refuses to change one', async () => {
    await expect(
      db().$executeRaw`update initiative_step set reason = 'khác' where kind = 'returned'`,
    ).rejects.toThrow();
    expect((await contentOf(db(), (await db().initiative.findFirstOrThrow()).id)).shares).toContain(
      100,
    );
  });
});

describe('withdrawal', () => {
  test('is by an author or who handed it in, before the vote, once; all are told', async () => {
    const { id } = await filed(agency, { by: 'nga.bui', authors: ['tuan.vu'] });
    const withdraw = async (by: Login, reason?: string) =>
      withdrawInitiative(agency.deps, {
        actor: await agency.actor(by),
        initiativeId: id,
        reason,
      });
    await expect(withdraw('ha.nguyen')).rejects.toMatchObject({ code: 'not_author' });
    await Promise.all([withdraw('tuan.vu', 'Trùng.'), withdraw('nga.bui')]);
    await withdraw('nga.bui');
    expect((await row(id)).state).toBe('withdrawn');
    expect((await told(id, 'initiatives.withdrawn')).toSorted()).toEqual(
      ['tuan.vu', 'nga.bui', 'ha.nguyen', 'quan.dinh']
        .map((login) => personId(login as Login))
        .toSorted(),
    );
    expect(await kinds(id)).toEqual(['initiative.filed', 'initiative.withdrawn']);
    await expect(checked(agency, id)).resolves.toMatchObject({ done: false });
  });

  test('is too late while the council votes', async () => {
    const { id } = await accepted(agency, { by: 'phuc.dang' });
    await db().initiative.update({ where: { id }, data: { state: 'voting' } });
    const actor = await agency.actor('phuc.dang');
    await expect(
      withdrawInitiative(agency.deps, { actor, initiativeId: id, reason: undefined }),
    ).rejects.toMatchObject({ code: 'not_withdrawable' });
  });
});

describe('a merger', () => {
  const merge = async (id: string, intoNumber: string, by: Login = 'ha.nguyen') =>
    mergeInitiatives(agency.deps, {
      actor: await agency.actor(by),
      initiativeId: id,
      intoNumber,
      reason: undefined,
    });

  test('of two into each other at once happens once; the authors of both are told', async () => {
    const one = await filed(agency, { by: 'loan.pham' });
    const other = await accepted(agency, { by: 'hieu.trinh' });
    const outcomes = await Promise.allSettled([
      merge(one.id, other.number),
      merge(other.id, one.number, 'quan.dinh'),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const states = [(await row(one.id)).state, (await row(other.id)).state];
    expect(states.filter((state) => state === 'merged')).toHaveLength(1);
    const [gone, stays] = states[0] === 'merged' ? [one, other] : [other, one];
    expect(await row(gone.id)).toMatchObject({ mergedIntoId: stays.id });
    expect(await told(gone.id, 'initiatives.merged')).toHaveLength(1);
    expect(await told(stays.id, 'initiatives.absorbed')).toHaveLength(1);
    // Nobody becomes an author by it.
    expect(await db().initiativeAuthor.count({ where: { initiativeId: stays.id } })).toBe(1);
    expect(await merge(gone.id, stays.number)).toMatchObject({ happened: false });
  });

  test('is refused at its field where it cannot be', async () => {
    const one = await filed(agency, { by: 'van.doan' });
    const own = await filed(agency, {
      by: 'ha.nguyen',
      authors: ['ha.nguyen'],
    });
    const voted = await accepted(agency, { by: 'binh.nguyen' });
    await db().initiative.update({ where: { id: voted.id }, data: { state: 'voting' } });
    await expect(merge(one.id, 'số mấy')).rejects.toMatchObject({ code: 'number_unreadable' });
    await expect(merge(one.id, 'SK-2001-0001')).rejects.toMatchObject({
      code: 'initiative_unknown',
      field: 'number',
    });
    await expect(merge(one.id, one.number)).rejects.toMatchObject({ code: 'merged_with_itself' });
    await expect(merge(one.id, voted.number)).rejects.toMatchObject({
      code: 'not_mergeable',
      field: 'number',
    });
    await expect(merge(one.id, own.number)).rejects.toMatchObject({ code: 'is_author' });
    await expect(merge(one.id, voted.number, 'hung.le')).rejects.toMatchObject({
      code: 'not_secretary',
    });
    expect((await row(one.id)).state).toBe('received');
  });
});

describe('an annulment', () => {
  async function recognised(by: Login) {
    const { id } = await accepted(agency, { by, description: sampleDescription(agency) });
    await db().initiative.update({ where: { id }, data: { state: 'recognised' } });
    const decidedOn = today(agency.deps);
    for (const level of ['grassroots', 'ministry'] as const)
      await keepRecognition(db(), {
        initiativeId: id,
        level,
        number: `9/QĐ ${level} ${id}`,
        decidedOn,
        signatory: 'Giám đốc',
      });
    return id;
  }
  const worksOf = async (login: Login) => {
    const ids = [personId(login)];
    const year = Number(today(agency.deps).slice(0, 4));
    return (await personFacts(db(), { personIds: ids, year, on: today(agency.deps) })).get(ids[0]!)
      ?.works.length;
  };

  test('takes two persons; then it counts at no level any more', async () => {
    const id = await recognised('thanh.mai');
    expect(await worksOf('thanh.mai')).toBe(2);
    const proposal = { initiativeId: id, reason: 'Sao chép của nơi khác.' };
    const propose = async (by: Login) =>
      proposeAnnulment(agency.deps, { actor: await agency.actor(by), ...proposal });
    await expect(propose('hung.le')).rejects.toMatchObject({ code: 'not_secretary' });
    const [one, two] = await Promise.all([propose('ha.nguyen'), propose('tam.do')]);
    expect([one, two].filter(({ happened }) => happened)).toHaveLength(1);
    expect((await row(id)).state).toBe('recognised');
    const { id: annulmentId, proposedById } = await db().initiativeAnnulment.findFirstOrThrow({
      where: { initiativeId: id },
    });
    const settle = async (by: Login, verdict: Parameters<typeof settleAnnulment>[1]['verdict']) =>
      settleAnnulment(agency.deps, { actor: await agency.actor(by), annulmentId, verdict });
    const confirm = { kind: 'confirmed' } as const;
    const proposer = proposedById === personId('tam.do') ? 'tam.do' : 'ha.nguyen';
    await expect(settle(proposer, confirm)).rejects.toMatchObject({ code: 'proposed_it' });
    await expect(settle('lan.tran', confirm)).rejects.toMatchObject({ code: 'not_second_person' });
    await expect(settle('thanh.mai', confirm)).rejects.toMatchObject({ code: 'is_author' });
    const [first, second] = await Promise.all([
      settle('hung.le', confirm),
      settle('quan.dinh', { kind: 'declined', reason: 'Chưa rõ.' }),
    ]);
    expect([first.done, second.done].filter(Boolean)).toHaveLength(1);
    const { state } = await row(id);
    expect(state).toBe(first.done ? 'annulled' : 'recognised');
    expect(await worksOf('thanh.mai')).toBe(first.done ? 0 : 2);
    expect(await told(id, 'initiatives.annulled')).toEqual(
      first.done ? [personId('thanh.mai')] : [],
    );
  });

  test('that is declined leaves the recognition as it was, and may be proposed anew', async () => {
    const id = await recognised('giang.bui');
    const propose = async () =>
      proposeAnnulment(agency.deps, {
        actor: await agency.actor('ha.nguyen'),
        initiativeId: id,
        reason: 'Nghi trùng.',
      });
    await propose();
    const { id: annulmentId } = await db().initiativeAnnulment.findFirstOrThrow({
      where: { initiativeId: id },
    });
    const verdict = { kind: 'declined', reason: 'Đã xác minh, không trùng.' } as const;
    const settled = await settleAnnulment(agency.deps, {
      actor: await agency.actor('hung.le'),
      annulmentId,
      verdict,
    });
    expect(settled).toMatchObject({ done: true, annulment: { state: 'declined' } });
    expect(await worksOf('giang.bui')).toBe(2);
    expect(await told(id, 'initiatives.annulment_settled')).toEqual([personId('ha.nguyen')]);
    expect(await propose()).toMatchObject({ happened: true });
    const again = await db().initiativeAnnulment.findFirstOrThrow({
      where: { initiativeId: id, state: 'proposed' },
    });
    await settleAnnulment(agency.deps, {
      actor: await agency.actor('hung.le'),
      annulmentId: again.id,
      verdict: { kind: 'confirmed' },
    });
    expect((await row(id)).state).toBe('annulled');
    expect(await worksOf('giang.bui')).toBe(0);
    await expect(propose()).rejects.toMatchObject({ code: 'not_recognised' });
  });
});
