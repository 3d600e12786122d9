import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { initiativeFile } from '../../src/initiatives/file-queries.ts';
import {
  type AnswerToShare,
  answerShare,
  SHARES_OPEN,
} from '../../src/initiatives/intake/answer-share.ts';
import { askForShares } from '../../src/initiatives/intake/ask-for-shares.ts';
import { openShare } from '../../src/initiatives/intake/open-share.ts';
import { remindShares, workingDaysBefore } from '../../src/initiatives/intake/remind-shares.ts';
import { sharesAwaited } from '../../src/initiatives/intake/share-queries.ts';
import { sharesHomeBlocks } from '../../src/initiatives/intake/share-views.ts';
import { today } from '../../src/kernel/deps.ts';
import { addDays, type Day, dateColumn } from '../../src/kernel/time.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { type Agency, filed, openAgencyWithCouncils } from './support.ts';

let agency: Agency;
beforeAll(async () => {
  agency = await openAgencyWithCouncils();
});
afterAll(() => agency.close());

const db = () => agency.deps.db;
const NO = { kind: 'declined', reason: 'Tôi làm nhiều hơn.' } as const;
const YES = { kind: 'confirmed' } as const;

async function three(): Promise<string> {
  const { id } = await filed(agency, {
    by: 'lan.tran',
    authors: ['lan.tran', 'thanh.mai', 'tuan.vu'],
    outside: 'Trần Văn Bình; Đại học Y',
    shares: [40, 30, 20, 10],
  });
  return id;
}

function requestOf(initiativeId: string, login: Login) {
  return db().shareRequest.findFirstOrThrow({
    where: { initiativeId, personId: personId(login) },
    orderBy: { seq: 'desc' },
  });
}

async function answers(
  initiativeId: string,
  login: Login,
  answer: AnswerToShare,
  changes: { by?: Login; share?: number } = {},
) {
  const { id, share } = await requestOf(initiativeId, login);
  const actor = await agency.actor(changes.by ?? login);
  return answerShare(agency.deps, { actor, requestId: id, share, ...changes, answer });
}

async function standings(id: string) {
  const file = await initiativeFile(agency.deps, db(), { id });
  return file?.authors.map(({ standing }) => standing.kind);
}

async function toldTo(purpose: string, initiativeId: string): Promise<(string | null)[]> {
  const requests = await db().shareRequest.findMany({ where: { initiativeId } });
  const rows = await db().outgoingMessage.findMany({
    where: { purpose, subjectId: { in: requests.map(({ id }) => id) } },
    orderBy: { seq: 'asc' },
  });
  return rows.map((row) => row.personId);
}

async function audited(subjectId: string): Promise<string[]> {
  const rows = await db().auditEvent.findMany({ where: { subjectId }, orderBy: { id: 'asc' } });
  return rows.map(({ kind }) => kind);
}

describe('an unanswered share', () => {
  const due = () =>
    db().outgoingMessage.findMany({
      where: { purpose: 'initiatives.shares_due' },
      orderBy: { seq: 'asc' },
      select: { personId: true, params: true },
    });

  test('is reminded of once after three working days, all of a person in one message', async () => {
    const asked = today(agency.deps);
    const [one, two] = [await three(), await three()];
    await answers(one, 'tuan.vu', YES);
    await answers(two, 'tuan.vu', NO);
    const on = thirdWorkingDayAfter(asked);
    await agency.goTo(addDays(on, -1), '12:00');
    await remindShares(agency.deps);
    await agency.goTo(on, '07:59');
    await remindShares(agency.deps);
    expect(await due()).toEqual([]);
    await agency.goTo(on, '08:00');
    await Promise.all([remindShares(agency.deps), remindShares(agency.deps)]);
    await remindShares(agency.deps);
    const [told] = await due();
    expect(await due()).toMatchObject([{ personId: personId('thanh.mai') }]);
    const requestIds = [
      (await requestOf(one, 'thanh.mai')).id,
      (await requestOf(two, 'thanh.mai')).id,
    ];
    for (const requestId of requestIds) expect(JSON.stringify(told?.params)).toContain(requestId);
    await agency.goTo(addDays(on, 7), '08:00');
    await remindShares(agency.deps);
    expect(await due()).toHaveLength(1);
  });

  test('stands on Home until it is answered or of no use', async () => {
    const id = await three();
    const states = SHARES_OPEN;
    const ofTuan = async () =>
      (await sharesAwaited(db(), { personId: personId('tuan.vu'), states })).filter(
        ({ initiativeId }) => initiativeId === id,
      );
    expect(await ofTuan()).toMatchObject([{ share: 20 }]);
    const blocks = JSON.stringify(sharesHomeBlocks(await ofTuan(), 'vi'));
    expect(blocks).toContain('Tỷ lệ đóng góp chờ anh/chị xác nhận: 1');
    expect(blocks).toContain('initiatives.confirm_share');
    await answers(id, 'tuan.vu', YES);
    expect(await ofTuan()).toEqual([]);
  });
});

function thirdWorkingDayAfter(asked: Day): Day {
  let day = asked;
  while (workingDaysBefore(day, 3) < asked || [0, 6].includes(dateColumn(day).getUTCDay()))
    day = addDays(day, 1);
  return day;
}

