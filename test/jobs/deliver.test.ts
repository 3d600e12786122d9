import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deliverNext } from '../../src/jobs/deliver.ts';
import { redraw } from '../../src/jobs/refresh.ts';
import { untilFound } from '../support/pressing.ts';
import { serverUrl } from '../support/template.ts';
import { comesTo, openPostOffice, type PostOffice, personLane, SUBJECT } from './support.ts';

let office: PostOffice;
beforeAll(async () => {
  office = await openPostOffice();
  await office.startProcess();
});
afterAll(() => office.close());
beforeEach(() => {
  office.beforeDrawing.run = async () => undefined;
});

/** A lane that no other test uses: somebody's direct message. */
const LOGINS = [
  'hung.le',
  'minh.pham',
  'hoa.nguyen',
  'dung.tran',
  'thuy.vo',
  'tam.do',
  'nga.bui',
  'son.hoang',
  'quan.dinh',
  'ha.nguyen',
  'yen.luu',
  'khanh.phan',
  'phuong.ngo',
  'lan.tran',
  'duc.vu',
  'linh.cao',
] as const;
let taken = 0;
function freshLane() {
  const login = LOGINS[taken] ?? 'huong.dang';
  taken += 1;
  return { lane: personLane(login), place: office.direct(login) };
}

function diedBecause(id: string) {
  return office.deps.db.auditEvent.findMany({
    where: { subjectId: id, kind: 'message.died' },
    select: { reason: true },
  });
}

describe('an answer that is lost', () => {
  test('after the post: the message is found by its delivery id and not posted again', async () => {
    const { lane, place } = freshLane();
    office.workspace.faults.loseAnswers('chat.postMessage');
    const id = await office.send('một', lane);
    await office.send('hai', lane);
    await office.shows(place, ['một', 'hai']);
    const [posted] = office.workspace.messagesIn(place);
    expect(await office.row(id)).toMatchObject({ state: 'delivered', sentTs: posted?.ts });
  });

  test('several times over, and the looking fails too', async () => {
    const { lane, place } = freshLane();
    office.workspace.faults.loseAnswers('chat.postMessage');
    office.workspace.faults.answerServerError('conversations.history');
    office.workspace.faults.loseAnswers('conversations.open');
    await office.send('một', lane);
    await office.send('hai', lane);
    await office.shows(place, ['một', 'hai']);
  });

  test('and Slack asks to wait before it lets the app look', async () => {
    const { lane, place } = freshLane();
    office.workspace.faults.loseAnswers('chat.postMessage');
    office.workspace.faults.rateLimit('conversations.history', 1, 1);
    await office.send('một', lane);
    await office.send('hai', lane);
    await office.shows(place, ['một', 'hai']);
  });

  test('where the app may not look: it is given up as unconfirmed rather than posted twice', async () => {
    // The app is not in this channel, and may post in it all the same.
    office.workspace.faults.loseAnswers('chat.postMessage');
    const id = await office.send('một', office.channel('#tin-tuc'));
    await office.send('hai', office.channel('#tin-tuc'));
    await office.shows('#tin-tuc', ['một', 'hai']);
    expect(await office.row(id)).toMatchObject({
      state: 'dead',
      error: 'unconfirmed: not_in_channel',
    });
  });
});

describe('a call without effect', () => {
  test('a server error is tried again', async () => {
    const { lane, place } = freshLane();
    office.workspace.faults.answerServerError('chat.postMessage', 2);
    const id = await office.send('một', lane);
    await comesTo(office, id, 'delivered');
    await office.shows(place, ['một']);
    expect((await office.row(id)).attempts).toBe(3);
  });

  test('a rate limit is waited out, moves the whole conversation and costs no attempt', async () => {
    const { lane, place } = freshLane();
    office.workspace.faults.rateLimit('chat.postMessage', 2, 2);
    const begun = Date.now();
    const id = await office.send('một', lane);
    await office.send('hai', lane);
    await office.shows(place, ['một', 'hai']);
    const [first] = office.workspace.messagesIn(place);
    expect(Number(first?.ts) * 1000 - begun).toBeGreaterThanOrEqual(4_000);
    expect((await office.row(id)).attempts).toBe(1);
  });
});

