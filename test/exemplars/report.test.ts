import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerConsent } from '../../src/exemplars/answers/answer-consent.ts';
import { answerEndorsement } from '../../src/exemplars/answers/answer-endorsement.ts';
import { closeExemplar } from '../../src/exemplars/publication/close-exemplar.ts';
import { congratulate } from '../../src/exemplars/publication/congratulate.ts';
import { publishExemplar } from '../../src/exemplars/publication/publish-exemplar.ts';
import { tellUndelivered } from '../../src/exemplars/publication/tell-undelivered.ts';
import {
  listCared,
  listMine,
  listPublished,
  searchPublished,
} from '../../src/exemplars/reading/list-exemplars.ts';
import { openExemplar } from '../../src/exemplars/reading/open-exemplar.ts';
import { applyExemplar } from '../../src/exemplars/spread/apply-exemplar.ts';
import type { Login } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { type Agency, auditKinds, openAgency, redrawWaiting } from '../campaigns/support.ts';
import {
  agreed,
  edited,
  HEADLINE,
  published,
  reported,
  send,
  sentTo,
  subjectOf,
  written,
} from './support.ts';

let agency: Agency;
beforeEach(async () => {
  agency = await openAgency();
});
afterEach(() => agency.close());

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => new Error('nothing was refused'),
    (thrown: unknown) => thrown,
  );
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
};

function stateOf(id: string) {
  return agency.deps.db.exemplar.findUniqueOrThrow({ where: { id } }).then(({ state }) => state);
}

test('a report asks who is praised and the head, and nobody else', async () => {
  await reported(agency, { persons: ['lan.tran', 'hieu.trinh'] });
  expect(await sentTo(agency, 'consent')).toEqual(['lan.tran', 'hieu.trinh']);
  expect((await sentTo(agency, 'endorsement')).toSorted()).toEqual(['khanh.phan', 'loan.pham']);
  expect(await sentTo(agency, 'ready')).toEqual([]);
});

test('a head who tells of their own people has endorsed it by that', async () => {
  const id = await reported(agency, { by: 'khanh.phan' });
  expect(await sentTo(agency, 'endorsement')).toEqual([]);
  expect(await auditKinds(agency, id)).toEqual(['exemplar.reported', 'exemplar.endorsed']);
});

test('nobody endorses the praise of themselves, or of the collective that they named', async () => {
  await reported(agency, { by: 'nga.bui', persons: ['khanh.phan'] });
  expect(await sentTo(agency, 'endorsement')).toEqual(['hung.le']);
  await reported(agency, { by: 'loan.pham', persons: [], unitId: unitId('SH-DS') });
  expect(await sentTo(agency, 'endorsement')).toEqual(['hung.le', 'hung.le']);
  // Above the director there is no head: the secretary stands behind it.
  await reported(agency, { by: 'nga.bui', persons: ['hung.le'] });
  expect((await sentTo(agency, 'endorsement')).at(-1)).toBe('ha.nguyen');
});

test('a collective is ready to be edited once its head endorsed it', async () => {
  const id = await reported(agency, { persons: [], unitId: unitId('SH-DS') });
  expect(await sentTo(agency, 'consent')).toEqual([]);
  await agreed(agency, id);
  expect(await sentTo(agency, 'ready')).toEqual(['mai.thai']);
});

test('reports of one deed by many at the same moment are one', async () => {
  const tellers = ['nga.bui', 'duc.vu', 'linh.cao', 'bao.huynh'] as const;
  const drafts = await Promise.all(tellers.map((by) => written(agency, { by })));
  const sent = await Promise.all(
    drafts.map((id, index) => send(agency, id, { by: tellers[index]! })),
  );
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  expect(sent.filter(({ joined }) => !joined)).toHaveLength(1);
  expect(await agency.deps.db.exemplarMention.count()).toBe(3);
  expect(await sentTo(agency, 'consent')).toEqual(['lan.tran']);
  expect(await agency.deps.db.exemplarDraft.count()).toBe(0);
});

test('another day is another deed; so is one after the first was put aside', async () => {
  const first = await reported(agency);
  const other = await reported(agency, { on: '2026-11-02' });
  expect(other).not.toBe(first);
  const actor = await agency.actor('mai.thai');
  await closeExemplar(agency.deps, { actor, exemplarId: first, reason: 'Trùng bài báo cũ' });
  expect(await reported(agency, { by: 'duc.vu' })).not.toBe(first);
});