describe('handing in', () => {
  test('asks the other authors of the staff list, and counts as one’s own confirmation', async () => {
    const id = await three();
    expect(await standings(id)).toEqual(['confirmed', 'awaited', 'awaited', 'outside']);
    expect(await toldTo('initiatives.share_requested', id)).toEqual(
      ['thanh.mai', 'tuan.vu'].map((one) => personId(one as Login)),
    );
  });

  test('by somebody who is no author asks them all', async () => {
    const { id } = await filed(agency, { by: 'nga.bui', authors: ['tuan.vu'] });
    expect(await standings(id)).toEqual(['awaited']);
  });
});

describe('an answer', () => {
  test('is kept once, however often and by how many presses it comes', async () => {
    const id = await three();
    await Promise.all(Array.from({ length: 4 }, () => answers(id, 'thanh.mai', YES)));
    await answers(id, 'thanh.mai', YES);
    expect(await standings(id)).toEqual(['confirmed', 'confirmed', 'awaited', 'outside']);
    expect(await audited(id)).toEqual(['initiative.filed', 'initiative.share_confirmed']);
  });

  test('of two kinds at once is one of them', async () => {
    const id = await three();
    const both = await Promise.allSettled([
      answers(id, 'thanh.mai', YES),
      answers(id, 'thanh.mai', NO),
    ]);
    const [kind] = (await standings(id))?.slice(1, 2) ?? [];
    // Declined may be followed by confirmed, never the other way.
    expect(kind).toBe('confirmed');
    expect(both[0]?.status).toBe('fulfilled');
  });

  test('that one does not agree needs its reason, and is told to who handed in and the secretary', async () => {
    const id = await three();
    await expect(answers(id, 'tuan.vu', { kind: 'declined', reason: '  ' })).rejects.toMatchObject({
      code: 'reason_missing',
      field: 'reason',
    });
    await answers(id, 'tuan.vu', NO);
    await answers(id, 'tuan.vu', NO);
    expect(await toldTo('initiatives.share_declined', id)).toEqual([
      personId('lan.tran'),
      personId('ha.nguyen'),
    ]);
    const file = await initiativeFile(agency.deps, db(), { id });
    expect(file?.authors[2]?.standing).toMatchObject({ kind: 'declined', reason: NO.reason });
    await answers(id, 'tuan.vu', YES);
    await expect(answers(id, 'tuan.vu', NO)).rejects.toMatchObject({ code: 'share_confirmed' });
    expect(await audited(id)).toEqual([
      'initiative.filed',
      'initiative.share_declined',
      'initiative.share_confirmed',
    ]);
  });

  test('is nobody else’s to give, and not to another share than the card’s', async () => {
    const id = await three();
    for (const by of ['lan.tran', 'ha.nguyen', 'thanh.mai', 'hung.le'] as const) {
      await expect(answers(id, 'tuan.vu', YES, { by })).rejects.toMatchObject({
        code: 'share_unknown',
      });
      const { id: requestId, share } = await requestOf(id, 'tuan.vu');
      await expect(
        openShare(agency.deps, await agency.actor(by), { requestId, share }),
      ).rejects.toMatchObject({ code: 'share_unknown' });
    }
    await expect(answers(id, 'tuan.vu', YES, { share: 25 })).rejects.toMatchObject({
      code: 'share_changed',
    });
    expect(await standings(id)).toEqual(['confirmed', 'awaited', 'awaited', 'outside']);
  });

  test.each(['recognised', 'withdrawn', 'merged', 'form_refused', 'annulled', 'refused'] as const)(
    'comes too late when the initiative is %s',
    async (state) => {
      const id = await three();
      const mergedIntoId = state === 'merged' ? await three() : null;
      await db().initiative.update({ where: { id }, data: { state, mergedIntoId } });
      await expect(answers(id, 'tuan.vu', YES)).rejects.toMatchObject({ code: 'shares_closed' });
    },
  );
});

describe('a correction of the shares', () => {
  async function corrects(initiativeId: string, shares: readonly number[]): Promise<void> {
    await inTransaction(db(), async (tx) => {
      for (const [index, share] of shares.entries())
        await tx.initiativeAuthor.update({
          where: { initiativeId_ordinal: { initiativeId, ordinal: index + 1 } },
          data: { share },
        });
      await askForShares(tx, { initiativeId, confirmedById: personId('lan.tran') });
    });
  }

  test('asks those whose share changed, and nobody else; old cards are of no use', async () => {
    const id = await three();
    await answers(id, 'thanh.mai', YES);
    const old = await requestOf(id, 'tuan.vu');
    await corrects(id, [35, 30, 25, 10]);
    await corrects(id, [35, 30, 25, 10]);
    expect(await standings(id)).toEqual(['confirmed', 'confirmed', 'awaited', 'outside']);
    expect(await toldTo('initiatives.share_requested', id)).toEqual([
      personId('thanh.mai'),
      personId('tuan.vu'),
      personId('tuan.vu'),
    ]);
    const actor = await agency.actor('tuan.vu');
    const press = { actor, requestId: old.id, share: old.share, answer: YES };
    await expect(answerShare(agency.deps, press)).rejects.toMatchObject({ code: 'share_changed' });
    await answers(id, 'tuan.vu', YES);
    expect(await standings(id)).toEqual(['confirmed', 'confirmed', 'confirmed', 'outside']);
  });

  test('asks anew whoever had confirmed or declined the old share', async () => {
    const id = await three();
    await answers(id, 'thanh.mai', YES);
    await answers(id, 'tuan.vu', NO);
    await corrects(id, [40, 25, 25, 10]);
    expect(await standings(id)).toEqual(['confirmed', 'awaited', 'awaited', 'outside']);
  });
});