describe('a message that cannot be delivered', () => {
  test('is kept as dead with the reason, in the audit too, and the conversation goes on', async () => {
    const { lane, place } = freshLane();
    const id = await office.send('quá dài', lane);
    await office.send('vừa vặn', lane);
    await office.shows(place, ['vừa vặn']);
    const row = await office.row(id);
    expect(row).toMatchObject({ state: 'dead', error: 'invalid_blocks', sentTs: null });
    expect(await diedBecause(id)).toEqual([{ reason: 'invalid_blocks' }]);
  });

  test('in a channel that is gone or archived', async () => {
    const gone = await office.send('một', 'C0KHONGCO');
    office.workspace.archive('#phong-thu');
    const archived = await office.send('hai', office.channel('#phong-thu'));
    await comesTo(office, gone, 'dead');
    await comesTo(office, archived, 'dead');
    expect((await office.row(gone)).error).toBe('channel_not_found');
    expect((await office.row(archived)).error).toBe('is_archived');
  });

  test('to somebody who is not in Slack', async () => {
    const { lane } = freshLane();
    const data = { slackUserId: null, email: 'nghi.viec@bhxh.example' };
    await office.deps.db.person.update({ where: { id: lane }, data });
    const id = await office.send('một', lane);
    await comesTo(office, id, 'dead');
    expect((await office.row(id)).error).toBe('no_slack_user');
  });

  test('that has been tried for an hour', async () => {
    const { lane, place } = freshLane();
    office.workspace.faults.answerServerError('chat.postMessage');
    const id = await office.deps.db.$transaction(async (tx) => {
      const written = await office.send('một', lane, tx);
      await tx.outgoingMessage.update({ where: { id: written }, data: { attempts: 19 } });
      return written;
    });
    await office.send('hai', lane);
    await office.shows(place, ['hai']);
    expect(await office.row(id)).toMatchObject({ state: 'dead', attempts: 20 });
    expect(await diedBecause(id)).toHaveLength(1);
  });
});

describe('somebody who has never written to the app', () => {
  const forget = (lane: string) =>
    office.deps.db.person.update({
      where: { id: lane },
      data: { slackUserId: null, locale: null, profileSeenAt: null },
    });

  test('is found by e-mail, read in their language from the first message on, and kept', async () => {
    const lane = personLane('chau.do');
    await forget(lane);
    const id = await office.send('một', lane);
    await comesTo(office, id, 'delivered');
    await office.shows(office.direct('chau.do'), ['một']);
    expect(await office.deps.db.person.findUnique({ where: { id: lane } })).toMatchObject({
      slackUserId: office.workspace.person('chau.do@bhxh.example').id,
      locale: 'en-US',
    });
  });

  test('is looked for again when Slack is away', async () => {
    const lane = personLane('bao.huynh');
    await forget(lane);
    office.workspace.faults.answerServerError('users.lookupByEmail');
    office.workspace.faults.rateLimit('users.info', 1, 1);
    const id = await office.send('một', lane);
    await comesTo(office, id, 'delivered');
    await office.shows(office.direct('bao.huynh'), ['một']);
  });

  test('never gets what is meant for somebody else with the same account', async () => {
    const lane = personLane('trang.ly');
    await forget(lane);
    // The account with this e-mail has been matched to another person of the list.
    const account = office.workspace.person('trang.ly@bhxh.example').id;
    await office.deps.db.person.update({
      where: { id: personLane('long.duong') },
      data: { slackUserId: account },
    });
    const id = await office.send('riêng', lane);
    await comesTo(office, id, 'dead');
    expect(office.workspace.textsIn(office.direct('trang.ly'))).toEqual([]);
  });
});

describe('drawing', () => {
  test('a message with nothing to say any more is dropped and the next one goes out', async () => {
    const { lane, place } = freshLane();
    const id = await office.send('không còn gì để nói', lane);
    await office.send('còn', lane);
    await office.shows(place, ['còn']);
    expect((await office.row(id)).state).toBe('dropped');
  });

  test('that fails is tried again, and was never sent', async () => {
    const { lane, place } = freshLane();
    let failures = 2;
    office.beforeDrawing.run = async (text) => {
      if (text === 'khó vẽ' && failures-- > 0) throw new Error('the database was away');
    };
    const id = await office.send('khó vẽ', lane);
    await comesTo(office, id, 'delivered');
    await office.shows(place, ['khó vẽ']);
  });

  test('that always fails ends the message without its words in the reason', async () => {
    const { lane, place } = freshLane();
    office.beforeDrawing.run = async (text) => {
      if (text === 'không vẽ được') throw new Error(`cannot draw ${text}`);
    };
    const id = await office.deps.db.$transaction(async (tx) => {
      const written = await office.send('không vẽ được', lane, tx);
      await tx.outgoingMessage.update({ where: { id: written }, data: { attempts: 4 } });
      return written;
    });
    await office.send('vẽ được', lane);
    await office.shows(place, ['vẽ được']);
    expect(await office.row(id)).toMatchObject({ state: 'dead', error: 'not_drawn' });
  });
});