test('the limit of a day holds for reports that are sent at the same moment', async () => {
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => `2026-10-0${day}`);
  const drafts: string[] = [];
  for (const on of days.slice(0, 4)) await reported(agency, { on });
  for (const on of days.slice(4)) drafts.push(await written(agency, { on }));
  const sent = await Promise.allSettled(drafts.map((id) => send(agency, id)));
  expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await agency.deps.db.exemplar.count()).toBe(5);
  // What was not sent is kept for tomorrow.
  expect(await agency.deps.db.exemplarDraft.count()).toBe(2);
});

test('a publication and a consent that is taken back at the same moment leave no name out there', async () => {
  for (let round = 0; round < 5; round += 1) {
    const exemplarId = await reported(agency, { on: `2026-10-1${round}`, by: 'duc.vu' });
    await agreed(agency, exemplarId);
    const mark = await edited(agency, exemplarId);
    const subjectId = await subjectOf(agency, exemplarId, 'lan.tran');
    await Promise.allSettled([
      publishExemplar(agency.deps, {
        ...{ actor: await agency.actor('mai.thai'), exemplarId, mark },
        channelIds: ['C0THIDUA'],
      }),
      answerConsent(agency.deps, {
        ...{ actor: await agency.actor('lan.tran'), subjectId, consent: 'refused' },
      }),
    ]);
    expect(['declined', 'withdrawn']).toContain(await stateOf(exemplarId));
  }
  expect((await listPublished(agency.deps)).total).toBe(0);
});

test('two answers of heads at the same moment leave the first', async () => {
  const exemplarId = await reported(agency);
  const { id: endorsementId } = await agency.deps.db.exemplarEndorsement.findFirstOrThrow({
    where: { exemplarId },
  });
  const head = await agency.actor('khanh.phan');
  const director = await agency.actor('hung.le');
  await Promise.all([
    answerEndorsement(agency.deps, { actor: head, endorsementId, reason: null }),
    answerEndorsement(agency.deps, { actor: director, endorsementId, reason: 'Chưa rõ' }),
  ]);
  const kinds = await auditKinds(agency, exemplarId);
  const answers = kinds.filter((kind) => /endorsed$/.test(kind));
  expect(answers).toHaveLength(1);
  expect(await stateOf(exemplarId)).toBe(
    answers[0] === 'exemplar.endorsed' ? 'waiting' : 'declined',
  );
});

test('a channel that did not take the post is told of once, and can be tried again', async () => {
  const exemplarId = await published(agency);
  const again = async () =>
    publishExemplar(agency.deps, {
      ...{ actor: await agency.actor('mai.thai'), exemplarId },
      ...{ mark: await edited(agency, exemplarId), channelIds: ['C0THIDUA'] },
    });
  expect((await again()).again).toBe(true);
  await agency.deps.db.outgoingMessage.updateMany({
    where: { purpose: 'exemplars.post' },
    data: { state: 'dead', error: 'not_in_channel' },
  });
  await Promise.all([tellUndelivered(agency.deps), tellUndelivered(agency.deps)]);
  expect(await sentTo(agency, 'undelivered')).toEqual(['mai.thai']);
  expect((await again()).again).toBe(false);
  expect((await again()).again).toBe(true);
  expect(await sentTo(agency, 'post')).toEqual(['C0THIDUA', 'C0THIDUA']);
});

test('the log of an edit keeps no words, which may name who is to be forgotten', async () => {
  const exemplarId = await published(agency);
  const events = await agency.deps.db.auditEvent.findMany({ where: { subjectId: exemplarId } });
  expect(events.map(({ kind }) => kind)).toContain('exemplar.edited');
  expect(JSON.stringify(events.map(({ before, after }) => [before, after]))).not.toContain(
    HEADLINE,
  );
});

test('a congratulation counts once a person and redraws the post', async () => {
  const exemplarId = await published(agency);
  const actor = await agency.actor('duc.vu');
  const pressed = await Promise.all(
    [1, 2, 3].map(() => congratulate(agency.deps, { actor, exemplarId })),
  );
  expect(pressed.filter(Boolean)).toHaveLength(1);
  expect(await agency.deps.db.exemplarCongratulation.count()).toBe(1);
  expect(await redrawWaiting(agency, exemplarId, 'exemplars.post')).toBe(true);
});

