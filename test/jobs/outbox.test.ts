import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { sendMessage } from '../../src/jobs/outbox.ts';
import {
  comesTo,
  gaps,
  note,
  openPostOffice,
  type PostOffice,
  personLane,
  SUBJECT,
} from './support.ts';

let office: PostOffice;
beforeAll(async () => {
  office = await openPostOffice();
  await office.startProcess();
});
afterAll(() => office.close());

describe('a message is written in the transaction that causes it', () => {
  test('what is rolled back is never sent', async () => {
    const channel = office.channel('#thi-dua');
    const undone = inTransaction(office.deps.db, async (tx) => {
      await office.send('không thành', channel, tx);
      throw new Error('thought better of it');
    });
    await expect(undone).rejects.toThrow('thought better of it');
    await office.send('thành', channel);
    await office.shows('#thi-dua', ['thành']);
    const where = { channelId: channel };
    expect(await office.deps.db.outgoingMessage.count({ where })).toBe(1);
  });

  test('nothing is sent before the commit', async () => {
    const channel = office.channel('#chung');
    await inTransaction(office.deps.db, async (tx) => {
      await office.send('trong giao dịch', channel, tx);
      // Another conversation shows that deliveries go on meanwhile; the embedded database is this transaction's.
      if (!office.database.embedded) {
        await office.send('cho chị Hà', personLane('ha.nguyen'));
        await office.shows(office.direct('ha.nguyen'), ['cho chị Hà']);
      }
      expect(office.workspace.textsIn('#chung')).toEqual([]);
    });
    await office.shows('#chung', ['trong giao dịch']);
  });

  test('the same key writes one message, however often and in however many transactions', async () => {
    const channel = office.channel('#hoi-dong-sang-kien');
    const send = () =>
      inTransaction(office.deps.db, (tx) =>
        sendMessage(tx, note, {
          to: { channelId: channel },
          params: { text: 'một lần' },
          subjectId: SUBJECT,
          dedupeKey: 'once',
        }),
      );
    await Promise.all(Array.from({ length: 8 }, send));
    await send();
    await office.send('sau cùng', channel);
    await office.shows('#hoi-dong-sang-kien', ['một lần', 'sau cùng']);
  });
});

describe('a conversation', () => {
  test('gets its messages in the order in which they were written, no faster than one a second', async () => {
    const texts = ['một', 'hai', 'ba', 'bốn'];
    const lane = personLane('hung.le');
    for (const text of texts) await office.send(text, lane);
    const place = office.direct('hung.le');
    await office.shows(place, texts);
    for (const gap of gaps(office.workspace, place)) expect(gap).toBeGreaterThanOrEqual(1);
  });

  test('is not hastened by a message that comes while it is paced', async () => {
    const lane = personLane('minh.pham');
    const place = office.direct('minh.pham');
    const texts = ['một', 'hai', 'ba'];
    for (const [index, text] of texts.entries()) {
      const id = await office.send(text, lane);
      await comesTo(office, id, 'delivered');
      await office.shows(place, texts.slice(0, index + 1));
    }
    for (const gap of gaps(office.workspace, place)) expect(gap).toBeGreaterThanOrEqual(1);
  });

  test('does not wait for another one', async () => {
    const texts = ['một', 'hai', 'ba', 'bốn'];
    for (const text of texts) await office.send(text, personLane('hoa.nguyen'));
    const others = ['dung.tran', 'thuy.vo', 'tam.do'] as const;
    for (const login of others) await office.send('chào', personLane(login));
    await office.shows(office.direct('hoa.nguyen'), texts);
    const last = office.workspace.messagesIn(office.direct('hoa.nguyen')).at(-1)?.ts ?? '';
    for (const login of others) {
      const [greeting] = office.workspace.messagesIn(office.direct(login));
      expect(greeting && greeting.ts < last).toBe(true);
    }
  });

  test('keeps its order when the first message has to be tried again', async () => {
    office.workspace.faults.answerServerError('chat.postMessage');
    const lane = personLane('son.hoang');
    for (const text of ['một', 'hai']) await office.send(text, lane);
    await office.shows(office.direct('son.hoang'), ['một', 'hai']);
  });
});

describe('with the limits of Slack enforced', () => {
  test('seven messages to one channel go out without one refusal', async () => {
    const limited = await openPostOffice({ rateLimits: 'enforced' });
    try {
      await limited.startProcess();
      const texts = ['1', '2', '3', '4', '5', '6', '7'];
      const ids: string[] = [];
      for (const text of texts) ids.push(await limited.send(text, limited.channel('#chung')));
      await limited.shows('#chung', texts);
      const rows = await Promise.all(ids.map((id) => limited.row(id)));
      expect(rows.map((row) => row.attempts)).toEqual(texts.map(() => 1));
    } finally {
      await limited.close();
    }
  });
});