/** For those who deliver by themselves: no job knows of it. */
async function writtenWithoutBell(personId: string): Promise<string> {
  const { id } = await office.deps.db.outgoingMessage.create({
    data: { purpose: 'test.note', params: { text: 'một' }, subjectId: SUBJECT, personId },
  });
  return id;
}

describe('two at one lane', () => {
  test('the same job run twice at once posts once', async () => {
    const { lane, place } = freshLane();
    const id = await writtenWithoutBell(lane);
    await Promise.all([1, 2, 3].map(() => deliverNext(office.delivery, { lane })));
    await comesTo(office, id, 'delivered');
    expect(office.workspace.textsIn(place)).toEqual(['một']);
  });

  // The embedded Postgres has one session: nobody reads while another holds a row.
  test.skipIf(!serverUrl)('both having read the row before either marked it', async () => {
    const { lane, place } = freshLane();
    const id = await writtenWithoutBell(lane);
    const holder = await office.database.pool.connect();
    try {
      await holder.query('begin');
      await holder.query('select from outgoing_message where id = $1 for update', [id]);
      const both = [1, 2].map(() => deliverNext(office.delivery, { lane }));
      const waiting = async () => {
        const { rows } = await office.database.pool.query(
          `select count(*)::int as waiting from pg_stat_activity
           where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return rows[0].waiting;
      };
      await expect.poll(waiting).toBe(2);
      await holder.query('commit');
      await Promise.all(both);
    } finally {
      holder.release();
    }
    await comesTo(office, id, 'delivered');
    expect(office.workspace.textsIn(place)).toEqual(['một']);
  });

  test('a message that a killed process was sending is settled at once when it is there', async () => {
    const { lane, place } = freshLane();
    const call = office.workspace.faults.holdAnswers('chat.postMessage');
    const id = await office.send('một', lane);
    const posted = () => (office.workspace.textsIn(place).length > 0 ? true : null);
    await untilFound(office.workspace, posted, 'the post');
    // Another takes the lane over while the first still waits for its answer.
    await deliverNext(office.delivery, { lane });
    expect((await office.row(id)).state).toBe('delivered');
    call();
    await office.send('hai', lane);
    await office.shows(place, ['một', 'hai']);
  });

  test('one that is not there is not posted while a call may be under way', async () => {
    const { lane, place } = freshLane();
    const soon = new Date(Date.now() + 2_500);
    const id = await office.deps.db.$transaction(async (tx) => {
      const written = await office.send('một', lane, tx);
      const data = { state: 'sending', attempts: 1, notBefore: soon } as const;
      await tx.outgoingMessage.update({ where: { id: written }, data });
      return written;
    });
    await comesTo(office, id, 'delivered');
    await office.shows(place, ['một']);
    const [message] = office.workspace.messagesIn(place);
    expect(Number(message?.ts) * 1000).toBeGreaterThanOrEqual(soon.getTime() - 1);
  });
});

describe('a message with a chart', () => {
  test('is posted and redrawn with it, or without it, and with a picture under it, where Slack does not take it', async () => {
    const { lane, place } = freshLane();
    const texts = ['biểu đồ', 'biểu đồ quá rộng'];
    for (const text of texts) await office.send(text, lane);
    const bars = Array.from({ length: 20 }, (_, index) => `${index}: 1`).join(', ');
    const shown = [`biểu đồ\nĐiểm\nĐiểm – ${bars}`, 'biểu đồ quá rộng'];
    const pictures = () =>
      office.workspace.messagesIn(place).filter(({ threadTs }) => threadTs !== null);
    await expect.poll(() => pictures().length).toBe(1);
    for (const text of texts) {
      const { id } = await office.deps.db.outgoingMessage.findFirstOrThrow({
        where: { params: { equals: { text } } },
      });
      await redraw(office.delivery, { messageId: id });
    }
    const posted = office.workspace.messagesIn(place).filter(({ threadTs }) => threadTs === null);
    expect(office.workspace.textsIn(place).filter((text) => text.startsWith('biểu'))).toEqual(
      shown,
    );
    // Redrawing puts no second one there.
    const [picture, ...more] = pictures();
    expect(more).toEqual([]);
    expect(picture?.threadTs).toBe(posted[1]?.ts);
    const file = office.workspace.core.state.files.get(picture?.fileIds[0] ?? '');
    expect(file).toMatchObject({ name: 'bieu-do-1.png', title: 'Điểm', mimetype: 'image/png' });
    expect(
      Buffer.from(file?.contentBase64 ?? '', 'base64')
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });
});