test('a unit copies a model once, of another unit, while it is out', async () => {
  const exemplarId = await published(agency, { model: true });
  const copy = async (login: Login, code: 'SH-DS' | 'SH-THU', id = crypto.randomUUID()) =>
    applyExemplar(agency.deps, {
      ...{ actor: await agency.actor(login), applicationId: id, exemplarId },
      ...{ unitId: unitId(code), how: 'Làm theo' },
    });
  expect(await codeOf(copy('khanh.phan', 'SH-DS'))).toBe('not_your_unit');
  expect(await codeOf(copy('hieu.trinh', 'SH-DS'))).toBe('not_your_unit');
  expect(await codeOf(copy('khanh.phan', 'SH-THU'))).toBe('own_unit');
  const copies = await Promise.all([copy('loan.pham', 'SH-DS'), copy('hung.le', 'SH-DS')]);
  expect(copies.filter(({ happened }) => happened)).toHaveLength(1);
  expect(await agency.deps.db.exemplarApplication.count()).toBe(1);
  const actor = await agency.actor('mai.thai');
  await closeExemplar(agency.deps, { actor, exemplarId, reason: 'Sai ảnh' });
  expect(await codeOf(copy('phuc.dang' as Login, 'SH-DS'))).toBe('not_a_model');
});

test('what is not published is read by those concerned only, and searched by nobody', async () => {
  const id = await reported(agency, { deed: 'Bí mật của bà Tư', citizens: 'Bà Tư' });
  const readers = [
    'nga.bui',
    'lan.tran',
    'khanh.phan',
    'hung.le',
    'ha.nguyen',
    'mai.thai',
  ] as const;
  const others = ['duc.vu', 'loan.pham', 'tam.do', 'yen.luu', 'cuong.ta', 'minh.pham'] as const;
  for (const login of readers)
    expect((await openExemplar(agency.deps, await agency.actor(login), { id })).report).toBe(true);
  for (const login of others)
    expect(await codeOf(openExemplar(agency.deps, await agency.actor(login), { id }))).toBe(
      'exemplar_unknown',
    );
  expect((await searchPublished(agency.deps, 'lan')).total).toBe(0);
  await agreed(agency, id);
  await edited(agency, id);
  expect((await searchPublished(agency.deps, 'lan')).total).toBe(0);

  const out = await published(agency, { on: '2026-11-01', deed: 'Bí mật của bà Năm' });
  const opened = await openExemplar(agency.deps, await agency.actor('duc.vu'), { id: out });
  expect(opened).toMatchObject({ report: false, mayEdit: false, mayPropose: false });
  for (const words of ['lan', 'QUAN LY THU', HEADLINE, 'thân một'])
    expect((await searchPublished(agency.deps, words)).shown.map((one) => one.id)).toEqual([out]);
  for (const words of ['bí mật', 'bà năm', '%', '_', '\\'])
    expect((await searchPublished(agency.deps, words)).total).toBe(0);
});

test('lists hold what is theirs, in the same number of queries for one and for three', async () => {
  await published(agency);
  const queries = async (): Promise<number> => {
    let count = 0;
    const db = agency.deps.db.$extends({
      query: {
        $allOperations({ args, query }) {
          count += 1;
          return query(args);
        },
      },
    });
    await listPublished({ ...agency.deps, db: db as unknown as Agency['deps']['db'] });
    return count;
  };
  const one = await queries();
  expect(one).toBeGreaterThan(0);
  await published(agency, { on: '2026-11-01' });
  await published(agency, { on: '2026-11-02' });
  expect(await queries()).toBe(one);
  const mine = await listMine(agency.deps, await agency.actor('lan.tran'));
  expect(mine.total).toBe(3);
  expect((await listMine(agency.deps, await agency.actor('duc.vu'))).total).toBe(0);
  expect(await listCared(agency.deps, await agency.actor('duc.vu'))).toBeNull();
  expect((await listCared(agency.deps, await agency.actor('ha.nguyen')))?.total).toBe(3);
});
