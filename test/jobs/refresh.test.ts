import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { refreshMessages, sendMessage } from '../../src/jobs/outbox.ts';
import { untilFound } from '../support/pressing.ts';
import { board, comesTo, countChanges, openPostOffice, type PostOffice } from './support.ts';

let office: PostOffice;
let changes: () => string[];
beforeAll(async () => {
  office = await openPostOffice();
  changes = countChanges(office.workspace);
  await office.startProcess();
});
afterAll(() => office.close());

let subjects = 0;
let subjectId = '';
beforeEach(() => {
  subjects += 1;
  subjectId = `00000000-0000-4000-9000-${String(subjects).padStart(12, '0')}`;
});

/** Has the board posted in channels that the tests share; each is about a subject of its own. */
async function post(...channels: string[]): Promise<string[]> {
  await inTransaction(office.deps.db, async (tx) => {
    for (const name of channels) {
      const to = { channelId: office.channel(name) };
      await sendMessage(tx, board, { to, params: {}, subjectId });
    }
  });
  const rows = await office.deps.db.outgoingMessage.findMany({
    where: { subjectId },
    orderBy: { seq: 'asc' },
  });
  return rows.map((row) => row.id);
}

async function posted(...channels: string[]): Promise<string[]> {
  const ids = await post(...channels);
  for (const id of ids) await comesTo(office, id, 'delivered');
  return ids;
}

/** A change of what the board shows, and the wish to have it redrawn, as one transaction. */
async function stand(text: string): Promise<void> {
  await inTransaction(office.deps.db, async (tx) => {
    office.standing.text = text;
    await refreshMessages(tx, board, subjectId);
  });
}

async function shownBy(id: string): Promise<string> {
  const { sentChannel, sentTs } = await office.row(id);
  const { workspace } = office;
  const index = workspace.messagesIn(sentChannel ?? '').findIndex((one) => one.ts === sentTs);
  return workspace.textsIn(sentChannel ?? '')[index] ?? '';
}

async function comesToShow(id: string, text: string): Promise<void> {
  await expect.poll(() => shownBy(id), { interval: 50 }).toBe(text);
}

describe('redrawing what was posted', () => {
  test('a burst of changes makes one redrawing or two, the last of which shows the last state', async () => {
    const [id = ''] = await posted('#chung');
    for (let count = 1; count <= 20; count += 1) await stand(`${count} người hưởng ứng`);
    await comesToShow(id, '20 người hưởng ứng');
    const drawn = changes().filter((text) => text.endsWith('người hưởng ứng'));
    expect(drawn.length).toBeLessThanOrEqual(5);
    expect(drawn.at(-1)).toBe('20 người hưởng ứng');
  });

  test('an older state never comes after a newer one, though its call takes long', async () => {
    const [id = ''] = await posted('#chung');
    office.workspace.faults.delay('chat.update', 3_000);
    await stand('cũ');
    // The slow redrawing has been drawn with the old state when the new one comes.
    await expect.poll(() => office.drawings).toContain('cũ');
    await stand('mới');
    await comesToShow(id, 'mới');
    const before = changes().length;
    await stand('mới nhất');
    await comesToShow(id, 'mới nhất');
    expect(changes().slice(before)).toEqual(['mới nhất']);
    expect(changes().filter((text) => text === 'cũ')).toHaveLength(1);
  });

  test('a change that comes while a message is being posted is shown too', async () => {
    office.standing.text = 'khi đăng';
    const release = office.workspace.faults.holdAnswers('chat.postMessage');
    const [id = ''] = await post('#thi-dua');
    const there = () => (office.workspace.textsIn('#thi-dua').includes('khi đăng') ? true : null);
    await untilFound(office.workspace, there, 'the post');
    await stand('sau khi đăng');
    const waits = async () => {
      const { rows } = await office.database.pool.query(
        'select count(*)::int as waiting from graphile_worker.jobs where key = $1 and run_at > now()',
        [`redraw:${id}`],
      );
      return rows[0].waiting;
    };
    await expect.poll(waits, { interval: 20 }).toBe(1);
    release();
    await comesToShow(id, 'sau khi đăng');
  });

  test('a rate limit delays one message and begins none anew', async () => {
    const channels = ['#chung', '#thi-dua', '#hoi-dong-sang-kien', '#hoi-dong-thi-dua'];
    const ids = await posted(...channels);
    office.workspace.faults.rateLimit('chat.update', 2, 1);
    await stand('có hạn mức');
    for (const id of ids) await comesToShow(id, 'có hạn mức');
    // Four messages and two refused calls: no message that had been redrawn was begun anew.
    expect(office.drawings.filter((text) => text === 'có hạn mức')).toHaveLength(6);
  });

  test('a message that is gone ends the wish and keeps no other from being redrawn', async () => {
    const [gone = '', kept = ''] = await posted('#chung', '#thi-dua');
    const { sentChannel, sentTs } = await office.row(gone);
    await office.deps.slack.chat.delete({ channel: sentChannel ?? '', ts: sentTs ?? '' });
    await stand('còn lại');
    await comesToShow(kept, 'còn lại');
    const left = async () => {
      const { rows } = await office.database.pool.query(
        `select count(*)::int as left from graphile_worker.jobs where task_identifier = 'redraw'`,
      );
      return rows[0].left;
    };
    await expect.poll(left).toBe(0);
  });

  test('Slack being away is outlasted', async () => {
    const [id = ''] = await posted('#chung');
    office.workspace.faults.answerServerError('chat.update');
    await stand('sau sự cố');
    await comesToShow(id, 'sau sự cố');
  });
});
